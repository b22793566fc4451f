"""Questions that are answered from the kept totals: postings are never scanned here."""

from datetime import date
from typing import Any

from sqlalchemy import case, func, select

from app.foundation.database import db
from app.foundation.dates import month_start
from app.ledger.models import Account, DailyTotal, MonthlyTotal
from app.ledger.trial import TrialLine


def trial_balance(gerai_id: int, month: date, unit: str | None = None) -> list[TrialLine]:
    """Every account that stood at something or moved, up to and in ``month``, by code."""
    first = month_start(month)
    rows = db.session.execute(
        select(
            Account.code,
            Account.name,
            Account.section,
            _sum(case((MonthlyTotal.month_on < first, MonthlyTotal.debit - MonthlyTotal.credit), else_=0)),
            _sum(case((MonthlyTotal.month_on == first, MonthlyTotal.debit), else_=0)),
            _sum(case((MonthlyTotal.month_on == first, MonthlyTotal.credit), else_=0)),
        )
        .join(
            MonthlyTotal, (MonthlyTotal.gerai_id == Account.gerai_id) & (MonthlyTotal.account == Account.code)
        )
        .where(Account.gerai_id == gerai_id, MonthlyTotal.month_on <= first, *_in_unit(MonthlyTotal, unit))
        .group_by(Account.code, Account.name, Account.section)
        .order_by(Account.code)
    )
    lines = [TrialLine(code, name, section, *map(int, sums)) for code, name, section, *sums in rows]
    return [line for line in lines if line.opening or line.debit or line.credit]


def standing_before(gerai_id: int, account: str, day: date) -> int:
    """What an account stood at when ``day`` began: whole months, then the days since. Signed rupiah."""
    first = month_start(day)
    months = _net(MonthlyTotal, gerai_id, account).where(MonthlyTotal.month_on < first)
    days = _net(DailyTotal, gerai_id, account).where(
        DailyTotal.posted_on >= first, DailyTotal.posted_on < day
    )
    return int(db.session.scalar(months) or 0) + int(db.session.scalar(days) or 0)


def _net(totals: Any, gerai_id: int, account: str) -> Any:
    return select(_sum(totals.debit - totals.credit)).where(
        totals.gerai_id == gerai_id, totals.account == account
    )


def _in_unit(totals: Any, unit: str | None) -> list[Any]:
    return [totals.unit == unit] if unit else []


def _sum(column: Any) -> Any:
    return func.coalesce(func.sum(column), 0)
