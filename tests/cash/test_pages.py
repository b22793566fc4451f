"""The pages of the drawer: who sees what, what is never sent, and what a form does when it is refused."""

import re
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from flask.testing import FlaskClient

from app.cash import queries
from app.cash.operations import add_register
from app.foundation.database import db
from tests.cash.drawer import NIGHT, closed, opened, pieces_of, taken, typed
from tests.conftest import signed_in_as
from tests.ledger.desk import counted as statements
from tests.ledger.desk import set_clock
from tests.village import TestVillage

READERS = ("wati", "dewi", "slamet", "joko")
OUTSIDE = ("agus", "rina", "lestari", "sari", "hadi", "endah")


@pytest.fixture(autouse=True)
def night(monkeypatch: pytest.MonkeyPatch) -> None:
    set_clock(monkeypatch, NIGHT)


def url(village: TestVillage, path: str) -> str:
    return f"/g/{village.code}/{path}"


def get(client: FlaskClient, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status, (address, answer.status_code, answer.text[:300])
    if status == 200:
        assert answer.text.count("<h1") == 1
    return answer.text


def said(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html.split("<main")[1]).split())


def reference_in(html: str) -> str:
    found = re.search(r'name="reference"[^>]*value="([^"]+)"', html)
    assert found
    return found[1]


def test_a_cashier_opens_a_shift_and_goes_to_the_till(village: TestVillage) -> None:
    with signed_in_as(village.app, village.users["budi"]) as client:
        page = get(client, url(village, "shifts/new"))
        assert re.search(r'<input[^>]*checked[^>]*value="A"', page)
        form = {"reference": reference_in(page), "register": "A", "opening_float": "Rp 100.000"}
        for _ in range(2):  # a double click
            answer = client.post(url(village, "shifts"), data=form)
            assert answer.status_code == 303 and answer.location == url(village, "till")
        again = said(get(client, url(village, "shifts/new")))
    assert "Sif Anda masih buka: sif 1 di kasir A" in again
    assert queries.open_shift_of(village.gerai_id, village.users["budi"]).opening_float == 100_000
    assert queries.shift_facts(village.gerai_id, 2) is None


@pytest.mark.parametrize(
    "fields, sentence",
    [
        ({"opening_float": "12.5"}, "Tulis rupiah bulat tanpa sen, misalnya 12.500."),
        ({"opening_float": ""}, "Wajib diisi. Tulis 0 bila laci dimulai kosong."),
        ({"opening_float": "-1"}, "Tulis rupiah bulat"),
        ({"register": "Q"}, "Kasir Q tidak ada di gerai ini."),
        ({"register": ""}, "Pilih kasirnya."),
        ({"reference": "x"}, "Formulir ini rusak. Muat ulang halamannya."),
    ],
)
def test_a_wrong_opening_is_said_at_the_field_and_changes_nothing(
    village: TestVillage, fields: dict[str, str], sentence: str
) -> None:
    form = {"reference": str(uuid4()), "register": "A", "opening_float": "77.000"} | fields
    with signed_in_as(village.app, village.users["budi"]) as client:
        answer = client.post(url(village, "shifts"), data=form)
    assert answer.status_code == 422
    assert sentence in said(answer.text)
    assert f'value="{form["opening_float"]}"' in answer.text
    assert queries.open_shifts(village.gerai_id) == []


def test_a_busy_register_is_named_with_who_stands_there(village: TestVillage) -> None:
    opened(village, "budi", "A")
    with signed_in_as(village.app, village.users["dewi"]) as client:
        page = get(client, url(village, "shifts/new"))
        form = {"reference": reference_in(page), "register": "A", "opening_float": "0"}
        answer = client.post(url(village, "shifts"), data=form)
    assert "Sedang dipakai Budi Santoso" in said(page)
    assert answer.status_code == 422
    assert "Kasir A sedang dipakai sif lain." in said(answer.text)
    assert reference_in(answer.text) != form["reference"]


