"""What the pages of the books show, to whom, and at what cost."""

import re
from collections import Counter
from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy import select

from app.foundation.database import db
from app.foundation.money import format_rupiah
from app.ledger import queries, trial
from app.ledger.draft import credit, debit
from app.ledger.hooks import of
from app.ledger.models import Entry, Posting
from app.ledger.operations import reverse_journal
from app.ledger.queries.card import Key
from app.ledger.span import Span, day_of, month_of
from tests.conftest import signed_in_as
from tests.ledger.desk import (
    CASH,
    NOON,
    OPENING,
    PAPER,
    PARTED,
    POWER,
    SAFE,
    TODAY,
    counted,
    post,
    power_bill,
    set_clock,
    text_of,
    url,
)
from tests.village import TestVillage

READERS = ("wati", "lestari", "dewi", "slamet", "joko", "endah")
OTHERS = ("budi", "yuni", "agus", "rina", "sari", "hadi")
PAGES = ("journal", "entries/1", f"accounts/{POWER}", "trial-balance", "periods")


@pytest.fixture(autouse=True)
def noon(monkeypatch: pytest.MonkeyPatch) -> None:
    set_clock(monkeypatch, NOON)


@pytest.fixture
def books(village: TestVillage) -> TestVillage:
    """Three entries in November; the second is taken back by the third, and a fourth is in two units."""
    post(village, (debit(SAFE, "KANTOR", 5_000_000), credit(OPENING, "KANTOR", 5_000_000)), note="Modal awal")
    wrong = post(village, power_bill(), on=date(2026, 11, 20))
    reverse_journal(village.occasion("dewi", NOON), entry_no=wrong, note="Salah unit")
    lines = (debit(PAPER, "TOKO", 40_000), credit(CASH, "TOKO", 40_000), debit(PAPER, "USP", 7_000))
    post(village, (*lines, credit(PARTED, "USP", 7_000, "supplier:3")), note="ATK dua unit")
    return village


def plain(html: str) -> str:
    """What a page says, without its marks."""
    return " ".join(re.sub(r"<[^>]+>", " ", html.split("<main")[1]).split())


def test_who_may_read_the_books_sees_every_page(books: TestVillage) -> None:
    for who in READERS:
        with signed_in_as(books.app, books.users[who]) as client:
            for page in PAGES:
                html = text_of(client, url(books, page))
                assert html.count("<h1>") == 1


def test_others_are_refused_and_strangers_learn_nothing(books: TestVillage) -> None:
    for who, status in [*((each, 403) for each in OTHERS), ("tono", 404)]:
        with signed_in_as(books.app, books.users[who]) as client:
            for page in PAGES:
                assert client.get(url(books, page)).status_code == status, (who, page)


def test_an_entry_of_another_gerai_or_of_none_is_not_found(books: TestVillage) -> None:
    with signed_in_as(books.app, books.users["tono"]) as client:
        assert client.get(f"/g/{books.other_code}/ledger/entries/1").status_code == 404
    with signed_in_as(books.app, books.users["dewi"]) as client:
        for no in ("0", "5", "999999999999", "9" * 30, "-1", "abc"):
            assert client.get(url(books, f"entries/{no}")).status_code == 404
            assert client.post(url(books, f"entries/{no}/reversal"), data={"note": "x"}).status_code == 404
        for account in ("9-9999", "x", "1-1100%01", "a" * 300):
            assert client.get(url(books, f"accounts/{account}")).status_code == 404


def test_the_journal_shows_the_newest_first_with_reversals_marked_both_ways(books: TestVillage) -> None:
    with signed_in_as(books.app, books.users["joko"]) as client:
        said = plain(text_of(client, url(books, "journal")))
    numbers = re.findall(r"Ayat (\d) \d+ November 2026", said)
    assert numbers == ["4", "3", "2", "1"]
    assert "Ayat 3 23 November 2026 Jurnal umum 3 membalik 2" in said
    assert "Ayat 2 20 November 2026 Jurnal umum 2 dibalik oleh 3" in said
    assert "6-1200 Listrik, air, internet Toko 350.000" in said


def test_the_journal_goes_by_day_month_and_account(books: TestVillage) -> None:
    def shown(query: str) -> list[str]:
        return re.findall(r"Ayat (\d) \d+ November", plain(text_of(client, url(books, f"journal?{query}"))))

    with signed_in_as(books.app, books.users["wati"]) as client:
        assert shown("on=2026-11-20") == ["2"]
        assert shown("month=2026-11") == ["4", "3", "2", "1"]
        assert shown("account=6-1200+Listrik") == ["3", "2"]
        assert shown("account=6-1200&on=2026-11-23") == ["3"]
        assert shown("on=2026-11-22") == []


