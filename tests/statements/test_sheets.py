"""The four statements tie, whatever was posted: of the whole and of every unit, in every column."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.foundation.dates import month_start
from app.ledger.draft import Draft, Line, draft
from app.ledger.hooks import of
from app.statements.month_books import CASH, only, year_of
from app.statements.queries import books
from app.statements.sheets import SHEETS, Sheet, cash_flow, equity, filled, position, results
from app.statements.sheets.sheet import LINE, TOTAL
from tests.ledger.desk import counted
from tests.ledger.history import post_draft
from tests.ledger.test_random_books import undone
from tests.village import MORNING, TestVillage

ACCOUNTS = (
    "1-1100", "1-1110", "1-1200", "1-1210", "1-1390", "1-1500", "1-1910", "1-1920", "1-2100", "1-3120", "1-3121",
    "1-4100", "2-1100", "2-1110", "2-1400", "2-2100", "3-1100", "3-1500", "3-3100", "3-3200", "3-9000", "4-1100",
    "4-1110", "4-1190", "4-7110", "5-1100", "5-7100", "6-1100", "6-1500", "6-2100", "7-1200", "8-1100", "9-1110",
)  # fmt: skip
UNITS = ("KANTOR", "TOKO", "USP")
FIRST, SPAN = date(2026, 11, 1), 120
OPENING = "tests.opening"
MONTHS = [date(2026, 11, 1), date(2026, 12, 1), date(2027, 1, 1), date(2027, 2, 1)]


@st.composite
def events(draw: st.DrawFn) -> Draft:
    lines: list[Line] = []
    for unit in draw(st.lists(st.sampled_from(UNITS), min_size=1, max_size=2, unique=True)):
        some = draw(
            st.lists(
                st.tuples(st.sampled_from(ACCOUNTS), st.integers(-900_000, 900_000).filter(bool)), min_size=1, max_size=4
            )
        )  # fmt: skip
        lines += [Line(account, unit, amount, _part(account)) for account, amount in some]
        rest = draw(st.sampled_from(ACCOUNTS))
        lines.append(Line(rest, unit, -sum(line.amount for line in lines if line.unit == unit), _part(rest)))
    kept = [line for line in lines if line.amount]
    if len(kept) < 2:
        kept = [Line("1-1100", "TOKO", 5), Line("4-1100", "TOKO", -5)]
    source = draw(st.sampled_from(("tests.trade", "tests.trade", OPENING)))
    return draft(source, 1, FIRST + timedelta(days=draw(st.integers(0, SPAN))), kept)


CONTROL = {"1-1110", "1-1200", "1-1210", "1-1910", "2-1100", "2-1110", "2-1400", "3-1100", "3-1200"}


def _part(account: str) -> str:
    return "part:1" if account in CONTROL else ""


def last(sheet: Sheet) -> tuple[int, ...]:
    return [row for row in sheet.rows if row.kind == TOTAL][-1].amounts


def totals(sheet: Sheet) -> list[tuple[int, ...]]:
    return [row.amounts for row in sheet.rows if row.kind == TOTAL]


def named(sheet: Sheet, label: str) -> tuple[int, ...]:
    return next(
        (row.amounts for row in sheet.rows if row.label == label and row.amounts), (0,) * len(sheet.columns)
    )


def check(village: TestVillage, month: date, unit: str | None) -> None:
    of_books = books(village.gerai_id, month, unit)
    neraca, hasil, arus, ekuitas = (sheet(of_books, month) for sheet in SHEETS.values())
    assets, sources = totals(neraca)
    assert assets == sources
    month_total, year_total = totals(ekuitas)
    own = named(neraca, "Jumlah ekuitas")
    assert month_total[4] == year_total[4] == own[0]
    assert month_total[0] + month_total[1] == own[1] or month_total[1], (
        "what was carried in is no part of the start"
    )
    assert month_total[0] == own[1], "equity begins where the month before ended"
    assert month_total[0] + sum(month_total[1:4]) == month_total[4]
    cash_rows = [row for row in arus.rows if row.kind == LINE and row.account in CASH]
    ended = last(arus)
    assert tuple(map(sum, zip(*(row.amounts for row in cash_rows), strict=True))) == ended or not cash_rows
    began, brought = named(arus, "Kas pada awal masa"), named(arus, "Kas dari saldo awal")
    moved = named(arus, "Kenaikan (penurunan) kas")
    assert tuple(a + b + c for a, b, c in zip(began, brought, moved, strict=True)) == ended
    assert ended[0] == sum(row.amounts[0] for row in neraca.rows if row.account in CASH)
    earned = last(hasil)
    assert earned == tuple(of_books.surplus(s) for s in (only(month), only(previous(month)), year_of(month)))


def previous(month: date) -> date:
    return month_start(month - timedelta(days=1))


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(steps=st.lists(events(), min_size=1, max_size=8))
def test_the_statements_tie_whatever_was_posted(village: TestVillage, steps: list[Draft]) -> None:
    brought = of(village.app).brought_forward
    brought.add(OPENING)
    try:
        with undone():
            at = MORNING + timedelta(days=SPAN + 30)
            for event in steps:
                post_draft(village.occasion("wati", at), event=event)
            for month in MONTHS:
                for unit in (None, *UNITS):
                    check(village, month, unit)
    finally:
        brought.discard(OPENING)


def entry(village: TestVillage, on: date, *lines: tuple[str, str, int], source: str = "tests.trade") -> None:
    made = [Line(account, unit, amount, _part(account)) for unit, account, amount in lines]
    at = MORNING + timedelta(days=SPAN + 30)
    post_draft(village.occasion("wati", at), event=draft(source, 1, on, made))


NOVEMBER, DECEMBER, JANUARY = MONTHS[0], MONTHS[1], MONTHS[2]


@pytest.fixture
def worked(village: TestVillage) -> TestVillage:
    """Two months by hand: saldo awal, sales to members and others, a freezer that wears, a loan, a dues payment."""
    of(village.app).brought_forward.add(OPENING)
    first = date(2026, 11, 23)
    entry(village, first, ("KANTOR", "1-1100", 5_000_000), ("KANTOR", "1-1500", 2_000_000),
          ("KANTOR", "3-1100", -7_000_000), source=OPENING)  # fmt: skip
    entry(
        village,
        first,
        ("TOKO", "1-1100", 900_000),
        ("TOKO", "4-1190", 100_000),
        ("TOKO", "4-1100", -1_000_000),
    )
    entry(village, first, ("TOKO", "1-1210", 500_000), ("TOKO", "4-1110", -500_000))
    entry(
        village,
        first,
        ("TOKO", "5-1100", 700_000),
        ("TOKO", "5-1110", 400_000),
        ("TOKO", "1-1500", -1_100_000),
    )
    entry(village, first, ("KANTOR", "1-3120", 3_000_000), ("KANTOR", "1-1100", -3_000_000))
    december = date(2026, 12, 10)
    entry(village, december, ("KANTOR", "6-1500", 50_000), ("KANTOR", "1-3121", -50_000))
    entry(village, december, ("KANTOR", "1-1200", 4_000_000), ("KANTOR", "2-2100", -4_000_000))
    entry(
        village,
        december,
        ("USP", "1-1100", 250_000),
        ("USP", "2-1110", -150_000),
        ("USP", "3-1200", -100_000),
    )
    entry(village, december, ("TOKO", "6-1200", 80_000), ("TOKO", "1-1100", -80_000))
    yield village
    of(village.app).brought_forward.discard(OPENING)


def test_members_and_others_stand_apart_in_the_result(worked: TestVillage) -> None:
    sheet = results(books(worked.gerai_id, NOVEMBER), NOVEMBER)
    assert named(sheet, "Hasil neto dari anggota") == (200_000, 0, 200_000)
    assert named(sheet, "Hasil neto dari bukan anggota") == (100_000, 0, 100_000)
    assert named(sheet, "Sisa hasil usaha kotor") == (300_000, 0, 300_000)
    sheet = results(books(worked.gerai_id, DECEMBER), DECEMBER)
    assert last(sheet) == (-130_000, 300_000, 170_000)


def test_saldo_awal_is_no_flow_and_a_freezer_is_an_investment(worked: TestVillage) -> None:
    sheet = cash_flow(books(worked.gerai_id, NOVEMBER), NOVEMBER)
    assert named(sheet, "Kas dari saldo awal")[0] == 5_000_000
    assert named(sheet, "Arus kas bersih dari kegiatan usaha")[0] == 900_000
    assert named(sheet, "Arus kas bersih dari investasi")[0] == -3_000_000
    assert named(sheet, "Kas pada akhir masa")[0] == 2_900_000
    sheet = cash_flow(books(worked.gerai_id, DECEMBER), DECEMBER)
    assert named(sheet, "Penyusutan dan amortisasi")[0] == 50_000
    assert named(sheet, "Arus kas bersih dari kegiatan usaha")[0] == 70_000
    assert named(sheet, "Arus kas bersih dari pendanaan")[0] == 4_100_000
    assert named(sheet, "Kas pada akhir masa") == (7_070_000, 2_900_000, 7_070_000)


def test_the_years_surplus_stands_in_the_balance_before_it_is_closed(worked: TestVillage) -> None:
    sheet = position(books(worked.gerai_id, DECEMBER), DECEMBER)
    assert named(sheet, "SHU tahun berjalan") == (170_000, 300_000, -130_000)
    sheet = position(books(worked.gerai_id, JANUARY), JANUARY)
    assert named(sheet, "SHU tahun-tahun lalu, belum ditutup") == (170_000, 0, 170_000)
    assert named(sheet, "SHU tahun berjalan") == (0, 170_000, -170_000)
    moved = equity(books(worked.gerai_id, DECEMBER), DECEMBER)
    assert named(moved, "SHU tahun berjalan") == (300_000, 0, 0, -130_000, 170_000)
    assert named(moved, "Simpanan wajib") == (0, 0, 100_000, 0, 100_000)


def test_the_savings_and_loan_unit_has_statements_of_its_own(worked: TestVillage) -> None:
    of_usp = books(worked.gerai_id, DECEMBER, "USP")
    assert named(position(of_usp, DECEMBER), "Jumlah aset") == (250_000, 0, 250_000)
    assert named(cash_flow(of_usp, DECEMBER), "Kas pada akhir masa") == (250_000, 0, 250_000)
    assert not filled(results(of_usp, DECEMBER))


def test_units_add_up_to_the_whole(worked: TestVillage) -> None:
    whole = position(books(worked.gerai_id, DECEMBER), DECEMBER)
    parts = [position(books(worked.gerai_id, DECEMBER, unit), DECEMBER) for unit in UNITS]
    assert named(whole, "Jumlah ekuitas")[0] == sum(named(part, "Jumlah ekuitas")[0] for part in parts)


def test_capital_of_the_savings_unit_meets_what_was_put_into_it(village: TestVillage) -> None:
    entry(village, NOVEMBER, ("KANTOR", "1-1920", 900), ("KANTOR", "1-1910", -900),
          ("USP", "1-1910", 900), ("USP", "3-1500", -900))  # fmt: skip
    whole = books(village.gerai_id, NOVEMBER)
    assert not filled(position(whole, NOVEMBER)) and not filled(equity(whole, NOVEMBER))
    assert named(position(books(village.gerai_id, NOVEMBER, "USP"), NOVEMBER), "Modal tetap USP")[0] == 900


def test_a_months_books_take_four_small_reads_and_postings_of_saldo_awal_alone(worked: TestVillage) -> None:
    with counted() as asked:
        books(worked.gerai_id, DECEMBER)
    assert len(asked) == 4, asked
    assert [" entry.source IN " in each for each in asked if "posting" in each] == [True]


def test_the_rooms_saldo_awal_is_brought_forward(village: TestVillage) -> None:
    assert "opening.opening" in of(village.app).brought_forward
