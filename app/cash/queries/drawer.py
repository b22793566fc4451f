"""What lies in a drawer: by the books, by kind of payment, by count."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Row, func, select

from app.access.models import User
from app.cash.models import Shift, ShiftClosing, ShiftCount, ShiftCountLine, Tender
from app.cash.postings import OFFICE
from app.foundation.database import db


def drawer_by_unit(gerai_id: int, shift: Shift) -> dict[str, int]:
    """What the drawer should hold, by unit: the float under KANTOR, and all cash taken."""
    query = select(Tender.unit, func.sum(Tender.amount)).where(
        Tender.gerai_id == gerai_id, Tender.shift_no == shift.no, Tender.kind == "cash"
    )
    held = {OFFICE: shift.opening_float}
    for unit, amount in db.session.execute(query.group_by(Tender.unit)):
        held[unit] = held.get(unit, 0) + int(amount)
    return held


def tender_totals(gerai_id: int, shift_no: int) -> dict[str, tuple[int, int]]:
    """Kind -> (how many documents, rupiah) of a shift."""
    query = select(Tender.kind, func.count(), func.sum(Tender.amount)).where(
        Tender.gerai_id == gerai_id, Tender.shift_no == shift_no
    )
    return {
        kind: (number, int(amount))
        for kind, number, amount in db.session.execute(query.group_by(Tender.kind))
    }


def cash_taken(gerai_id: int, shift_nos: Iterable[int]) -> dict[int, int]:
    """Shift -> rupiah of cash taken in it; a shift that took none is left out."""
    query = select(Tender.shift_no, func.sum(Tender.amount)).where(
        Tender.gerai_id == gerai_id, Tender.shift_no.in_(list(shift_nos)), Tender.kind == "cash"
    )
    return {no: int(amount) for no, amount in db.session.execute(query.group_by(Tender.shift_no))}


def attempts(gerai_id: int, shift_no: int) -> int:
    """How often a drawer has been counted."""
    query = select(func.count()).where(ShiftCount.gerai_id == gerai_id, ShiftCount.shift_no == shift_no)
    return db.session.scalar(query) or 0


def counts(gerai_id: int, shift_no: int) -> Sequence[Row[ShiftCount, str]]:
    """(count, who counted) of every try, first to last."""
    query = select(ShiftCount, User.name).join(User, User.id == ShiftCount.counted_by)
    query = query.where(ShiftCount.gerai_id == gerai_id, ShiftCount.shift_no == shift_no)
    return db.session.execute(query.order_by(ShiftCount.attempt)).all()


def count_lines(gerai_id: int, shift_no: int, attempt: int) -> dict[int, int]:
    """Denomination -> pieces of one count."""
    query = select(ShiftCountLine.denomination, ShiftCountLine.pieces).where(
        ShiftCountLine.gerai_id == gerai_id,
        ShiftCountLine.shift_no == shift_no,
        ShiftCountLine.attempt == attempt,
    )
    return dict(db.session.execute(query).all())


def closing_of(gerai_id: int, shift_no: int) -> ShiftClosing | None:
    return db.session.get(ShiftClosing, (gerai_id, shift_no))
