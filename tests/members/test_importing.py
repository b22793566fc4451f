"""Many at once: every bad row is named, none is lost, and the same file twice registers nobody twice."""

import io
import re
from typing import Any
from uuid import uuid4

import openpyxl
import pytest
from werkzeug.test import TestResponse

from app.foundation.database import db
from app.members.models import Member
from app.members.operations import record_death
from tests.conftest import signed_in_as
from tests.members.people import KARTINI_NIK, SITI_NIK, WAHYU_NIK, candidate, nik_of
from tests.village import MORNING, TestVillage

HEAD = "Nama;NIK;Jenis kelamin;Tanggal lahir;Telepon;Dusun;RT;RW;Tanggal masuk"


def upload(
    client: Any, village: TestVillage, content: bytes | str, name: str = "anggota.csv"
) -> TestResponse:
    data = content.encode() if isinstance(content, str) else content
    form = {"reference": str(uuid4()), "file": (io.BytesIO(data), name)}
    answer: TestResponse = client.post(f"/g/{village.code}/members/import", data=form)
    return answer


def sealed_in(answer: TestResponse) -> str:
    found = re.search(r'name="sealed"[^>]*value="([^"]+)"', answer.text)
    assert found is not None
    return found[1]


def confirm(client: Any, village: TestVillage, sealed: str, **fields: str) -> TestResponse:
    form = {"reference": str(uuid4()), "sealed": sealed, **fields}
    answer: TestResponse = client.post(f"/g/{village.code}/members/import/confirmation", data=form)
    return answer


def people(village: TestVillage) -> list[tuple[int, str]]:
    found = db.session.query(Member.no, Member.name).filter_by(gerai_id=village.gerai_id)
    return [tuple(row) for row in found.order_by(Member.no)]


def sheet_of(content: bytes) -> list[list[Any]]:
    page = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    return [list(row) for row in page.iter_rows(values_only=True)]


GOOD = f"""{HEAD}
Siti Aminah;{SITI_NIK};P;12/03/1985;0812 3456 7890;Krajan;3;1;14/07/2025
Kartini;{KARTINI_NIK};;1985-03-12;;Krajan;;;
"""


def test_a_file_registers_all_its_people_in_their_order(village: TestVillage) -> None:
    with signed_in_as(village.app, village.users["lestari"]) as client:
        answer = upload(client, village, GOOD)
        assert answer.status_code == 200 and "Daftarkan 2 orang" in answer.text
        assert people(village) == []
        assert SITI_NIK not in answer.text and "3505••••••••0001" in answer.text
        done = confirm(client, village, sealed_in(answer))
        assert done.status_code == 303
    assert people(village) == [(1, "Siti Aminah"), (2, "Kartini")]
    siti = db.session.get_one(Member, (village.gerai_id, 1))
    assert (siti.nik, siti.phone, siti.rt, siti.gender, str(siti.registered_on)) == (
        SITI_NIK, "+6281234567890", "003", "female", "2025-07-14",
    )  # fmt: skip
    assert db.session.get_one(Member, (village.gerai_id, 2)).gender == "female"


def test_the_same_file_twice_registers_nobody_twice(village: TestVillage) -> None:
    with signed_in_as(village.app, village.users["lestari"]) as client:
        first = sealed_in(upload(client, village, GOOD))
        second = sealed_in(upload(client, village, GOOD))
        assert confirm(client, village, first).status_code == 303
        late = confirm(client, village, second)
        assert late.status_code == 422 and "Tidak ada baris yang dapat didaftarkan" in late.text
        again = upload(client, village, GOOD)
        assert "Daftarkan" not in again.text.split("<h1", 1)[1] and "Sudah terdaftar, dilewati" in again.text
    assert len(people(village)) == 2


def test_a_double_click_on_confirming_is_one_act(village: TestVillage) -> None:
    reference = str(uuid4())
    with signed_in_as(village.app, village.users["lestari"]) as client:
        sealed = sealed_in(upload(client, village, GOOD))
        assert confirm(client, village, sealed, reference=reference).status_code == 303
        confirm(client, village, sealed, reference=reference)
    assert len(people(village)) == 2


BAD = [
    (f";{SITI_NIK};P", "Nama", "belum diisi."),
    ("Ani;;P", "NIK", "belum diisi."),
    ("Ani;12345;P", "NIK", "bukan 16 angka"),
    ("Ani;3,50501E+15;P", "NIK", "bukan 16 angka"),
    (f"Ani;{nik_of(7)};X", "Jenis kelamin", "tulis L atau P."),
    (f"Ani;{nik_of(7)};P;32/13/1985", "Tanggal lahir", "tidak terbaca"),
    (f"Ani;{nik_of(7)};P;12/03/2030", "Tanggal lahir", "di luar masa"),
    (f"Ani;{nik_of(7)};P;;123", "Telepon", "tidak terbaca"),
    (f"Ani;{nik_of(7)};P;;;;tiga", "RT", "tulis dengan angka"),
    (f"{'A' * 81};{nik_of(7)};P", "Nama", "lebih panjang dari 80"),
    (f"Ani;{nik_of(7)};P;;;;;;31/12/2999", "Tanggal masuk", "di luar masa"),
]


@pytest.mark.parametrize("row, column, sentence", BAD)
def test_a_bad_row_is_named_by_number_column_and_sentence(
    village: TestVillage, row: str, column: str, sentence: str
) -> None:
    with signed_in_as(village.app, village.users["lestari"]) as client:
        page = upload(client, village, f"{HEAD}\nBudi;{nik_of(3)};L\n{row}\n").text
    text = " ".join(page.split())
    assert "Daftarkan 1 orang" in text and "Unduh 1 baris" in text
    assert '<td class="num">3</td>' in text
    assert f"<strong>{column}</strong> {sentence}" in text


