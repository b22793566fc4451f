"""A month's books out of monthly totals: two small reads, and one of the few entries that brought in saldo awal."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import case, func, select

from app.foundation.database import db
from app.foundation.dates import month_start, previous_month
from app.ledger.hooks import openings
from app.ledger.models import Account, Entry, MonthlyTotal, Posting
from app.statements.month_books import AccountFacts, Books, Moves, merged


def books(gerai_id: int, month: date, unit: str | None = None) -> Books:
    """What the statements of ``month`` need, and of the month before: of one unit, or of the whole gerai."""
    first = previous_month(month).replace(month=1)
    return Books(
        accounts=_accounts(gerai_id),
        before=_before(gerai_id, first, unit),
        months=_months(gerai_id, first, month, unit),
        brought=_brought(gerai_id, unit),
    )


def standings(gerai_id: int, accounts: Iterable[str], month: date) -> dict[str, int]:
    """What these accounts stood at when a month ended, signed rupiah."""
    net = func.sum(MonthlyTotal.debit - MonthlyTotal.credit)
    query = select(MonthlyTotal.account, net).where(
        MonthlyTotal.gerai_id == gerai_id,
        MonthlyTotal.month_on <= month_start(month),
        MonthlyTotal.account.in_(list(accounts)),
    )
    return {
        code: int(amount) for code, amount in db.session.execute(query.group_by(MonthlyTotal.account)).all()
    }


def _accounts(gerai_id: int) -> dict[str, AccountFacts]:
    columns = (Account.code, Account.name, Account.kind, Account.section, Account.contra)
    rows = db.session.execute(
        select(*columns).where(Account.gerai_id == gerai_id).order_by(Account.code)
    ).all()
    return {row.code: AccountFacts(*row) for row in rows}


def _before(gerai_id: int, first: date, unit: str | None) -> dict[str, int]:
    net = func.sum(MonthlyTotal.debit - MonthlyTotal.credit)
    query = select(MonthlyTotal.account, net).where(
        MonthlyTotal.gerai_id == gerai_id, MonthlyTotal.month_on < first, *_within(MonthlyTotal, unit)
    )
    found: dict[str, int] = defaultdict(int)
    for code, amount in db.session.execute(query.group_by(MonthlyTotal.account)):
        found[merged(code, unit is None)] += int(amount)
    return found


def _months(gerai_id: int, first: date, last: date, unit: str | None) -> dict[date, dict[str, Moves]]:
    sums = func.sum(MonthlyTotal.debit), func.sum(MonthlyTotal.credit)
    query = select(MonthlyTotal.month_on, MonthlyTotal.account, *sums).where(
        MonthlyTotal.gerai_id == gerai_id,
        MonthlyTotal.month_on.between(first, last),
        *_within(MonthlyTotal, unit),
    )
    rows = db.session.execute(query.group_by(MonthlyTotal.month_on, MonthlyTotal.account))
    return _gathered(rows, whole=unit is None)


def _brought(gerai_id: int, unit: str | None) -> dict[date, dict[str, Moves]]:
    """Found by their source alone, which is indexed: a gerai has one such entry, and its correction."""
    sources = openings().brought_forward
    if not sources:
        return {}
    sums = (
        func.sum(case((Posting.amount > 0, Posting.amount), else_=0)),
        func.sum(case((Posting.amount < 0, -Posting.amount), else_=0)),
    )
    query = (
        select(Entry.posted_on, Posting.account, *sums)
        .join(Posting, (Posting.gerai_id == Entry.gerai_id) & (Posting.entry_no == Entry.no))
        .where(
            Entry.gerai_id == gerai_id,
            Entry.source.in_(sorted(sources)),
            *_within(Posting, unit),
        )
        .group_by(Entry.posted_on, Posting.account)
    )
    return _gathered(db.session.execute(query), whole=unit is None)


def _gathered(rows: Iterable[Any], *, whole: bool) -> dict[date, dict[str, Moves]]:
    """(day, account, debit, credit) by month and account."""
    found: dict[date, dict[str, Moves]] = defaultdict(dict)
    for day, account, debit, credit in rows:
        of_month, code = found[month_start(day)], merged(account, whole)
        before = of_month.get(code, (0, 0))
        of_month[code] = (before[0] + int(debit), before[1] + int(credit))
    return found


def _within(table: Any, unit: str | None) -> list[Any]:
    return [table.unit == unit] if unit else []
