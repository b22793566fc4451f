"""What a counter asks of registers and shifts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Row, bindparam, select

from app.access.models import User
from app.books.models import Counter
from app.cash.models import Register, Shift
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


def _facts(row: Row[int, str, int, datetime, datetime | None] | None) -> ShiftFacts | None:
    return None if row is None else ShiftFacts(row[0], row[1], row[2], row[3], row[4] is None)


def shift_facts(gerai_id: int, no: int) -> ShiftFacts | None:
    """Asked with every sale, so not through the ORM."""
    return _facts(db.session.connection().execute(_ONE, {"gerai_id": gerai_id, "no": no}).one_or_none())


def last_shift(gerai_id: int, register: str) -> ShiftFacts | None:
    """The register's latest shift, else the gerai's: where a sale goes whose shift is not known."""
    own = db.session.execute(_LAST.where(Shift.register == register), {"gerai_id": gerai_id}).one_or_none()
    return _facts(own or db.session.execute(_LAST, {"gerai_id": gerai_id}).one_or_none())


def open_shift_of(gerai_id: int, user_id: int) -> Shift | None:
    query = select(Shift).where(
        Shift.gerai_id == gerai_id, Shift.cashier_id == user_id, Shift.closed_at.is_(None)
    )
    return db.session.scalar(query)


def open_shifts(gerai_id: int) -> Sequence[Row[Shift, str]]:
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