def test_no_row_is_lost_good_ones_come_in_and_bad_ones_come_back(village: TestVillage) -> None:
    rows = [f"Orang {no};{nik_of(no) if no % 3 else 'salah'};L" for no in range(1, 31)]
    with signed_in_as(village.app, village.users["lestari"]) as client:
        sealed = sealed_in(upload(client, village, "\n".join([HEAD, *rows])))
        confirm(client, village, sealed)
        url = f"/g/{village.code}/members/import/corrections"
        back = client.post(url, data={"reference": str(uuid4()), "sealed": sealed})
        lines = sheet_of(back.data)
        assert len(people(village)) + len(lines) - 1 == 30
        assert {line[0] for line in lines[1:]} == {f"Orang {no}" for no in range(3, 31, 3)}
        assert all("NIK bukan 16 angka" in line[-1] for line in lines[1:])
        again = upload(client, village, back.data, "perbaikan.xlsx").text
        assert "Unduh 10 baris" in again


def test_who_is_twice_in_a_file_comes_in_once(village: TestVillage) -> None:
    twice = f"{HEAD}\nSiti;{SITI_NIK};P\nSiti lagi;{SITI_NIK};P\n"
    with signed_in_as(village.app, village.users["lestari"]) as client:
        page = upload(client, village, twice)
        assert "sama dengan baris 2." in page.text
        confirm(client, village, sealed_in(page))
    assert people(village) == [(1, "Siti")]


def test_who_has_left_does_not_come_back_with_a_file(village: TestVillage) -> None:
    no = candidate(village)
    record_death(village.occasion("lestari"), member_no=no, on=MORNING.date())
    with signed_in_as(village.app, village.users["lestari"]) as client:
        page = upload(client, village, GOOD).text
    assert "milik bekas anggota nomor 1." in page and "Daftarkan 1 orang" in page


def test_a_nik_that_excel_made_a_number_is_not_trusted(village: TestVillage) -> None:
    book = openpyxl.Workbook()
    book.active.append(["Nama", "NIK", "HP"])
    book.active.append(["Siti", int(SITI_NIK), 81234567890])
    book.active.append(["Kartini", KARTINI_NIK, 81234567890])
    packed = io.BytesIO()
    book.save(packed)
    with signed_in_as(village.app, village.users["lestari"]) as client:
        page = upload(client, village, packed.getvalue(), "anggota.xlsx")
        assert "tersimpan sebagai angka" in page.text and "Daftarkan 1 orang" in page.text
        sealed = sealed_in(page)
        confirm(client, village, sealed)
    assert people(village) == [(1, "Kartini")]
    assert db.session.get_one(Member, (village.gerai_id, 1)).phone == "+6281234567890"


def test_a_formula_goes_in_as_text_and_out_as_text(village: TestVillage) -> None:
    evil = "=HYPERLINK(1)"
    with signed_in_as(village.app, village.users["lestari"]) as client:
        page = upload(client, village, f"{HEAD}\n{evil};{SITI_NIK};P\n")
        confirm(client, village, sealed_in(page))
        assert people(village) == [(1, evil)]
        out = client.get(f"/g/{village.code}/members/export.xlsx")
    rows = sheet_of(out.data)
    assert rows[1][1] == f"'{evil}"
    assert SITI_NIK not in str(rows)


@pytest.mark.parametrize(
    "content, name, sentence",
    [
        (b"\x00\x01\x02", "x.csv", "tidak terbaca"),
        (b"PK\x03\x04kaputt", "x.xlsx", "tidak terbaca"),
        (b"", "x.csv", "kosong"),
        ("Nama;Alamat\nSiti;Krajan\n", "x.csv", "Kolom NIK tidak ada"),
        (f"{HEAD}\n", "x.csv", "Belum ada baris"),
        ("\n".join([HEAD, *(f"A;{nik_of(1)};L" for _ in range(1001))]), "x.csv", "Paling banyak 1000 baris"),
    ],
)
def test_a_file_that_is_none_is_refused_in_words(
    village: TestVillage, content: bytes | str, name: str, sentence: str
) -> None:
    with signed_in_as(village.app, village.users["lestari"]) as client:
        answer = upload(client, village, content, name)
    assert answer.status_code == 422 and sentence in answer.text


def test_a_thousand_rows_come_in_at_once(village: TestVillage) -> None:
    rows = [f"Orang {no};{nik_of(no)};L;12/03/1985;0812345{no:05};Krajan;1;1;" for no in range(1, 1001)]
    with signed_in_as(village.app, village.users["lestari"]) as client:
        page = upload(client, village, "\n".join([HEAD, *rows]))
        assert confirm(client, village, sealed_in(page)).status_code == 303
    assert len(people(village)) == 1000


def test_a_sealed_file_opens_for_the_person_and_gerai_it_was_read_for_alone(village: TestVillage) -> None:
    with signed_in_as(village.app, village.users["lestari"]) as client:
        sealed = sealed_in(upload(client, village, GOOD))
        assert SITI_NIK not in sealed
        for broken in ("", "x", sealed[:-5] + "AAAA="):
            assert confirm(client, village, broken).status_code == 303
    with signed_in_as(village.app, village.users["dewi"]) as client:
        confirm(client, village, sealed)
    assert people(village) == []


def test_the_template_is_a_file_that_can_be_read_back(village: TestVillage) -> None:
    with signed_in_as(village.app, village.users["lestari"]) as client:
        template = client.get(f"/g/{village.code}/members/import/template.xlsx")
        page = upload(client, village, template.data, "contoh.xlsx")
    assert "Daftarkan 1 orang" in page.text
    assert WAHYU_NIK not in page.text