def test_what_an_address_asks_wrongly_is_said_and_left_out(books: TestVillage) -> None:
    wrong = {
        "journal?month=abc": "Bulan ini belum ada",
        "journal?month=9999-12": "Bulan ini belum ada",
        "journal?on=2026-02-30": "Tanggal ini tidak terbaca",
        "journal?account=beras%01": "Pilih akun dari daftar",
        "journal?account=9-9999": "Akun 9-9999 tidak ada di bagan akun",
        "journal?before=abc&after=-3": "Ayat 4",
        "journal?before=0": "Tidak ada ayat di sini",
        "journal?after=999999999999": "Ayat 4",
        f"journal?before={'9' * 40}": "Ayat 4",
        f"accounts/{POWER}?month=1-1&on=x&after=2026-99-99.1.1&before=%01": "Saldo awal",
        f"accounts/{POWER}?after=2026-11-23.999999999999.9999": "ayat 2",
        f"accounts/{PARTED}?subledger=%01&parts_after=%01": "Pemasok 3",
        f"accounts/{PARTED}?subledger={'x' * 61}": "Paling banyak 60 huruf",
        "trial-balance?month=0000-00&unit=BULAN": "Neraca saldo",
        "trial-balance?month=%01&unit=%01": "Neraca saldo",
    }
    with signed_in_as(books.app, books.users["wati"]) as client:
        for query, sentence in wrong.items():
            assert sentence in plain(text_of(client, url(books, query))), query


def test_an_entry_is_told_whole(books: TestVillage) -> None:
    with signed_in_as(books.app, books.users["joko"]) as client:
        said = plain(text_of(client, url(books, "entries/2")))
        entry = db.session.get_one(Entry, (books.gerai_id, 2))
        for words in (
            "Ayat 2",
            "Jurnal umum 2",
            "dibalik oleh 3",
            "Tanggal buku 20 November 2026",
            "Dicatat oleh Wati Rahayu",
            "Dicatat pada 23 November 2026, 12.00 WIB",
            "Catatan Listrik",
            "Jumlah 350.000 350.000",
            entry.hash,
            entry.previous_hash,
        ):
            assert words in said
        assert "membalik 2" in plain(text_of(client, url(books, "entries/3")))


def test_the_district_sees_entries_that_name_no_person(books: TestVillage) -> None:
    with signed_in_as(books.app, books.users["endah"]) as client:
        for page in ("entries/1", "entries/3", "periods"):
            said = plain(text_of(client, url(books, page)))
            assert "Wati" not in said and "Dewi" not in said
        assert "Dicatat oleh Petugas gerai" in plain(text_of(client, url(books, "entries/1")))
        assert "Modal awal" not in said


def test_only_who_may_reverse_is_offered_to_and_only_where_it_can_be_done(books: TestVillage) -> None:
    offered = {("wati", 1), ("dewi", 1), ("wati", 4), ("dewi", 4)}
    for who in READERS:
        with signed_in_as(books.app, books.users[who]) as client:
            for no in (1, 2, 3, 4):
                html = text_of(client, url(books, f"entries/{no}"))
                assert ("Ya, balik ayat" in html) == ((who, no) in offered)


def test_the_trial_balance_is_the_sum_of_all_postings(books: TestVillage) -> None:
    naive: Counter[str] = Counter()
    for account, amount in db.session.execute(
        select(Posting.account, Posting.amount).where(Posting.gerai_id == books.gerai_id)
    ):
        naive[account] += amount
    lines = queries.trial_balance(books.gerai_id, TODAY)
    assert {line.code: line.closing for line in lines if line.closing} == {
        a: n for a, n in naive.items() if n
    }
    opening_debit, opening_credit, *moved, closing_debit, closing_credit = trial.sums(lines)
    assert opening_debit == opening_credit == 0
    assert moved[0] == moved[1] == 5_000_000 + 2 * 350_000 + 47_000
    assert closing_debit == closing_credit == 5_047_000 + 0

    with signed_in_as(books.app, books.users["joko"]) as client:
        said = plain(text_of(client, url(books, "trial-balance?month=2026-11")))
    assert "1-1100 Kas brankas 5.000.000 5.000.000" in said
    assert "Jumlah seluruhnya 0 0 5.747.000 5.747.000 5.047.000 5.047.000" in said


