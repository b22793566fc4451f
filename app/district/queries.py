"""The questions of the district's first page: five, whatever the number of gerai, none over postings or sales.

Totals and counts are keyed by gerai first, so the gerai are named: each engine then reads a day's few rows of
each and never a history.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import Row, case, func, select

from app.books import DISTRICT
from app.cash.models import Shift
from app.district.figures import ACCOUNTS, MEASURES
from app.district.span import Span
from app.foundation.database import db
from app.gerai.models import DailyCount, Gerai, Kecamatan, Officer, Village
from app.ledger.models import DailyTotal, MonthlyTotal

Moved = dict[int, dict[str, tuple[int, int]]]


def areas() -> Sequence[Row[str, str, int, int, int]]:
    """(code, name, tile column, tile row, villages) of each kecamatan, by name."""
    query = (
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
    return db.session.execute(query).all()


def places() -> Sequence[Row[int, str, str, str]]:
    """(gerai id, code, village, kecamatan code) of every gerai, by the village's name."""
    query = select(Gerai.gerai_id, Gerai.code, Village.name, Village.kecamatan_code)
    return db.session.execute(query.join(Village, Village.code == Gerai.code).order_by(Village.name)).all()


def moved(gerai_ids: Collection[int], span: Span) -> Moved:
    """Debit and credit of the accounts of this page: a day's from the daily totals, a month's from the monthly."""
    table = MonthlyTotal if span.is_month else DailyTotal
    on = MonthlyTotal.month_on if span.is_month else DailyTotal.posted_on
    query = (
        select(table.gerai_id, table.account, func.sum(table.debit), func.sum(table.credit))
        .where(table.gerai_id.in_(sorted(gerai_ids)), on == span.first, table.account.in_(ACCOUNTS))
        .group_by(table.gerai_id, table.account)
    )
    found: Moved = defaultdict(dict)
    for gerai_id, account, debit, credit in db.session.execute(query).all():
        found[gerai_id][account] = (int(debit), int(credit))
    return found


def counts(gerai_ids: Collection[int], span: Span) -> dict[int, dict[str, int]]:
    """What was counted of the measures of this page."""
    query = (
        select(DailyCount.gerai_id, DailyCount.measure, func.sum(DailyCount.value))
        .where(
            DailyCount.gerai_id.in_(sorted(gerai_ids)),
            DailyCount.counted_on.between(span.first, span.last),
            DailyCount.measure.in_(MEASURES),
        )
        .group_by(DailyCount.gerai_id, DailyCount.measure)
    )
    found: dict[int, dict[str, int]] = defaultdict(dict)
    for gerai_id, measure, value in db.session.execute(query).all():
        found[gerai_id][measure] = int(value)
    return found


def open_shifts(before: datetime) -> dict[int, tuple[int, int]]:
    """Shifts that are open now, and how many of them since before a moment."""
    old = func.sum(case((Shift.opened_at < before, 1), else_=0))
    query = select(Shift.gerai_id, func.count(), old).where(Shift.closed_at.is_(None))
    return {row[0]: (row[1], int(row[2])) for row in db.session.execute(query.group_by(Shift.gerai_id)).all()}


def appointed(since: datetime) -> int:
    """How many roles were given in the gerai since a moment."""
    query = select(func.count()).where(Officer.gerai_id != DISTRICT, Officer.appointed_at >= since)
    return int(db.session.scalar(query) or 0)
