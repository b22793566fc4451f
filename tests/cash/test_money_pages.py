"""The pages of cash and bank: who sees them, what a refused form keeps, and what is never said."""

import io
from typing import Any
from uuid import uuid4

import pytest
from flask.testing import FlaskClient

from app.cash import queries
from app.cash.operations import add_bank, give_cash
from tests.cash.drawer import NIGHT, closed, opened, pieces_of, taken
from tests.cash.test_pages import said
from tests.conftest import signed_in_as
from tests.ledger.desk import set_clock
from tests.village import TestVillage


@pytest.fixture(autouse=True)
def night(monkeypatch: pytest.MonkeyPatch) -> None:
    set_clock(monkeypatch, NIGHT)


def sent(client: FlaskClient, village: TestVillage, path: str, **fields: Any) -> Any:
    return client.post(f"/g/{village.code}/{path}", data={"reference": str(uuid4())} | fields)


def test_cash_and_bank_is_empty_and_friendly_at_first(village: TestVillage) -> None:
    with signed_in_as(village.app, village.users["wati"]) as client:
        page = said(client.get(f"/g/{village.code}/cash").text)
        for path in ("transfers", "movements", "differences", "surprises", "transfers/new"):
            assert client.get(f"/g/{village.code}/cash/{path}").status_code == 200
    assert "Tidak ada uang di jalan" in page and "Belum ada rekening bank." in page


def test_a_cashier_records_a_purchase_and_prints_its_slip(village: TestVillage) -> None:
    shift = opened(village)
    path = f"shifts/{shift}/movements/new"
    with signed_in_as(village.app, village.users["budi"]) as client:
        assert client.get(f"/g/{village.code}/{path}").status_code == 200
        wrong = sent(client, village, path, reason="packaging", amount="250.000", unit="TOKO", note="Plastik")
        assert wrong.status_code == 422 and "Batas Anda Rp200.000" in wrong.text and "250.000" in wrong.text
        done = sent(
            client, village, path, reason="packaging", amount="25.000", unit="TOKO", note="Plastik 2 pak"
        )
        assert done.status_code == 303
        slip = client.get(done.location).text
    assert "KAS KELUAR" in slip and "25.000" in slip and "Plastik 2 pak" in slip


def test_the_x_report_is_for_those_who_do_not_count(village: TestVillage) -> None:
    shift = opened(village, opening_float=100_000)
    taken(village, shift, 61_300)
    with signed_in_as(village.app, village.users["wati"]) as client:
        page = client.get(f"/g/{village.code}/shifts/{shift}/x").text
        assert "LAPORAN SEMENTARA (X)" in page and "161.300" in page
    with signed_in_as(village.app, village.users["budi"]) as client:
        assert client.get(f"/g/{village.code}/shifts/{shift}/x").status_code == 403
    own = None
    with signed_in_as(village.app, village.users["dewi"]) as client:
        closed(village, shift, 161_300)
        own = opened(village, "dewi")
        taken(village, own, 61_300)
        answer = client.get(f"/g/{village.code}/shifts/{own}/x")
        assert answer.status_code == 303 and "161.300" not in client.get(answer.location).text


def test_money_is_given_counted_blind_and_received_with_a_reason(village: TestVillage) -> None:
    shift = opened(village)
    with signed_in_as(village.app, village.users["budi"]) as client:
        done = sent(
            client, village, "cash/transfers/new", route="drawer:safe", amount="51.300", note="Setoran"
        )
        assert done.status_code == 303
        mine = client.get(done.location)
        assert mine.status_code == 200 and "Menunggu penerimanya menghitung" in mine.text
        assert sent(client, village, "cash/transfers/1", amount="51.300").status_code == 403
        stolen = sent(client, village, "cash/transfers/new", route="safe:bank", amount="1")
        assert stolen.status_code == 422
    with signed_in_as(village.app, village.users["wati"]) as client:
        assert "51.300" not in client.get(f"/g/{village.code}/cash/transfers/1").text
        wrong = sent(client, village, "cash/transfers/1", amount="50.000")
        assert (
            wrong.status_code == 422 and "Yang diserahkan Rp51.300, yang Anda hitung Rp50.000" in wrong.text
        )
        done = sent(client, village, "cash/transfers/1", amount="50.000", reason="Dihitung dua kali berdua")
        assert done.status_code == 303
        assert "Kurang Rp1.300" in client.get(done.location).text
    assert queries.open_shift_of(village.gerai_id, village.users["budi"]).no == shift