def test_the_trial_balance_of_a_unit_balances_by_itself(books: TestVillage) -> None:
    whole = {line.code: line.closing for line in queries.trial_balance(books.gerai_id, TODAY)}
    by_unit: Counter[str] = Counter()
    for unit in queries.units():
        lines = queries.trial_balance(books.gerai_id, TODAY, unit.code)
        sums = trial.sums(lines)
        assert sums[0::2] == sums[1::2]
        for line in lines:
            by_unit[line.code] += line.closing
    assert {code: amount for code, amount in by_unit.items() if amount} == {
        c: a for c, a in whole.items() if a
    }
    with signed_in_as(books.app, books.users["joko"]) as client:
        said = plain(text_of(client, url(books, "trial-balance?unit=USP")))
    assert "Simpan pinjam" in said and "Kas brankas" not in said


def test_a_month_opens_with_what_the_month_before_closed_at(books: TestVillage, monkeypatch: Any) -> None:
    december = datetime(2026, 12, 2, 3, 0, tzinfo=UTC)
    set_clock(monkeypatch, december)
    post(books, power_bill(90_000), on=date(2026, 12, 2), at=december)
    november = {line.code: line.closing for line in queries.trial_balance(books.gerai_id, TODAY)}
    for line in queries.trial_balance(books.gerai_id, date(2026, 12, 1)):
        assert line.opening == november.get(line.code, 0)
    with signed_in_as(books.app, books.users["wati"]) as client:
        said = plain(text_of(client, url(books, f"accounts/{CASH}")))
    assert "Saldo awal −Rp40.000 Debit Rp0 Kredit Rp90.000 Saldo akhir −Rp130.000" in said


def test_an_account_card_carries_the_running_balance(books: TestVillage) -> None:
    with signed_in_as(books.app, books.users["wati"]) as client:
        said = plain(text_of(client, url(books, f"accounts/{POWER}?month=2026-11")))
        # Debit, credit, what moved (for phones), balance; empty where there is nothing.
        assert "ayat 2 Toko · Jurnal umum 2 dibalik oleh 3 350.000 350.000 350.000" in said
        assert "ayat 3 Toko · Jurnal umum 3 membalik 2 350.000 −350.000 0" in said
        said = plain(text_of(client, url(books, f"accounts/{POWER}?on=2026-11-23")))
        assert "Saldo awal Rp350.000" in said and "ayat 2" not in said


def test_a_control_account_is_told_by_its_parts(books: TestVillage) -> None:
    of(books.app).subledgers["supplier"] = "Pemasok"
    post(books, (debit(PAPER, "TOKO", 9_000), credit(PARTED, "TOKO", 9_000, "supplier:4")))
    with signed_in_as(books.app, books.users["wati"]) as client:
        said = plain(text_of(client, url(books, f"accounts/{PARTED}")))
        assert "Saldo akhir Rp16.000" in said and "Pemasok 3 Rp7.000 Pemasok 4 Rp9.000" in said
        said = plain(text_of(client, url(books, f"accounts/{PARTED}?subledger=supplier:4")))
        assert "Saldo akhir Rp9.000" in said and "ayat 4" not in said
    del of(books.app).subledgers["supplier"]


@pytest.mark.parametrize("part", [None, "supplier:1"])
def test_a_long_card_is_walked_both_ways_without_losing_a_rupiah(
    village: TestVillage, part: str | None
) -> None:
    for day in (20, 3, 3, 11, 23, 11, 2):  # entered as they came to hand, not in the order of their days
        lines = [debit(PAPER, "TOKO", 1_000 + day), credit(PARTED, "TOKO", 1_000 + day, "supplier:1")]
        post(village, (*lines, debit(PAPER, "KANTOR", 5), credit(CASH, "KANTOR", 5)), on=date(2026, 11, day))
    account, span = (PARTED if part else PAPER), month_of(TODAY)

    def page(**key: Key | None) -> queries.Card:
        return queries.card(village.gerai_id, account, span, subledger=part, limit=3, **key)

    whole = queries.card(village.gerai_id, account, span, subledger=part)
    walked, card = [], page()
    while True:
        walked += zip(card.rows, card.running, strict=True)
        assert (card.opening, card.closing) == (whole.opening, whole.closing)
        if card.later is None:
            break
        card = page(after=card.later)
    assert walked == list(zip(whole.rows, whole.running, strict=True))
    assert [row.posted_on for row, _balance in walked] == sorted(row.posted_on for row in whole.rows)
    assert walked[-1][1] == whole.closing
    back = [card]
    while back[0].earlier:
        back.insert(0, page(before=back[0].earlier))
    assert [(r, b) for c in back for r, b in zip(c.rows, c.running, strict=True)] == walked


