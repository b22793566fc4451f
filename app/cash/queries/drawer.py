"""What lies in a drawer: by the books, by kind of payment, by count."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Row, case, func, select

from app.access.models import User
from app.cash.models import DrawerMove, Shift, ShiftClosing, ShiftCount, ShiftCountLine, Tender
from app.cash.postings import OFFICE
from app.foundation.database import db


def drawer_by_unit(gerai_id: int, shift: Shift) -> dict[str, int]:
    """What the drawer should hold, by unit: the float under KANTOR, cash taken and given back, cash moved."""
    taken = select(Tender.unit, func.sum(Tender.amount)).where(
        Tender.gerai_id == gerai_id, Tender.shift_no == shift.no, Tender.kind == "cash"
    )
    moved = select(DrawerMove.unit, func.sum(DrawerMove.amount)).where(
        DrawerMove.gerai_id == gerai_id, DrawerMove.shift_no == shift.no
    )
    held = {OFFICE: shift.opening_float}
    for query in (taken.group_by(Tender.unit), moved.group_by(DrawerMove.unit)):
        for unit, amount in db.session.execute(query):
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


def drawer_totals(gerai_id: int, shift_nos: Iterable[int]) -> dict[int, int]:
    """Shift -> rupiah that its drawer gained beside the float; a shift that moved none is left out."""
    numbers = list(shift_nos)
    taken = select(Tender.shift_no, func.sum(Tender.amount)).where(
        Tender.gerai_id == gerai_id, Tender.shift_no.in_(numbers), Tender.kind == "cash"
    )
    moved = select(DrawerMove.shift_no, func.sum(DrawerMove.amount)).where(
        DrawerMove.gerai_id == gerai_id, DrawerMove.shift_no.in_(numbers)
    )
    totals: dict[int, int] = {}
    for query in (taken.group_by(Tender.shift_no), moved.group_by(DrawerMove.shift_no)):
        for no, amount in db.session.execute(query):
            totals[no] = totals.get(no, 0) + int(amount)
    return totals


def cash_given_back(gerai_id: int, shift_no: int) -> int:
    """Rupiah of cash that went back to buyers in a shift, as a positive sum."""
    query = select(func.sum(Tender.amount)).where(
        Tender.gerai_id == gerai_id, Tender.shift_no == shift_no, Tender.kind == "cash", Tender.amount < 0
    )
    return -int(db.session.scalar(query) or 0)


def drawer_moved(gerai_id: int, shift_no: int) -> tuple[int, int]:
    """(in, out) of a drawer other than by payments, both positive: reasons and handing over."""
    into = func.sum(case((DrawerMove.amount > 0, DrawerMove.amount), else_=0))
    query = select(into, func.sum(DrawerMove.amount)).where(
        DrawerMove.gerai_id == gerai_id, DrawerMove.shift_no == shift_no
    )
    gained, net = db.session.execute(query).one()
    return int(gained or 0), int(gained or 0) - int(net or 0)


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
