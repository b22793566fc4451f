"""The questions of the district's first page: six, whatever the number of gerai, none over postings or sales.

Totals and counts are keyed by gerai first, so each is asked for by gerai: an engine then reads the few rows of
a day of each gerai and never a history. They are summed where they lie, and come straight from the driver.
"""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from sqlalchemy import BigInteger, Select, bindparam, case, cast, func, literal_column, select
from sqlalchemy.sql import ColumnElement

from app.cash.models import Shift
from app.cash.postings import CASHIER_DEBT, INCOME, OVER, SHORT
from app.district.figures import COST, MEMBERS, RECEIPTS, SOLD
from app.district.span import Span
from app.foundation import batch
from app.foundation.database import db
from app.foundation.types import UtcDateTime
from app.gerai.models import DailyCount, Gerai, Kecamatan, Village
from app.ledger.models import DailyTotal, MonthlyTotal

Rows = list[tuple[Any, ...]]


def areas() -> Rows:
    """(code, name, tile column, tile row, villages) of each kecamatan, by name."""
    return _ask(_AREAS)


def places() -> Rows:
    """(gerai id, code, village, kecamatan code) of every gerai."""
    return _ask(_PLACES)


def moved(span: Span) -> dict[int, tuple[int, ...]]:
    """(turnover, cost, short, over) of each gerai: a day's from the daily totals, a month's from the monthly.

    A shortage is an expense until somebody decides that the cashier owes it; what a cashier pays back
    afterwards does not undo it, so only what was put to the cashier's debt counts there.
    """
    return _by_gerai(_ask(_MONTH if span.is_month else _DAY, first=span.first))


def counts(span: Span) -> dict[int, tuple[int, ...]]:
    """(receipts, members who bought) of each gerai."""
    return _by_gerai(_ask(_COUNTS, first=span.first, last=span.last))


def open_shifts(before: datetime) -> dict[int, tuple[int, ...]]:
    """(shifts that are open now, those of them open since before a moment) of each gerai that has any."""
    return _by_gerai(_ask(_SHIFTS, before=before))


def _ask(statement: Select[*tuple[Any, ...]], **values: date | datetime) -> Rows:
    return batch.ask(db.session.connection(), statement, **values)


def _by_gerai(rows: Rows) -> dict[int, tuple[int, ...]]:
    return {row[0]: row[1:] for row in rows}


def _words(words: Iterable[str]) -> list[ColumnElement[str]]:
    """Written into the statement, which is compiled once; they are names of ours and nobody's text."""
    return [literal_column(f"'{word}'") for word in words]


def _sum(when: ColumnElement[bool], value: Any) -> ColumnElement[int]:
    # PostgreSQL makes a sum of whole numbers a numeric, which Python reads slowly.
    return cast(func.sum(case((when, value), else_=literal_column("0"))), BigInteger)


def _totals(table: type[DailyTotal | MonthlyTotal], on: Any) -> Select[*tuple[Any, ...]]:
    debit, credit = table.debit - table.credit, table.credit - table.debit
    owed = table.account.in_(_words([CASHIER_DEBT]))
    return (
        select(
            Gerai.gerai_id,
            _sum(table.account.in_(_words(SOLD)), credit),
            _sum(table.account.in_(_words(COST)), debit),
            _sum(table.account.in_(_words([SHORT, CASHIER_DEBT])), case((owed, table.debit), else_=debit)),
            _sum(table.account.in_(_words([OVER, INCOME])), credit),
        )
        .join_from(Gerai, table, (table.gerai_id == Gerai.gerai_id) & (on == bindparam("first")))
        .group_by(Gerai.gerai_id)
    )


_AREAS = (
    select(
        Kecamatan.code,
        Kecamatan.name,
        Kecamatan.tile_column,
        Kecamatan.tile_row,
        func.count(Village.code),
    )
    .outerjoin(Village, Village.kecamatan_code == Kecamatan.code)
    .group_by(Kecamatan.code)
    .order_by(Kecamatan.name)
)
_PLACES = select(Gerai.gerai_id, Gerai.code, Village.name, Village.kecamatan_code).join(
    Village, Village.code == Gerai.code
)
_DAY = _totals(DailyTotal, DailyTotal.posted_on)
_MONTH = _totals(MonthlyTotal, MonthlyTotal.month_on)
_COUNTS = (
    select(
        Gerai.gerai_id,
        *(_sum(DailyCount.measure.in_(_words([name])), DailyCount.value) for name in (RECEIPTS, MEMBERS)),
    )
    .join_from(
        Gerai,
        DailyCount,
        (DailyCount.gerai_id == Gerai.gerai_id)
        & DailyCount.counted_on.between(bindparam("first"), bindparam("last")),
    )
    .group_by(Gerai.gerai_id)
)
_SHIFTS = (
    select(
        Shift.gerai_id,
        func.count(),
        _sum(Shift.opened_at < bindparam("before", type_=UtcDateTime), literal_column("1")),
    )
    .where(Shift.closed_at.is_(None))
    .group_by(Shift.gerai_id)
)
