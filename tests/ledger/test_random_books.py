"""Whatever is posted, in whatever order: the books agree with a plain recount, and the audit finds nothing."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from app.foundation.database import db
from app.foundation.money import LARGEST
from app.ledger.audit import audit
from app.ledger.draft import Draft, Line, draft
from app.ledger.models import Balance, DailyTotal, Entry, MonthlyTotal
from app.ledger.operations.rebuild import rebuild
from app.ledger.refusals import AlreadyReversed, EntryUnbalanced, ReversalOfReversal, TooFewLines
from tests.ledger.history import kept, later, post_draft, reverse_entry
from tests.village import MORNING, TestVillage

ACCOUNTS = ("1-1100", "1-1110", "1-1120", "1-1500", "3-1400", "4-1100", "5-1100")
CONTROL = {"1-1110"}
UNITS = ("KANTOR", "TOKO", "USP")
FIRST, SPAN = MORNING.date(), 75
amounts = st.integers(1, 500_000) | st.integers(1, LARGEST)


@st.composite
def balanced(draw: st.DrawFn) -> Draft:
    """A draft of one to three units, each balanced by its last line."""
    lines: list[Line] = []
    for unit in draw(st.lists(st.sampled_from(UNITS), min_size=1, max_size=3, unique=True)):
        some = draw(
            st.lists(st.tuples(st.sampled_from(ACCOUNTS), amounts, st.booleans()), min_size=1, max_size=4)
        )
        lines += [line_on(account, unit, amount if debit else -amount) for account, amount, debit in some]
        rest = -sum(line.amount for line in lines if line.unit == unit)
        lines.append(line_on(draw(st.sampled_from(ACCOUNTS)), unit, rest))
    day = FIRST + timedelta(days=draw(st.integers(0, SPAN)))
    kept_lines = [line for line in lines if line.amount]
    return draft("tests.random", draw(st.integers(1, 99)), day, draw(st.permutations(kept_lines)))


def line_on(account: str, unit: str, amount: int) -> Line:
    return Line(account, unit, amount, f"shift:{abs(amount) % 3}" if account in CONTROL else "")


@dataclass
class Recount:
    """The books kept plainly: a list of what was posted."""

    posted: list[Draft] = field(default_factory=list)

    def post(self, village: TestVillage, event: Draft) -> None:
        number = post_draft(village.occasion("wati", later(SPAN)), event=event).answer["entry"]
        self.posted.append(event)
        assert number == len(self.posted)

    def reverse(self, village: TestVillage, number: int) -> None:
        occasion = village.occasion("wati", later(SPAN))
        reverse_entry(occasion, entry_no=number, on=FIRST + timedelta(days=SPAN))
        was = self.posted[number - 1]
        mirror = tuple(Line(it.account, it.unit, -it.amount, it.subledger) for it in was.lines)
        self.posted.append(Draft(was.source, was.source_no, FIRST + timedelta(days=SPAN), mirror))

    def balances(self) -> dict[Any, int]:
        sums: dict[Any, int] = defaultdict(int)
        for event in self.posted:
            for line in event.lines:
                sums[line.account, line.subledger] += line.amount
        return dict(sums)

    def totals(self, by_month: bool) -> dict[Any, list[int]]:
        sums: dict[Any, list[int]] = defaultdict(lambda: [0, 0])
        for event in self.posted:
            day = event.occurred_on.replace(day=1) if by_month else event.occurred_on
            for line in event.lines:
                sums[day, line.account, line.unit][line.amount < 0] += abs(line.amount)
        return dict(sums)


@contextmanager
def undone() -> Iterator[None]:
    """Each example starts from empty books."""
    connection = db.session().get_bind()
    db.session.remove()
    nested = connection.begin_nested()
    try:
        yield
    finally:
        db.session.remove()
        nested.rollback()


def stored(village: TestVillage, model: Any, day: str | None) -> Any:
    found = db.session.scalars(select(model).where(model.gerai_id == village.gerai_id)).all()
    if day is None:
        return {(it.account, it.subledger): it.amount for it in found}
    return {(getattr(it, day), it.account, it.unit): [it.debit, it.credit] for it in found}


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(steps=st.lists(balanced() | st.integers(1, 8), min_size=1, max_size=8))
def test_the_books_agree_with_a_plain_recount(village: TestVillage, steps: list[Draft | int]) -> None:
    with undone():
        recount = Recount()
        for step in steps:
            if isinstance(step, Draft):
                recount.post(village, step)
            elif step <= len(recount.posted):
                with suppress(AlreadyReversed, ReversalOfReversal):
                    recount.reverse(village, step)
        agree(village, recount)


def agree(village: TestVillage, recount: Recount) -> None:
    report = audit(village.gerai_id)
    # Rooms above keep some of these accounts, and rightly miss their documents.
    assert [fault for fault in report.faults if fault.check.startswith("ledger/")] == []
    assert report.counts["entry"] == len(recount.posted)
    assert stored(village, Balance, None) == recount.balances()
    assert sum(recount.balances().values()) == 0
    assert stored(village, DailyTotal, "posted_on") == recount.totals(by_month=False)
    assert stored(village, MonthlyTotal, "month_on") == recount.totals(by_month=True)
    before = kept()
    rebuild(village.occasion("dewi", later(SPAN)))
    assert kept() == before


lines = st.builds(line_on, st.sampled_from(ACCOUNTS), st.sampled_from(UNITS), st.integers(-5, 5))


@given(st.lists(lines, max_size=5))
def test_a_draft_is_taken_exactly_when_each_unit_balances(some: list[Line]) -> None:
    kept_lines = [line for line in some if line.amount]
    sums = {unit: sum(line.amount for line in some if line.unit == unit) for unit in UNITS}
    off = {unit: abs(total) for unit, total in sums.items() if total}
    if len(kept_lines) < 2:
        with pytest.raises(TooFewLines):
            draft("tests", 1, FIRST, some)
    elif off:
        with pytest.raises(EntryUnbalanced) as refused:
            draft("tests", 1, FIRST, some)
        assert off[refused.value.facts["unit"]] == refused.value.facts["difference"]
    else:
        assert list(draft("tests", 1, FIRST, some).lines) == kept_lines


@pytest.mark.parametrize("amount", [0.5, 12.0, "100", True, None])
def test_nothing_but_an_int_reaches_a_posting(village: TestVillage, amount: Any) -> None:
    event = Draft("tests", "1", FIRST, (Line("1-1100", "TOKO", amount), Line("3-1400", "TOKO", -100)))
    with pytest.raises(TypeError):
        post_draft(village.occasion("wati"), event=event)
    assert db.session.scalars(select(Entry).where(Entry.gerai_id == village.gerai_id)).all() == []
