"""The story of a month: what it waits for is named, the treasurer closes it, a second person reopens it."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from io import BytesIO
from uuid import uuid4

import pytest
from openpyxl import load_workbook
from werkzeug.test import TestResponse

from app.books.models import Book
from app.cash.operations import close_shift, count_drawer
from app.foundation.database import db
from app.foundation.money import format_rupiah
from app.ledger import hooks
from app.ledger.draft import credit, debit
from app.ledger.operations import post_journal
from app.statements import queries
from app.statements.month_books import only
from tests import shop
from tests.cash.drawer import pieces_of
from tests.conftest import signed_in_as
from tests.ledger.desk import counted, set_clock
from tests.statements.test_day import said
from tests.village import MORNING, TestVillage

CHRISTMAS = datetime(2026, 12, 25, 5, 0, tzinfo=UTC)
NOON = datetime(2026, 11, 23, 5, 0, tzinfo=UTC)
NOVEMBER = date(2026, 11, 1)
READERS = ("wati", "lestari", "dewi", "slamet", "joko", "endah")
OTHERS = ("budi", "yuni", "agus", "rina", "sari", "hadi")
KEYS = ("position", "results", "cash-flow", "equity")


@pytest.fixture
def traded(village: TestVillage, monkeypatch: pytest.MonkeyPatch) -> TestVillage:
    """November has been traded and it is Christmas; a shift is still open, saldo awal is not even."""
    set_clock(monkeypatch, CHRISTMAS)
    shop.furnish(village)
    shift = shop.open_till(village)
    for seq, tenders in enumerate(
        ([{"kind": "cash", "amount": 130_000}], [{"kind": "qris", "amount": 130_000}]), 1
    ):
        lines = [{"item": shop.RICE, "quantity": "2"}]
        shop.sell(village, shop.basket(lines, shift=shift, seq=seq, tenders=tenders))
    brought = (debit("1-1100", "KANTOR", 1_000_000), credit("3-9000", "KANTOR", 1_000_000))
    post_journal(village.occasion("wati"), on=MORNING.date(), lines=brought, note="Saldo awal")
    return village


@pytest.fixture
def ready(traded: TestVillage) -> TestVillage:
    """What kept November open is done."""
    night = traded.occasion("budi", NOON)
    count_drawer(night, shift_no=1, pieces=pieces_of(230_000), any_shift=False)
    close_shift(night, shift_no=1, reason="", any_shift=False)
    even = (debit("3-9000", "KANTOR", 1_000_000), credit("3-1400", "KANTOR", 1_000_000))
    post_journal(traded.occasion("wati"), on=MORNING.date(), lines=even, note="Hibah awal")
    return traded


def url(village: TestVillage, path: str = "") -> str:
    return f"/g/{village.code}/ledger/periods/2026-11{path}"


def page(village: TestVillage, who: str = "wati", path: str = "", status: int = 200) -> str:
    with signed_in_as(village.app, village.users[who]) as client:
        answer = client.get(url(village, path))
    assert answer.status_code == status, answer.text[:300]
    if status == 200:
        assert answer.text.count("<h1") == 1
    return answer.text


def sheet(village: TestVillage, key: str) -> str:
    return page(village, path=f"/{key}").split("<article")[1].split("</article>")[0]


def send(village: TestVillage, who: str, act: str) -> TestResponse:
    with signed_in_as(village.app, village.users[who]) as client:
        return client.post(url(village, f"/{act}"), data={"reference": str(uuid4())})


def test_the_checklist_names_what_is_open_and_where_it_is_solved(traded: TestVillage) -> None:
    html = page(traded)
    for sentence in (
        "Sif 1 masih buka.",
        "Ekuitas saldo awal (3-9000) masih ",
        "Uang QRIS dan transfer yang belum masuk bank Rp130.000.",
        "Barang yang diterima dan belum ada notanya Rp",
        "Bulan ini belum dapat ditutup.",
    ):
        assert sentence in said(html), sentence
    assert "Ya, tutup bulan" not in html
    assert f'href="/g/{traded.code}/shifts/1"' in html and f'href="/g/{traded.code}/opening"' in html
    refused = send(traded, "wati", "closing")
    assert refused.status_code == 422 and "Bulan ini belum dapat ditutup: sif 1 masih buka." in refused.text


def test_a_month_is_closed_by_the_treasurer_and_reopened_by_another(ready: TestVillage) -> None:
    html = page(ready)
    assert "Ya, tutup bulan" in html and "masih buka" not in said(html)
    assert "Uang QRIS dan transfer yang belum masuk bank" in said(html), "a reminder keeps nothing open"
    head = db.session.get_one(Book, ready.gerai_id)
    no, four = head.head_no, " ".join(head.head_hash[i : i + 4] for i in range(0, 16, 4))
    done = send(ready, "wati", "closing")
    assert (done.status_code, done.location) == (303, url(ready))
    sentence = f"Ditutup oleh Wati Rahayu, 25 Desember 2026, 12.00 WIB. Kepala rantai: ayat {no}, {four}."
    for path in ("", *(f"/{key}" for key in KEYS)):
        assert sentence in said(page(ready, path=path))
    assert "Ya, buka kembali" not in page(ready, "wati")
    assert "Ya, buka kembali" in page(ready, "slamet")
    assert send(ready, "slamet", "reopening").status_code == 303
    assert "Sementara: bulan ini belum ditutup" in said(page(ready))


def test_what_comes_later_changes_nothing_in_a_closed_month(ready: TestVillage) -> None:
    send(ready, "wati", "closing")
    before = [sheet(ready, key) for key in KEYS]
    lines = (debit("6-1200", "TOKO", 90_000), credit("1-1100", "TOKO", 90_000))
    post_journal(ready.occasion("wati", CHRISTMAS), on=date(2026, 12, 2), lines=lines, note="Listrik")
    assert [sheet(ready, key) for key in KEYS] == before


def test_the_page_and_the_ledger_say_the_same_surplus(ready: TestVillage) -> None:
    books = queries.books(ready.gerai_id, NOVEMBER)
    surplus = books.surplus(only(NOVEMBER))
    assert surplus == 4 * (65_000 - 60_000)
    assert f"Sisa hasil usaha {format_rupiah(surplus)}" in said(page(ready))
    assert f"Sisa hasil usaha {format_rupiah(surplus).replace('Rp', '')}" in said(
        page(ready, path="/results")
    )


def test_the_district_reads_without_the_closers_name(ready: TestVillage) -> None:
    send(ready, "wati", "closing")
    html = page(ready, "endah")
    assert "Wati Rahayu" not in html and "Ditutup oleh Petugas gerai" in said(html)


def test_only_who_may_reads_a_month(ready: TestVillage) -> None:
    for path in ("", "/position", "/statements.pdf", "/statements.xlsx"):
        for who, status in [
            *((each, 200) for each in READERS),
            *((each, 403) for each in OTHERS),
            ("tono", 404),
        ]:
            with signed_in_as(ready.app, ready.users[who]) as client:
                assert client.get(url(ready, path)).status_code == status, (who, path)
    for who in ("dewi", "slamet", "joko", "endah"):
        assert send(ready, who, "closing").status_code == 403
        assert "Ya, tutup bulan" not in page(ready, who)


def test_a_month_or_a_statement_that_is_not_there_is_not_found(ready: TestVillage) -> None:
    with signed_in_as(ready.app, ready.users["wati"]) as client:
        for path in (
            "2026-09",
            "2027-05",
            "abc",
            "2026-13",
            "2026-11/neraca",
            "2026-09/position",
            "2026-09/statements.pdf",
        ):
            assert client.get(f"/g/{ready.code}/ledger/periods/{path}").status_code == 404, path


def test_a_unit_that_is_unknown_shows_the_whole(ready: TestVillage) -> None:
    assert "semua unit" in said(page(ready, path="/position?unit=WARUNG"))
    assert "Toko sembako" in said(page(ready, path="/position?unit=TOKO"))


def test_the_links_of_a_month_lead_only_where_the_reader_may_go(traded: TestVillage) -> None:
    for who in READERS:
        html = page(traded, who).split("<main")[1]
        addresses = {each.replace("&amp;", "&") for each in re.findall(r'href="(/g/[^"]+)"', html)}
        with signed_in_as(traded.app, traded.users[who]) as client:
            for address in sorted(addresses):
                assert client.get(address).status_code == 200, (who, address)


@pytest.fixture
def matter(village: TestVillage) -> Iterator[list[hooks.Matter]]:
    """What some room above has to say of a month."""
    said_of: list[hooks.Matter] = []

    def ask(_gerai_id: int, _first: date, _last: date) -> list[hooks.Matter]:
        return said_of

    hooks.of(village.app).reminders.append(ask)
    yield said_of
    hooks.of(village.app).reminders.remove(ask)


def test_a_rooms_matter_leads_only_whom_its_page_lets_in(
    ready: TestVillage, matter: list[hooks.Matter]
) -> None:
    matter.append(hooks.Matter("3 baris bank belum cocok.", "cash.shifts"))
    matter.append(hooks.Matter("Halamannya belum ada.", "nowhere.page"))
    shifts = f'href="/g/{ready.code}/shifts"'
    assert (
        "3 baris bank belum cocok." in said(page(ready, "wati"))
        and shifts in page(ready, "wati").split("<main")[1]
    )
    assert "Halamannya belum ada." in said(page(ready, "lestari"))
    assert shifts not in page(ready, "lestari").split("<main")[1]


def test_the_pdf_is_one_with_four_pages_and_says_who_closed(ready: TestVillage) -> None:
    send(ready, "wati", "closing")
    with signed_in_as(ready.app, ready.users["joko"]) as client:
        answer = client.get(url(ready, "/statements.pdf"))
    assert answer.data.startswith(b"%PDF-") and answer.content_type == "application/pdf"
    assert answer.headers["Content-Disposition"].endswith(f'"laporan-{ready.code}-2026-11.pdf"')
    assert answer.data.count(b"/Type /Page\n") == 4


def test_the_spreadsheet_holds_numbers_and_no_formula(ready: TestVillage) -> None:
    with signed_in_as(ready.app, ready.users["joko"]) as client:
        answer = client.get(url(ready, "/statements.xlsx"))
    book = load_workbook(BytesIO(answer.data))
    assert len(book.sheetnames) == 4
    cells = [
        cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value not in (None, "")
    ]
    assert {cell.data_type for cell in cells} == {"s", "n"}
    assert any(cell.value == 20_000 for cell in cells if cell.data_type == "n")


def test_the_month_asks_the_database_little(ready: TestVillage) -> None:
    with signed_in_as(ready.app, ready.users["wati"]) as client:
        for path, most in (("", 28), ("/position", 12), ("/statements.pdf", 12)):
            client.get(url(ready, path))
            with counted() as asked:
                client.get(url(ready, path))
            assert len(asked) <= most, (path, len(asked))
            assert sum("JOIN posting" in each for each in asked) == 1, "that of the saldo awal, by its source"
