"""The opening entry: whatever the balances, it balances within each unit and leaves the difference with the office."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from app.ledger.draft import Line
from app.opening.postings import BETWEEN_UNITS, OPENING_EQUITY, opening, unexplained

ACCOUNTS = st.sampled_from(["1-1100", "1-1500", "2-1100", "2-1110", "3-1100"])
UNITS = st.sampled_from(["KANTOR", "TOKO", "USP"])
AMOUNTS = st.integers(-(10**12), 10**12)
BALANCES = st.lists(st.builds(Line, ACCOUNTS, UNITS, AMOUNTS), min_size=1, max_size=12)
DAY = date(2026, 11, 1)


def total(lines: tuple[Line, ...], account: str) -> int:
    return sum(line.amount for line in lines if line.account == account)


@given(BALANCES.filter(lambda lines: any(line.amount for line in lines)))
def test_it_balances_and_only_the_difference_stays_on_opening_equity(balances: list[Line]) -> None:
    lines = opening(1, DAY, balances).lines
    assert total(lines, BETWEEN_UNITS) == 0
    assert total(lines, OPENING_EQUITY) == -unexplained(balances)
    assert {line.unit for line in lines if line.account == OPENING_EQUITY} <= {"KANTOR"}


def test_a_shop_whose_stock_is_owed_to_its_members_ties_out() -> None:
    balances = [
        Line("1-1100", "KANTOR", 2_000_000),
        Line("1-1500", "TOKO", 5_000_000),
        Line("2-1100", "TOKO", -1_500_000, "supplier:1"),
        Line("3-1100", "KANTOR", -5_500_000, "member:1"),
    ]
    lines = opening(1, DAY, balances).lines
    assert OPENING_EQUITY not in {line.account for line in lines}
    assert [(line.unit, line.amount, line.subledger) for line in lines if line.account == BETWEEN_UNITS] == [
        ("TOKO", -3_500_000, "unit:KANTOR"),
        ("KANTOR", 3_500_000, "unit:TOKO"),
    ]
