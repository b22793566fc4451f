"""Cash into and out of a drawer, for a reason that fixes its account."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import insert

from app.books.acts import act
from app.books.book import OpenBook
from app.cash import postings
from app.cash.models import CashMovement, DrawerMove, Shift
from app.cash.reasons import REASONS
from app.cash.refusals import (
    AmountMissing,
    MovementOverLimit,
    NotYourShift,
    ReasonUnknown,
    ShiftClosed,
    ShiftUnknown,
    UnitNotHere,
)
from app.gerai import queries as gerai
from app.ledger.operations import Limit, post

NO_LIMIT = Limit()


@act("cash.move")
def move_cash(
    book: OpenBook,
    *,
    shift_no: int,
    reason: str,
    unit: str,
    amount: int,
    note: str,
    any_shift: bool,
    limit: Limit = NO_LIMIT,
) -> dict[str, Any]:
    """Put ``amount`` into an open drawer or take it out, as the reason says.

    Raises ReasonUnknown, AmountMissing, MovementOverLimit, UnitNotHere, ShiftUnknown, ShiftClosed,
    NotYourShift. Whether the drawer holds so much is not asked: its cashier must not find out that way.
    """
    why = REASONS.get(reason)
    if why is None:
        raise ReasonUnknown("reason")
    check_amount(amount, limit)
    if unit not in {*gerai.units(book.gerai_id), postings.OFFICE}:
        raise UnitNotHere("unit")
    shift = working_shift(book, shift_no, any_shift)
    signed = amount if why.inward else -amount
    no = book.next_no("cash_movement")
    event = postings.movement(
        no, book.today, drawer=shift.drawer, unit=unit, amount=signed, account=why.account
    )
    entry = post(book, event)
    write_drawer_moves(
        book, shift_no=shift_no, source=postings.MOVEMENT, source_no=no, by_unit={unit: signed}
    )
    facts = {"shift_no": shift_no, "unit": unit, "amount": signed, "reason": reason, "note": note.strip()}
    by = {"recorded_at": book.at, "recorded_by": book.user_id, "entry_no": entry, "act_no": book.act_no}
    book.write(insert(CashMovement), [{"gerai_id": book.gerai_id, "no": no, **facts, **by}])
    return {"cash_movement": no, "entry": entry}


def write_drawer_moves(
    book: OpenBook, *, shift_no: int, source: str, source_no: int, by_unit: Mapping[str, int]
) -> None:
    """Write what a document put into a drawer (positive) or took out. Its accounting is the document's."""
    same = {"gerai_id": book.gerai_id, "source": source, "source_no": source_no, "shift_no": shift_no}
    rows = [
        {**same, "line": i, "unit": unit, "amount": by_unit[unit]}
        for i, unit in enumerate(sorted(by_unit), 1)
    ]
    book.write(insert(DrawerMove), rows)


def check_amount(amount: int, limit: Limit) -> None:
    if amount <= 0:
        raise AmountMissing("amount")
    if limit.amount is not None and amount > limit.amount:
        raise MovementOverLimit("amount", limit=limit.amount)


def working_shift(book: OpenBook, shift_no: int, any_shift: bool) -> Shift:
    """An open shift of one's own, or anybody's for who may. Raises ShiftUnknown, ShiftClosed, NotYourShift."""
    shift = book.session.get(Shift, (book.gerai_id, shift_no))
    if shift is None:
        raise ShiftUnknown()
    if shift.closed_at is not None:
        raise ShiftClosed()
    if shift.cashier_id != book.user_id and not any_shift:
        raise NotYourShift()
    return shift
