"""The gerai's day: the page, the receipts and the ledger say the same, and nothing that matters is left out."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select

from app.books.models import Book
from app.cash.operations import add_register, close_shift, count_drawer
from app.foundation.database import db
from app.foundation.money import format_rupiah
from app.ledger.draft import credit, debit
from app.ledger.models import DailyTotal
from app.ledger.operations import post_journal
from app.sales.models import Sale
from app.sales.operations import return_goods, void_sale
from app.sales.request.back import BackLine, ReturnRequest, VoidRequest
from app.statements import queries
from tests import shop
from tests.cash.drawer import pieces_of
from tests.conftest import signed_in_as
from tests.ledger.desk import counted as statements
from tests.ledger.desk import set_clock
from tests.village import MORNING, TestVillage

NOON = datetime(2026, 11, 23, 5, 0, tzinfo=UTC)
TODAY = date(2026, 11, 23)
READERS = ("wati", "lestari", "dewi", "slamet", "joko", "hadi", "endah")
OTHERS = ("budi", "yuni", "agus", "rina", "sari")


@pytest.fixture(autouse=True)
def noon(monkeypatch: pytest.MonkeyPatch) -> None:
    let_it_be(monkeypatch, NOON)


def let_it_be(patch: pytest.MonkeyPatch, moment: datetime) -> None:
    set_clock(patch, moment)
    patch.setattr("app.statements.routes.day.now", lambda: moment)


@pytest.fixture
def selling(village: TestVillage) -> TestVillage:
    """A furnished shop that has sold five baskets: cash, QRIS, a discount, a rounding and a told sale."""
    shop.furnish(village)
    shift = shop.open_till(village)
    baskets = [
        {"lines": [{"item": shop.RICE, "quantity": "2"}], "cash": 150_000},
        {"lines": [{"item": shop.EGGS, "quantity": "1.250"}], "cash": 40_000},
        {"lines": [{"item": shop.SOAP, "quantity": "3", "discount": 1_000}], "cash": 10_000},
        {"lines": [{"item": shop.OIL, "quantity": "1"}], "tenders": [{"kind": "qris", "amount": 15_700}]},
    ]
    for seq, each in enumerate(baskets, 1):
        lines = each.pop("lines")
        shop.sell(village, shop.basket(lines, shift=shift, seq=seq, **each))
    told = shop.basket(
        [{"item": shop.RICE, "quantity": "41"}], shift=shift, seq=5, cash=3_000_000, completed=True
    )
    shop.sell(village, told)
    return village


def url(village: TestVillage, query: str = "") -> str:
    return f"/g/{village.code}/day{query}"


def get(client: FlaskClient, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status, (address, answer.text[:300])
    if status == 200:
        assert answer.text.count("<h1") == 1
    return answer.text


def said(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html.split("<main")[1]).split())


def read(village: TestVillage, who: str = "wati", query: str = "") -> str:
    with signed_in_as(village.app, village.users[who]) as client:
        return said(get(client, url(village, query)))


def test_the_turnover_on_the_page_is_the_receipts_and_the_ledger(selling: TestVillage) -> None:
    receipts = db.session.scalar(select(func.sum(Sale.total)).where(Sale.gerai_id == selling.gerai_id))
    ledger = db.session.scalar(
        select(func.sum(DailyTotal.credit - DailyTotal.debit)).where(
            DailyTotal.gerai_id == selling.gerai_id,
            DailyTotal.account.in_(("4-1100", "4-1110", "4-1190", "4-1191")),
        )
    )
    page = read(selling)
    assert receipts == ledger
    assert f"Penjualan {format_rupiah(int(receipts or 0))} 5 struk" in page
    assert "Mintalah bendahara memeriksanya" not in page


def test_how_the_day_was_paid_is_what_the_tenders_say(selling: TestVillage) -> None:
    takings = queries.takings(selling.gerai_id, TODAY)
    figures = queries.figures(selling.gerai_id, [TODAY])[TODAY]
    assert sum(takings.paid.values()) == takings.total - figures.rounding
    assert takings.paid["qris"] == 15_700
    assert sum(takings.hours.values()) == figures.receipts == 5
    assert figures.discounts == 1_000
    assert f"Tunai {format_rupiah(takings.paid['cash'])}" in read(selling)


def test_a_sale_that_should_not_have_been_and_goods_below_zero_are_named(selling: TestVillage) -> None:
    page = read(selling)
    assert "1 penjualan perlu diperiksa. A-000005:" in page
    assert "Stok 1 barang di bawah nol. Catat barang masuknya. Beras medium 5 kg: −3 pak" in page


def test_the_safe_below_zero_is_explained(selling: TestVillage) -> None:
    sentence = "Kas brankas tercatat minus Rp100.000: saldo awal mungkin belum dicatat."
    assert sentence in read(selling)
    lines = (debit("1-1100", "KANTOR", 500_000), credit("3-9000", "KANTOR", 500_000))
    post_journal(selling.occasion("wati"), on=TODAY, lines=lines, note="Saldo awal")
    page = read(selling)
    assert "tercatat minus" not in page
    assert "Kas brankas Rp400.000" in page


def test_a_drawer_that_was_short_and_a_shift_left_open_are_pointed_out(
    selling: TestVillage, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_register(selling.occasion("dewi"), register="B")
    second = shop.open_till(selling, "dewi", "B", 0)
    expected = 100_000 + queries.takings(selling.gerai_id, TODAY).paid["cash"]
    night = selling.occasion("budi", NOON)
    count_drawer(night, shift_no=1, pieces=pieces_of(expected - 12_000), any_shift=False)
    close_shift(night, shift_no=1, reason="Salah kembalian", any_shift=False)
    page = read(selling)
    assert "Laci sif 1 kurang Rp12.000." in page
    assert "Selisih kas kurang Rp12.000" in page
    assert f"Sif {second} belum ditutup." not in page
    let_it_be(monkeypatch, NOON + timedelta(days=1))
    page = read(selling, query="?on=2026-11-23")
    assert f"Sif {second} belum ditutup." in page
    assert "Stok 1 barang di bawah nol" not in page, "that is so now, and no fact of yesterday"


def test_a_turnover_that_no_receipt_explains_is_the_gravest_remark(selling: TestVillage) -> None:
    lines = (debit("1-1100", "TOKO", 70_000), credit("4-1110", "TOKO", 70_000))
    post_journal(selling.occasion("wati"), on=TODAY, lines=lines, note="Penjualan tanpa struk")
    assert "Mintalah bendahara memeriksanya." in read(selling)


def test_the_same_weekday_of_the_week_before_is_compared(
    selling: TestVillage, monkeypatch: pytest.MonkeyPatch
) -> None:
    let_it_be(monkeypatch, NOON + timedelta(days=8))
    later = MORNING + timedelta(days=7)
    body = shop.basket([{"item": shop.SOAP, "quantity": "2"}], shift=1, seq=6, cash=10_000)
    shop.sell(selling, body | {"sold_at": "2026-11-30T08:05:00+07:00"}, at=later)
    page = read(selling, query="?on=2026-11-30")
    assert "Penjualan Rp7.300 1 struk, rata-rata Rp7.300" in page
    assert re.search(r"Turun 99,\d% dari Senin lalu \(Rp[\d.]+\)\.", page)
    let_it_be(monkeypatch, later)
    assert "Senin lalu sehari penuh Rp" in read(selling)
    assert "Senin lalu tidak ada penjualan." in read(selling, query="?on=2026-11-23")


def test_what_came_back_is_taken_off_and_named(selling: TestVillage) -> None:
    budi, manager = selling.occasion("budi"), {"limit": None}
    before = queries.figures(selling.gerai_id, [TODAY])[TODAY]
    void = VoidRequest(reference=str(uuid4()), sale=2, shift=1, reason="Salah ketik", **manager)
    void_sale(replace(budi, reference=void.reference), order=void)
    one = (BackLine(line=1, quantity_milli=1000),)
    order = ReturnRequest(
        reference=str(uuid4()), sale=1, shift=1, lines=one, refund=(), reason="Kemasan sobek", **manager
    )
    return_goods(replace(budi, reference=order.reference), order=order)
    figures = queries.figures(selling.gerai_id, [TODAY])[TODAY]
    backs = queries.backs(selling.gerai_id, TODAY)
    assert (backs.voids, backs.returns) == (1, 1)
    assert figures.turnover == before.turnover - backs.value
    assert figures.receipts == before.receipts - 1
    paid = sum(queries.takings(selling.gerai_id, TODAY).paid.values()) + sum(backs.paid.values())
    assert paid == figures.turnover - figures.rounding
    page = read(selling)
    assert "Penjualan dibatalkan 1" in page and "Retur 1" in page
    assert "Mintalah bendahara memeriksanya" not in page


def test_yesterday_is_compared_too_and_the_calendar_leads_to_each_day(
    selling: TestVillage, monkeypatch: pytest.MonkeyPatch
) -> None:
    let_it_be(monkeypatch, NOON + timedelta(days=1))
    assert re.search(r"Kemarin sehari penuh Rp[\d.]+\.", read(selling))
    with signed_in_as(selling.app, selling.users["wati"]) as client:
        html = get(client, url(selling, "?on=2026-11-23"))
    calendar = html.split('class="calendar"')[1].split("</table>")[0]
    assert calendar.count('aria-current="date"') == 1 and "on=2026-11-24" in calendar
    assert "on=2026-11-25" not in calendar


def test_a_day_is_read_as_it_is_written_here(selling: TestVillage) -> None:
    assert "Senin, 23 November 2026" in read(selling, query="?on=23/11/2026")


def test_an_empty_day_says_so(village: TestVillage) -> None:
    page = read(village)
    for words in (
        "Belum ada struk hari ini.",
        "Tidak ada sif",
        "Tidak ada ayat jurnal",
        "Tidak ada yang perlu diperiksa.",
        "Penjualan Rp0",
    ):
        assert words in page
    assert "Tidak ada penjualan pada hari itu." in read(village, query="?on=2026-11-10")


@pytest.mark.parametrize(
    "query, sentence",
    [
        ("?on=kemarin", "Tanggal ini tidak terbaca."),
        ("?on=2026-02-30", "Tanggal ini tidak terbaca."),
        ("?on=2026-11-24", "Hari itu belum tiba."),
        ("?on=9999-12-31", "Hari itu belum tiba."),
        ("?on=0001-01-01", "Pada hari itu gerai ini belum buka."),
    ],
)
def test_a_day_that_cannot_be_shown_is_said_and_today_stands_there(
    village: TestVillage, query: str, sentence: str
) -> None:
    page = read(village, query=query)
    assert sentence in page
    assert "Senin, 23 November 2026" in page


def test_days_lead_on_to_their_neighbours(village: TestVillage) -> None:
    with signed_in_as(village.app, village.users["wati"]) as client:
        html = get(client, url(village, "?on=2026-11-10"))
        assert "on=2026-11-09" in html and "on=2026-11-11" in html
        assert "on=2026-11-24" not in get(client, url(village))
        first = get(client, url(village, "?on=2026-11-01"))
        assert "on=2026-10-31" not in first and "on=2026-11-02" in first


def test_the_district_reads_the_day_without_the_officers_names(selling: TestVillage) -> None:
    page = read(selling, "endah")
    assert "Sif 1 , Petugas gerai" in page
    assert "Budi Santoso" not in page
    assert "Sif 1 , Budi Santoso" in read(selling, "hadi")


def test_links_lead_only_where_the_reader_may_go(selling: TestVillage) -> None:
    for who in READERS:
        with signed_in_as(selling.app, selling.users[who]) as client:
            main = get(client, url(selling)).split("<main")[1]
            addresses = {each.replace("&amp;", "&") for each in re.findall(r'href="(/g/[^"]+)"', main)}
            for address in sorted(addresses):
                assert client.get(address).status_code in (200, 303), (who, address)


def test_who_has_no_business_with_it_is_refused(village: TestVillage) -> None:
    for who, status in [*((each, 200) for each in READERS), *((each, 403) for each in OTHERS), ("tono", 404)]:
        with signed_in_as(village.app, village.users[who]) as client:
            get(client, url(village), status)


def test_the_head_of_the_chain_stands_on_the_page(selling: TestVillage) -> None:
    book = db.session.get_one(Book, selling.gerai_id)
    four = " ".join(book.head_hash[i : i + 4] for i in range(0, 16, 4))
    assert f"Kepala rantai: ayat {book.head_no}, {four}" in read(selling)


def test_the_page_asks_the_database_little(selling: TestVillage) -> None:
    with signed_in_as(selling.app, selling.users["dewi"]) as client:
        get(client, url(selling))
        with statements() as asked:
            get(client, url(selling))
    assert len(asked) <= 20, asked