def test_a_cashiers_own_open_shift_never_says_what_should_be_there(village: TestVillage) -> None:
    shift = opened(village, opening_float=100_000)
    taken(village, shift, 61_300)
    taken(village, shift, 20_000, kind="qris")
    with signed_in_as(village.app, village.users["budi"]) as client:
        for path in (f"shifts/{shift}", f"shifts/{shift}/closing"):
            page = get(client, url(village, path))
            for secret in ("61.300", "161.300", "81.300", "181.300"):
                assert secret not in page, path
        assert "1 tunai, 1 QRIS" in said(get(client, url(village, f"shifts/{shift}")))
    with signed_in_as(village.app, village.users["wati"]) as client:
        assert "Seharusnya di laci Rp161.300" in said(get(client, url(village, f"shifts/{shift}")))
    with signed_in_as(village.app, village.users["dewi"]) as client:
        assert "161.300" not in get(client, url(village, f"shifts/{shift}/closing"))


def test_a_count_that_is_right_closes_and_leads_to_the_report(village: TestVillage) -> None:
    shift = opened(village, opening_float=100_000)
    taken(village, shift, 50_000)
    closing = url(village, f"shifts/{shift}/closing")
    form = typed(pieces_of(150_000))
    with signed_in_as(village.app, village.users["budi"]) as client:
        for _ in range(2):  # a double click
            answer = client.post(closing, data=form)
            assert answer.status_code == 303
            assert answer.location == url(village, f"shifts/{shift}/z")
        report = said(get(client, answer.location))
        assert client.get(closing).status_code == 303
        assert client.get(url(village, f"shifts/{shift}")).location == answer.location
        # Somebody who comes late with another form is shown how it ended.
        assert client.post(closing, data=typed(pieces_of(10_000))).status_code == 303
    assert "Selisih laci Pas" in report
    assert queries.attempts(village.gerai_id, shift) == 1


def test_a_count_that_differs_keeps_the_pieces_and_asks_for_a_reason(village: TestVillage) -> None:
    shift = opened(village, opening_float=150_000)
    closing = url(village, f"shifts/{shift}/closing")
    form = typed(pieces_of(138_000))
    with signed_in_as(village.app, village.users["budi"]) as client:
        assert 'name="reason"' not in get(client, closing)
        answer = client.post(closing, data=form)
        assert answer.status_code == 422
        sentence = "Uang di laci kurang Rp12.000 dari catatan. Hitung ulang, atau lanjutkan dengan alasan."
        assert sentence in said(answer.text)
        assert 'name="reason"' in answer.text
        assert re.search(r'name="pieces_1000" [^>]*value="1"', answer.text)
        assert reference_in(answer.text) != form["reference"]
        form |= {"reference": reference_in(answer.text), "reason": "Salah kembalian"}
        assert client.post(closing, data=form).status_code == 303
        report = said(get(client, url(village, f"shifts/{shift}/z")))
    assert "Kurang Rp12.000 Alasan: Salah kembalian" in report
    assert queries.attempts(village.gerai_id, shift) == 2


def test_going_back_and_counting_otherwise_under_an_old_form_still_leads_on(village: TestVillage) -> None:
    shift = opened(village, opening_float=150_000)
    closing = url(village, f"shifts/{shift}/closing")
    form = typed(pieces_of(138_000))
    with signed_in_as(village.app, village.users["budi"]) as client:
        assert client.post(closing, data=form).status_code == 422
        recounted = form | typed(pieces_of(150_000), reference=form["reference"])
        recounted |= {
            "pieces_2000": "",
            "pieces_1000": "",
            "pieces_5000": "",
            "pieces_10000": "",
            "pieces_20000": "",
        }
        answer = client.post(closing, data=recounted)
        assert answer.status_code == 409
        recounted["reference"] = reference_in(answer.text)
        assert client.post(closing, data=recounted).status_code == 303


@pytest.mark.parametrize("typo", ["1,5", "-1", "1e3", "٣", "100001", "abc", "1.000"])
def test_what_is_not_a_number_of_notes_is_said_and_not_counted(village: TestVillage, typo: str) -> None:
    shift = opened(village)
    form = typed({1000: 3}) | {"pieces_50000": typo}
    with signed_in_as(village.app, village.users["budi"]) as client:
        answer = client.post(url(village, f"shifts/{shift}/closing"), data=form)
    assert answer.status_code == 422
    assert "Tulis banyaknya dengan angka bulat, misalnya 12." in said(answer.text)
    assert f'value="{typo}"' in answer.text and 'value="3"' in answer.text
    assert queries.attempts(village.gerai_id, shift) == 0


