"""Spreading, allocating and parting money: nothing is lost, nothing is paid twice."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.purchasing.rules import Owed, ReceivedLine, age_of, allocate, landed, nota_key, part_of

TODAY = date(2026, 11, 23)
costs = st.lists(st.integers(0, 10_000_000), min_size=1, max_size=20).filter(any)


@given(costs, st.integers(0, 5_000_000), st.integers(0, 100))
def test_a_nota_costs_what_its_lines_cost_with_discount_and_freight(
    values: list[int], freight: int, percent: int
) -> None:
    discount = sum(values) * percent // 100
    spread = landed([ReceivedLine(1, 1_000, value) for value in values], discount=discount, freight=freight)
    assert sum(each.cost for each in spread) == sum(values) - discount + freight
    assert all(each.cost >= 0 for each in spread)


@given(
    st.lists(st.tuples(st.integers(-90, 90), st.integers(1, 10_000)), max_size=10), st.integers(0, 100_000)
)
def test_a_payment_goes_to_the_oldest_and_never_beyond_what_is_owed(
    debts: list[tuple[int, int]], amount: int
) -> None:
    owed = [Owed(no, TODAY + timedelta(days=days), left) for no, (days, left) in enumerate(debts)]
    parts = dict(allocate(amount, owed))
    assert sum(parts.values()) == min(amount, sum(each.left for each in owed))
    assert all(0 < part <= owed[no].left for no, part in parts.items())
    in_order = sorted(owed, key=lambda each: (each.due_on, each.no))
    whole = [parts.get(each.no, 0) == each.left for each in in_order]
    assert whole == sorted(whole, reverse=True)


@given(st.integers(0, 10_000_000), st.lists(st.integers(1, 50_000), min_size=1, max_size=8))
def test_what_goes_back_in_parts_is_credited_whole(amount: int, parts: list[int]) -> None:
    whole, before, credited = sum(parts), 0, 0
    for part in parts:
        credited += part_of(amount, part, before, whole)
        before += part
    assert credited == amount


@pytest.mark.parametrize(
    "late, age",
    [(-5, "not_due"), (0, "not_due"), (1, "days_30"), (30, "days_30"), (31, "days_60"), (60, "days_60"),
     (61, "days_90"), (90, "days_90"), (91, "older")],
)  # fmt: skip
def test_a_debt_ages_by_the_days_since_it_was_due(late: int, age: str) -> None:
    assert age_of(TODAY - timedelta(days=late), TODAY) == age


def test_notas_are_compared_without_spaces_and_capitals() -> None:
    assert nota_key(" inv 07/a ") == nota_key("INV07/A") == "INV07/A"
