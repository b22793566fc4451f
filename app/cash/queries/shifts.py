"""Shifts and registers as pages show them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from sqlalchemy import Row, Select, func, select

from app.access.models import User
from app.books.models import Counter
from app.cash.hours import hours
from app.cash.models import Register, RegisterDevice, Shift, ShiftClosing, ShiftCount
from app.cash.queries.counter import receipt_counter
from app.cash.queries.drawer import drawer_totals
from app.foundation.database import db
from app.foundation.dates import local_date

PAGE = 30


@dataclass(frozen=True)
class ShiftRow:
    """One line of the list; ``difference`` is what was counted less what is expected now."""

    no: int
    register: str
    cashier: str
    opened_at: datetime
    closed_at: datetime | None
    difference: int | None
    revised: bool

    @property
    def hours(self) -> str:
        return hours(self.opened_at, self.closed_at)


@dataclass(frozen=True)
class ShiftPage:
    """Newest first. ``older`` and ``newer`` are the numbers to go on from, where there is more."""

    rows: Sequence[ShiftRow]
    older: int | None
    newer: int | None

    @property
    def days(self) -> list[tuple[date, list[ShiftRow]]]:
        by_day = groupby(self.rows, key=lambda row: local_date(row.opened_at))
        return [(day, list(rows)) for day, rows in by_day]


def shift_page(
    gerai_id: int,
    *,
    before: int | None = None,
    after: int | None = None,
    cashier_id: int | None = None,
    limit: int = PAGE,
) -> ShiftPage:
    """The newest shifts, those older than ``before``, or those next newer than ``after``."""
    query = _shifts(gerai_id, cashier_id)
    if after is not None:
        found = db.session.execute(query.where(Shift.no > after).order_by(Shift.no).limit(limit + 1)).all()
        rows, more_older, more_newer = found[:limit][::-1], True, len(found) > limit
    else:
        older = query if before is None else query.where(Shift.no < before)
        found = db.session.execute(older.order_by(Shift.no.desc()).limit(limit + 1)).all()
        rows, more_older, more_newer = found[:limit], len(found) > limit, before is not None
    lines = _lines(gerai_id, rows)
    return ShiftPage(
        lines,
        lines[-1].no if lines and more_older else None,
        lines[0].no if lines and more_newer else None,
    )


def shifts_between(gerai_id: int, begin: datetime, end: datetime) -> Sequence[ShiftRow]:
    """The shifts that were open at some moment from ``begin`` until before ``end``, in their order."""
    still = Shift.closed_at.is_(None) | (Shift.closed_at >= begin)
    query = _shifts(gerai_id, None).where(Shift.opened_at < end, still)
    return _lines(gerai_id, db.session.execute(query.order_by(Shift.no)).all())


def _shifts(gerai_id: int, cashier_id: int | None) -> Select[Shift, str, ShiftCount | None]:
    """(shift, cashier's name, the count its closing rests on or None)."""
    closed_on = (ShiftClosing.gerai_id == Shift.gerai_id) & (ShiftClosing.shift_no == Shift.no)
    rests_on = (
        (ShiftCount.gerai_id == ShiftClosing.gerai_id)
        & (ShiftCount.shift_no == ShiftClosing.shift_no)
        & (ShiftCount.attempt == ShiftClosing.attempt)
    )
    query = select(Shift, User.name, ShiftCount).join(User, User.id == Shift.cashier_id)
    query = query.outerjoin(ShiftClosing, closed_on).outerjoin(ShiftCount, rests_on)
    query = query.where(Shift.gerai_id == gerai_id)
    return query if cashier_id is None else query.where(Shift.cashier_id == cashier_id)


def _lines(gerai_id: int, rows: Sequence[Row[Shift, str, ShiftCount | None]]) -> list[ShiftRow]:
    taken = drawer_totals(gerai_id, [shift.no for shift, _name, count in rows if count])
    return [_line(row, taken) for row in rows]


def _line(row: Row[Shift, str, ShiftCount | None], taken: dict[int, int]) -> ShiftRow:
    shift, name, count = row
    same = (shift.no, shift.register, name, shift.opened_at, shift.closed_at)
    if count is None:
        return ShiftRow(*same, difference=None, revised=False)
    expected = shift.opening_float + taken.get(shift.no, 0)
    return ShiftRow(*same, difference=count.counted - expected, revised=expected != count.expected)


def shift_with_cashier(gerai_id: int, shift_no: int) -> Row[Shift, str] | None:
    query = select(Shift, User.name).join(User, User.id == Shift.cashier_id)
    return db.session.execute(query.where(Shift.gerai_id == gerai_id, Shift.no == shift_no)).one_or_none()


def last_float(gerai_id: int, cashier_id: int) -> int | None:
    """The float a cashier last began with, in rupiah."""
    query = select(Shift.opening_float).where(Shift.gerai_id == gerai_id, Shift.cashier_id == cashier_id)
    return db.session.scalar(query.order_by(Shift.no.desc()).limit(1))


@dataclass(frozen=True)
class RegisterPlace:
    """A register, who stands at it now, the last receipt it printed (0: none yet), and its device by name."""

    code: str
    cashier: str | None
    shift_no: int | None
    last_receipt: int
    device: str | None = None
    retired: bool = False


def register_places(gerai_id: int, *, retired: bool = False) -> list[RegisterPlace]:
    """The free registers first, each by its letter; the retired ones only when asked for."""
    stands = (
        (Shift.gerai_id == Register.gerai_id) & (Shift.register == Register.code) & Shift.closed_at.is_(None)
    )
    bound = (
        (RegisterDevice.gerai_id == Register.gerai_id)
        & (RegisterDevice.register == Register.code)
        & RegisterDevice.secret_hash.is_not(None)
        & RegisterDevice.ended_at.is_(None)
    )
    query = (
        select(Register.code, Register.retired_at, User.name, Shift.no, RegisterDevice.name)
        .outerjoin(Shift, stands)
        .outerjoin(User, User.id == Shift.cashier_id)
        .outerjoin(RegisterDevice, bound)
        .where(Register.gerai_id == gerai_id)
        .order_by(Shift.no.is_not(None), Register.code)
    )
    if not retired:
        query = query.where(Register.retired_at.is_(None))
    receipts = _last_receipts(gerai_id)
    return [
        RegisterPlace(
            code, cashier, shift_no, receipts.get(receipt_counter(code), 0), device, ended is not None
        )
        for code, ended, cashier, shift_no, device in db.session.execute(query)
    ]


def _last_receipts(gerai_id: int) -> dict[str, int]:
    query = select(Counter.kind, Counter.last_no).where(
        Counter.gerai_id == gerai_id, func.substr(Counter.kind, 1, 8) == receipt_counter("")
    )
    return dict(db.session.execute(query).all())


def counted_often(gerai_id: int, since: datetime) -> Sequence[Row[int, str, int]]:
    """(shift, cashier's name, how often) of drawers counted twice or more with a difference since then."""
    differing = (
        select(Shift.no, User.name, func.count())
        .join(ShiftCount, (ShiftCount.gerai_id == Shift.gerai_id) & (ShiftCount.shift_no == Shift.no))
        .join(User, User.id == Shift.cashier_id)
        .where(Shift.gerai_id == gerai_id, ShiftCount.counted_at >= since)
        .where(ShiftCount.counted != ShiftCount.expected)
        .group_by(Shift.no, User.name)
        .having(func.count() > 1)
    )
    return db.session.execute(differing.order_by(Shift.no.desc())).all()