def test_an_empty_form_is_no_count_but_a_nought_is(village: TestVillage) -> None:
    shift = opened(village, opening_float=0)
    closing = url(village, f"shifts/{shift}/closing")
    with signed_in_as(village.app, village.users["budi"]) as client:
        answer = client.post(closing, data=typed({}))
        assert answer.status_code == 422
        assert "Belum ada yang dihitung. Bila laci memang kosong, tulis 0." in said(answer.text)
        assert queries.attempts(village.gerai_id, shift) == 0
        assert client.post(closing, data=typed({100: 0})).status_code == 303


def test_a_sale_that_came_meanwhile_asks_to_count_again(
    village: TestVillage, monkeypatch: pytest.MonkeyPatch
) -> None:
    from app.cash import operations

    shift = opened(village, opening_float=100_000)
    count = operations.count_drawer

    def count_then_sell(*args, **kwargs):
        done = count(*args, **kwargs)
        taken(village, shift, 5_000)
        return done

    monkeypatch.setattr(operations, "count_drawer", count_then_sell)
    with signed_in_as(village.app, village.users["budi"]) as client:
        form = typed(pieces_of(100_000))
        answer = client.post(url(village, f"shifts/{shift}/closing"), data=form)
    assert answer.status_code == 422
    assert "Ada penjualan masuk setelah laci dihitung. Hitung ulang isi laci." in said(answer.text)
    assert reference_in(answer.text) != form["reference"]


def test_others_shifts_do_not_exist_for_a_cashier(village: TestVillage) -> None:
    mine = opened(village, "dewi")
    with signed_in_as(village.app, village.users["budi"]) as client:
        for path in (
            f"shifts/{mine}",
            f"shifts/{mine}/closing",
            f"shifts/{mine}/z",
            "shifts/99",
            f"shifts/{'9' * 30}",
        ):
            get(client, url(village, path), 404)
        answer = client.post(url(village, f"shifts/{mine}/closing"), data=typed(pieces_of(100_000)))
        assert answer.status_code == 404
        assert client.get(url(village, "shifts")).status_code == 403
        assert "Belum ada sif" in said(get(client, url(village, "shifts/mine")))
    assert queries.attempts(village.gerai_id, mine) == 0


def test_a_manager_closes_the_shift_of_a_cashier_who_went_home(village: TestVillage) -> None:
    shift = opened(village, "budi")
    with signed_in_as(village.app, village.users["dewi"]) as client:
        answer = client.post(url(village, f"shifts/{shift}/closing"), data=typed(pieces_of(100_000)))
        assert answer.status_code == 303
        assert "Dewi Kartika · dipakai menutup sif" in said(get(client, answer.location))


def test_who_reads_all_shifts_may_not_count_them(village: TestVillage) -> None:
    shift = opened(village, "budi")
    for who in ("wati", "slamet", "joko"):
        with signed_in_as(village.app, village.users[who]) as client:
            get(client, url(village, f"shifts/{shift}"))
            get(client, url(village, f"shifts/{shift}/closing"), 403)


def test_pages_open_for_their_readers_alone(village: TestVillage) -> None:
    shift = opened(village)
    closed(village, shift, 100_000)
    for who in READERS:
        with signed_in_as(village.app, village.users[who]) as client:
            get(client, url(village, "shifts"))
            get(client, url(village, f"shifts/{shift}/z"))
            get(client, url(village, f"shifts/{shift}/z?width=58"))
    for who, status in [*((each, 403) for each in OUTSIDE), ("tono", 404)]:
        with signed_in_as(village.app, village.users[who]) as client:
            for path in (
                "shifts",
                "shifts/mine",
                "shifts/new",
                f"shifts/{shift}",
                f"shifts/{shift}/z",
                "registers",
            ):
                get(client, url(village, path), status)


def test_the_manager_adds_registers_by_letter(village: TestVillage) -> None:
    with signed_in_as(village.app, village.users["dewi"]) as client:
        page = get(client, url(village, "registers"))
        assert re.search(r'name="register"[^>]*value="B"', page)
        form = {"reference": reference_in(page), "register": " b "}
        assert client.post(url(village, "registers"), data=form).status_code == 303
        for wrong, sentence in (
            ("B", "Kasir B sudah ada."),
            ("AB", "Tulis satu huruf"),
            ("", "Tulis satu huruf"),
        ):
            again = {"reference": str(uuid4()), "register": wrong}
            answer = client.post(url(village, "registers"), data=again)
            assert answer.status_code == 422
            assert sentence in said(answer.text)
    assert queries.registers(village.gerai_id) == ["A", "B"]