def test_another_cashiers_transfer_looks_as_if_it_were_not_there(village: TestVillage) -> None:
    shift = opened(village, "dewi")
    give_cash(
        village.occasion("dewi"), origin="drawer", destination="safe", amount=5_000, note="", shift_no=shift
    )
    with signed_in_as(village.app, village.users["budi"]) as client:
        assert client.get(f"/g/{village.code}/cash/transfers/1").status_code == 404


def test_a_difference_is_decided_on_the_page(village: TestVillage) -> None:
    shift = opened(village)
    closed(village, shift, 88_000, "Salah memberi kembalian")
    path = f"cash/differences/shift/{shift}/short"
    key = f"shift-{shift}-short-"
    with signed_in_as(village.app, village.users["dewi"]) as client:
        page = client.get(f"/g/{village.code}/cash/differences").text
        assert "Utang Budi Santoso" in page and "Beban gerai" in page
        budi = village.users["budi"]
        wrong = {f"{key}reference": str(uuid4()), f"{key}outcome": f"debt:{budi}", f"{key}reason": "ya"}
        refused = client.post(f"/g/{village.code}/{path}", data=wrong)
        assert refused.status_code == 422 and "paling sedikit 10 huruf" in refused.text
        right = wrong | {f"{key}reference": str(uuid4()), f"{key}reason": "Budi mengakui salah hitung"}
        assert client.post(f"/g/{village.code}/{path}", data=right).status_code == 303
    assert queries.debts(village.gerai_id) == [(budi, "Budi Santoso", 12_000)]
    with signed_in_as(village.app, village.users["wati"]) as client:
        pay = {f"debt-{budi}-reference": str(uuid4()), f"debt-{budi}-amount": "12.000"}
        assert client.post(f"/g/{village.code}/cash/debts/{budi}", data=pay).status_code == 303
    assert queries.debts(village.gerai_id) == []


def test_a_file_is_looked_through_before_it_is_kept(village: TestVillage) -> None:
    add_bank(village.occasion("wati"), bank="BRI", number="12345678", holder="Koperasi", mdr_basis_points=30)
    text = "Tanggal;Keterangan;Debet;Kredit;Saldo\n23/11/2026;QRIS;0;10.000,00;1\n30/02/2026;x;0;1;1\n"
    with signed_in_as(village.app, village.users["wati"]) as client:
        path = "cash/banks/1/import"
        empty = sent(client, village, path)
        assert empty.status_code == 422 and "Pilih berkas CSV" in empty.text
        shown = sent(client, village, path, file=(io.BytesIO(text.encode("utf-8-sig")), "mutasi.csv"))
        assert shown.status_code == 200
        assert (
            "1 baris baru akan disimpan" in shown.text and "Baris 3: tanggalnya tidak terbaca" in shown.text
        )
        assert queries.bank_lines(village.gerai_id, 1, matched=False) == []
        for words in ("1 baris mutasi baru disimpan", "Semua baris di berkas ini sudah ada"):
            done = sent(client, village, path, content=text, confirmed="1")
            assert done.status_code == 303 and words in client.get(done.location).text
        match = client.get(f"/g/{village.code}/cash/lines/1")
        assert match.status_code == 200
        refused = sent(client, village, "cash/lines/1", kind="qris", days="2026-99-99")
        assert refused.status_code == 422 and "Pilih hari penerimaannya" in refused.text
        rate = sent(client, village, "cash/banks/1", mdr="0,7")
        assert rate.status_code == 303
        assert sent(client, village, "cash/banks/1", mdr="9").status_code == 422
    bank = queries.bank(village.gerai_id, 1)
    assert bank is not None and bank.mdr_basis_points == 70


def test_the_auditor_counts_and_then_sees(village: TestVillage) -> None:
    shift = opened(village)
    taken(village, shift, 61_300)
    pieces = {f"pieces_{note}": str(count) for note, count in pieces_of(160_000).items()}
    with signed_in_as(village.app, village.users["joko"]) as client:
        page = client.get(f"/g/{village.code}/cash/surprises/new").text
        assert "161.300" not in page
        done = sent(client, village, "cash/surprises/new", place=str(shift), witness="", **pieces)
        assert done.status_code == 303
        seen = client.get(done.location).text
        assert "Rp161.300" in seen and "Kurang Rp1.300" in seen
        assert sent(client, village, "cash/surprises/1", finding="pas").status_code == 422
        assert (
            sent(client, village, "cash/surprises/1", finding="Laci kurang seribu tiga ratus").status_code
            == 303
        )
    with signed_in_as(village.app, village.users["budi"]) as client:
        assert client.get(f"/g/{village.code}/cash/surprises/1").status_code == 403