def test_a_day_of_a_card_opens_where_the_day_before_closed(village: TestVillage) -> None:
    for day in (3, 11, 20):
        post(village, power_bill(day * 1_000), on=date(2026, 11, day))
    for part in (None, ""):
        card = queries.card(village.gerai_id, POWER, day_of(date(2026, 11, 11)), subledger=part)
        assert (card.opening, card.debit, card.credit, card.closing) == (3_000, 11_000, 0, 14_000)
    empty = queries.card(village.gerai_id, POWER, Span(date(2026, 11, 1), date(2026, 11, 2)))
    assert (empty.opening, empty.closing, list(empty.rows)) == (0, 0, [])


def test_the_journal_is_walked_in_pages(village: TestVillage) -> None:
    for _ in range(7):
        post(village, power_bill(1_000))
    pages, page = [], queries.journal(village.gerai_id, limit=3)
    while True:
        pages.append([entry.no for entry in page.entries])
        if page.older is None:
            break
        page = queries.journal(village.gerai_id, limit=3, before=page.older)
    assert pages == [[7, 6, 5], [4, 3, 2], [1]]
    newer = queries.journal(village.gerai_id, limit=3, after=page.newer)
    assert [entry.no for entry in newer.entries] == [4, 3, 2] and newer.older == 2 and newer.newer == 4
    newest = queries.journal(village.gerai_id, limit=3, after=newer.newer)
    assert [entry.no for entry in newest.entries] == [7, 6, 5] and newest.newer is None


def test_a_source_is_told_by_its_room_and_linked_only_for_who_may_open_it(books: TestVillage) -> None:
    describers = of(books.app).describers
    describers["ledger.journal"] = lambda gerai, no: ("kept for the ledger's own words", None)
    entry = db.session.get_one(Entry, (books.gerai_id, 1))
    room, describers["tests.sale"] = (
        describers.get("tests.sale"),
        lambda gerai, no: (f"Penjualan {no}", "/sign-in"),
    )
    from app.ledger.describe import source_of

    with books.app.test_request_context():
        assert source_of(books.gerai(), entry.source, entry.source_no).name == "Jurnal umum 1"
        assert source_of(books.gerai(), "tests.sale", "7") == source_of(books.gerai(), "tests.sale", "7")
        assert source_of(books.gerai(), "tests.sale", "7").url == "/sign-in"
        describers["tests.sale"] = lambda gerai, no: ("Penjualan", f"/g/{gerai.code}/ledger/journal")
        assert source_of(books.gerai(), "tests.sale", "7").url is None
        describers["tests.sale"] = lambda gerai, no: ("Penjualan", "/nowhere")
        assert source_of(books.gerai(), "tests.sale", "7").url is None
        assert source_of(books.gerai(), "tests.unknown", "7").name == "Dokumen 7"
    del describers["tests.sale"], describers["ledger.journal"]
    assert room is None


def test_an_empty_book_invites(village: TestVillage) -> None:
    with signed_in_as(village.app, village.users["wati"]) as client:
        assert "Buku masih kosong" in text_of(client, url(village, "journal"))
        assert "Belum ada angka" in text_of(client, url(village, "trial-balance"))
        assert "Semua rincian nol" in text_of(client, url(village, f"accounts/{PARTED}"))


@pytest.fixture
def busy_books(village: TestVillage) -> TestVillage:
    for day in range(1, 24):
        for _ in range(3):
            post(village, power_bill(1_000 * day), on=date(2026, 11, day))
    reverse_journal(village.occasion("dewi", NOON), entry_no=60, note="Dobel")
    return village


@pytest.mark.parametrize(
    "page, most",
    [
        ("journal", 12),
        ("journal?month=2026-11&account=6-1200", 12),
        ("entries/60", 12),
        (f"accounts/{POWER}", 12),
        (f"accounts/{PARTED}?subledger=supplier:3", 14),
        ("trial-balance", 9),
        ("periods", 9),
    ],
)
def test_a_page_asks_the_database_little(busy_books: TestVillage, page: str, most: int) -> None:
    with signed_in_as(busy_books.app, busy_books.users["wati"]) as client:
        db.session.remove()
        with counted() as statements:
            html = text_of(client, url(busy_books, page))
    assert 3 <= len(statements) <= most, "\n".join(statements)
    if page == "journal":
        assert html.count('class="entry-head"') == 50
    if page == "trial-balance":
        assert not any(re.search(r"\bposting\b", statement) for statement in statements)


def test_money_on_a_page_is_written_as_people_write_it(books: TestVillage) -> None:
    with signed_in_as(books.app, books.users["wati"]) as client:
        html = text_of(client, url(books, f"accounts/{OPENING}"))
    assert format_rupiah(5_000_000) in html and "5000000" not in html