def test_the_list_goes_back_and_forth_and_asks_the_database_little(village: TestVillage) -> None:
    for _ in range(queries.shifts.PAGE + 3):
        closed(village, opened(village, opening_float=0), 0)
    newest = queries.shift_page(village.gerai_id)
    older = queries.shift_page(village.gerai_id, before=newest.older)
    back = queries.shift_page(village.gerai_id, after=older.newer)
    assert [row.no for row in newest.rows] == [row.no for row in back.rows]
    assert [row.no for row in older.rows] == [3, 2, 1]
    assert (older.older, newest.newer, back.newer) == (None, None, None)
    with signed_in_as(village.app, village.users["wati"]) as client:
        with statements() as asked:
            get(client, url(village, "shifts"))
        assert len(asked) <= 8
        for odd in ("before=abc", "after=-1", f"before={'9' * 30}", "after=999999", "before=1"):
            get(client, url(village, f"shifts?{odd}"))


def test_a_shift_left_open_overnight_is_pointed_out(
    village: TestVillage, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(village)
    set_clock(monkeypatch, NIGHT + timedelta(days=1))
    monkeypatch.setattr("app.cash.routes.shifts.now", lambda: NIGHT + timedelta(days=1))
    with signed_in_as(village.app, village.users["wati"]) as client:
        page = said(get(client, url(village, "shifts")))
    assert "Sif 1, Budi Santoso, masih buka sejak 23 November 2026, 07.00 WIB." in page


def test_the_report_shows_every_count_and_what_came_late(village: TestVillage) -> None:
    shift = opened(village, opening_float=100_000)
    taken(village, shift, 60_000)
    taken(village, shift, 12_500, kind="qris")
    with signed_in_as(village.app, village.users["budi"]) as client:
        closing = url(village, f"shifts/{shift}/closing")
        client.post(closing, data=typed(pieces_of(150_000)))
        client.post(closing, data=typed(pieces_of(165_000), reason="Pembeli belum kembali"))
        taken(village, shift, 5_000)
        with statements() as asked:
            page = said(get(client, url(village, f"shifts/{shift}/z")))
        assert len(asked) <= 18
        roll = get(client, url(village, f"shifts/{shift}/z?width=80"))
    for words in (
        "Selisih laci Pas",
        "Uang awal Rp100.000 Tunai masuk Rp65.000 Seharusnya di laci Rp165.000 Dihitung Rp165.000",
        "QRIS, 1 kali Rp12.500",
        "Rp165.000 Lebih Rp5.000 21.00 WIB, Budi Santoso · dipakai menutup sif",
        "Rp150.000 Kurang Rp10.000",
        "Saat dihitung seharusnya Rp160.000, sekarang Rp165.000.",
        "Kepala rantai saat ditutup: ayat",
    ):
        assert words in page
    assert "Seharusnya saat dihitung                 160.000" in roll


def test_the_journal_calls_the_drawers_entries_by_name(village: TestVillage) -> None:
    shift = opened(village)
    closed(village, shift, 105_000, "Lebih sedikit")
    taken(village, shift, 5_000)
    with signed_in_as(village.app, village.users["wati"]) as client:
        page = said(client.get(url(village, "ledger/journal")).text)
    for name in ("Uang awal sif 1", "Tutup sif 1", "Perubahan selisih sif 1"):
        assert name in page


def test_the_moment_of_opening_is_the_clocks(village: TestVillage) -> None:
    with signed_in_as(village.app, village.users["budi"]) as client:
        form = {"reference": str(uuid4()), "register": "A", "opening_float": "0"}
        client.post(url(village, "shifts"), data=form)
    db.session.expire_all()
    assert queries.open_shift_of(village.gerai_id, village.users["budi"]).opened_at == datetime(
        2026, 11, 23, 14, 0, tzinfo=UTC
    )


def test_registers_show_who_stands_there(village: TestVillage) -> None:
    add_register(village.occasion("dewi"), register="B")
    opened(village, "budi", "B")
    with signed_in_as(village.app, village.users["dewi"]) as client:
        page = said(get(client, url(village, "registers")))
    assert "Kasir A Kosong" in page
    assert "Kasir B Dipakai Sif 1, Budi Santoso" in page
