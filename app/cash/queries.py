"""Questions about registers, shifts and what a drawer should hold."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, func, select

from app.access.models import User
from app.books.models import Counter
from app.cash.models import Register, Shift, ShiftClosing, ShiftCount, ShiftCountLine, Tender
from app.cash.postings import OFFICE
from app.foundation.database import db


@dataclass(frozen=True)
class ShiftFacts:
    """What a counter needs to know of a shift."""

    no: int
    register: str
    cashier_id: int
    opened_at: datetime
    is_open: bool


_FACTS = select(Shift.no, Shift.register, Shift.cashier_id, Shift.opened_at, Shift.closed_at)
_ONE = _FACTS.where(Shift.gerai_id == bindparam("gerai_id"), Shift.no == bindparam("no"))
_LAST = _FACTS.where(Shift.gerai_id == bindparam("gerai_id")).order_by(Shift.no.desc()).limit(1)


def _facts(row: Row[Any] | None) -> ShiftFacts | None:
    return None if row is None else ShiftFacts(row[0], row[1], row[2], row[3], row[4] is None)


def shift_facts(gerai_id: int, no: int) -> ShiftFacts | None:
    return _facts(db.session.execute(_ONE, {"gerai_id": gerai_id, "no": no}).one_or_none())


def last_shift(gerai_id: int, register: str) -> ShiftFacts | None:
    """The register's latest shift, else the gerai's: where a sale goes whose shift is not known."""
    own = db.session.execute(_LAST.where(Shift.register == register), {"gerai_id": gerai_id}).one_or_none()
    return _facts(own or db.session.execute(_LAST, {"gerai_id": gerai_id}).one_or_none())


def open_shift_of(gerai_id: int, user_id: int) -> Shift | None:
    query = select(Shift).where(
        Shift.gerai_id == gerai_id, Shift.cashier_id == user_id, Shift.closed_at.is_(None)
    )
    return db.session.scalar(query)


def open_shifts(gerai_id: int) -> Sequence[Row[Any]]:
    """(shift, cashier's name) of the shifts that are open now."""
    query = select(Shift, User.name).join(User, User.id == Shift.cashier_id)
    query = query.where(Shift.gerai_id == gerai_id, Shift.closed_at.is_(None))
    return db.session.execute(query.order_by(Shift.register)).all()


def open_shift_numbers(gerai_id: int, before: datetime) -> Sequence[int]:
    """Shifts opened before a moment that are still open: they keep a month from closing."""
    query = select(Shift.no).where(
        Shift.gerai_id == gerai_id, Shift.closed_at.is_(None), Shift.opened_at < before
    )
    return db.session.scalars(query.order_by(Shift.no)).all()


def registers(gerai_id: int) -> Sequence[str]:
    return db.session.scalars(
        select(Register.code).where(Register.gerai_id == gerai_id).order_by(Register.code)
    ).all()


def next_receipt_no(gerai_id: int, register: str) -> int:
    counter = db.session.get(Counter, (gerai_id, receipt_counter(register)))
    return counter.last_no + 1 if counter else 1


def receipt_counter(register: str) -> str:
    """The kind of counter that remembers a register's highest receipt number."""
    return f"receipt.{register}"


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
    return {kind: (number, int(amount)) for kind, number, amount in db.session.execute(query.group_by(Tender.kind))}


def counts(gerai_id: int, shift_no: int) -> Sequence[Row[Any]]:
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
    return {note: pieces for note, pieces in db.session.execute(query)}


def closing_of(gerai_id: int, shift_no: int) -> ShiftClosing | None:
    return db.session.get(ShiftClosing, (gerai_id, shift_no))


def shift_with_cashier(gerai_id: int, shift_no: int) -> Row[Any] | None:
    query = select(Shift, User.name).join(User, User.id == Shift.cashier_id)
    return db.session.execute(query.where(Shift.gerai_id == gerai_id, Shift.no == shift_no)).one_or_none()


def shifts(gerai_id: int, *, before: int | None = None, cashier_id: int | None = None, limit: int = 30) -> Sequence[Row[Any]]:
    """(shift, cashier, last count or None), newest first."""
    query = (
        select(Shift, User.name, ShiftCount)
        .join(User, User.id == Shift.cashier_id)
        .outerjoin(
            ShiftClosing, (ShiftClosing.gerai_id == Shift.gerai_id) & (ShiftClosing.shift_no == Shift.no)
        )
        .outerjoin(
            ShiftCount,
            (ShiftCount.gerai_id == ShiftClosing.gerai_id)
            & (ShiftCount.shift_no == ShiftClosing.shift_no)
            & (ShiftCount.attempt == ShiftClosing.attempt),
        )
        .where(Shift.gerai_id == gerai_id)
    )
    if before is not None:
        query = query.where(Shift.no < before)
    if cashier_id is not None:
        query = query.where(Shift.cashier_id == cashier_id)
    return db.session.execute(query.order_by(Shift.no.desc()).limit(limit)).all()
