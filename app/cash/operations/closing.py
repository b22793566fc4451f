"""The end of a shift: a blind count, then the closing that rests on it."""

from typing import Any

from sqlalchemy import func, insert, select

from app.books.acts import act
from app.books.book import OpenBook
from app.cash import postings
from app.cash.denominations import worth
from app.cash.models import ShiftClosing, ShiftCount, ShiftCountLine
from app.cash.operations.movements import working_shift
from app.cash.queries import drawer_by_unit
from app.cash.reasons import SHORTEST_REASON, explains
from app.cash.refusals import (
    CountOutdated,
    DrawerOver,
    DrawerShort,
    NotCounted,
    ReasonTooShort,
)
from app.ledger.draft import draft
from app.ledger.operations import post


@act("cash.count_drawer")
def count_drawer(book: OpenBook, *, shift_no: int, pieces: dict[int, int], any_shift: bool) -> dict[str, Any]:
    """Record a blind count; every try is kept. Raises ShiftUnknown, ShiftClosed, NotYourShift."""
    shift = working_shift(book, shift_no, any_shift)
    attempt = _attempts(book, shift_no) + 1
    expected = sum(drawer_by_unit(book.gerai_id, shift).values())
    key = {"gerai_id": book.gerai_id, "shift_no": shift_no, "attempt": attempt}
    header = {"counted": worth(pieces), "expected": expected, "counted_at": book.at, "act_no": book.act_no}
    book.write(insert(ShiftCount), [{**key, **header, "counted_by": book.user_id}])
    rows = [{**key, "denomination": note, "pieces": count} for note, count in sorted(pieces.items()) if count]
    book.write(insert(ShiftCountLine), rows)
    return {"shift": shift_no, "attempt": attempt, "counted": header["counted"]}


@act("cash.close_shift")
def close_shift(book: OpenBook, *, shift_no: int, reason: str, any_shift: bool) -> dict[str, Any]:
    """Close a shift on its last count: the money goes to the safe, the difference is posted by name.

    Raises ShiftUnknown, ShiftClosed, NotYourShift, NotCounted, CountOutdated, and DrawerShort or
    DrawerOver when the count differs and no reason is given, ReasonTooShort when it explains nothing.
    """
    shift = working_shift(book, shift_no, any_shift)
    count = book.session.get(ShiftCount, (book.gerai_id, shift_no, _attempts(book, shift_no)))
    if count is None:
        raise NotCounted()
    held = drawer_by_unit(book.gerai_id, shift)
    if sum(held.values()) != count.expected:
        raise CountOutdated()
    if count.difference:
        _ask_reason(count.difference, reason)
    shift.closed_at = book.at
    lines = postings.closing(shift.drawer, held, count.difference)
    entry = post(book, draft(postings.CLOSING, shift_no, book.today, lines)) if lines else None
    book.session.flush()
    key = {"gerai_id": book.gerai_id, "shift_no": shift_no, "attempt": count.attempt}
    closing = {"reason": reason.strip(), "entry_no": entry, "act_no": book.act_no}
    book.write(insert(ShiftClosing), [{**key, **closing}])
    return {"shift": shift_no, "difference": count.difference, "entry": entry}


def _ask_reason(difference: int, reason: str) -> None:
    if not reason.strip():
        differs = DrawerShort if difference < 0 else DrawerOver
        raise differs("reason", amount=abs(difference))
    if not explains(reason):
        raise ReasonTooShort("reason", letters=SHORTEST_REASON)


def _attempts(book: OpenBook, shift_no: int) -> int:
    query = select(func.max(ShiftCount.attempt)).where(
        ShiftCount.gerai_id == book.gerai_id, ShiftCount.shift_no == shift_no
    )
    return book.session.scalar(query) or 0
