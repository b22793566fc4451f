"""Balances, totals and counts, written anew from what they are kept of."""

from typing import Any

from sqlalchemy import text

from app.books.acts import act
from app.books.book import OpenBook
from app.ledger.hooks import openings

_MONTH = {
    "sqlite": "date(posted_on, 'start of month')",
    "postgresql": "CAST(date_trunc('month', posted_on) AS DATE)",
}
_BALANCES = """
    INSERT INTO balance (gerai_id, account, subledger, amount)
    SELECT gerai_id, account, subledger, sum(amount)
    FROM posting
    WHERE gerai_id = :gerai_id
    GROUP BY gerai_id, account, subledger
"""
_DAILY = """
    INSERT INTO daily_total (gerai_id, posted_on, account, unit, debit, credit)
    SELECT posting.gerai_id, posted_on, account, unit,
      sum(CASE WHEN amount > 0 THEN amount ELSE 0 END), sum(CASE WHEN amount < 0 THEN -amount ELSE 0 END)
    FROM posting
    JOIN entry ON entry.gerai_id = posting.gerai_id AND entry.no = posting.entry_no
    WHERE posting.gerai_id = :gerai_id
    GROUP BY posting.gerai_id, posted_on, account, unit
"""
_MONTHLY = """
    INSERT INTO monthly_total (gerai_id, month_on, account, unit, debit, credit)
    SELECT gerai_id, {month}, account, unit, sum(debit), sum(credit)
    FROM daily_total
    WHERE gerai_id = :gerai_id
    GROUP BY 1, 2, 3, 4
"""


@act("ledger.rebuild")
def rebuild(book: OpenBook) -> dict[str, Any]:
    """Write this book's balances and totals anew from its postings, then let each room rebuild its counts.

    The answer says how many rows each table has now. Entries and postings are never touched.
    """
    month = _MONTH[book.session.connection().dialect.name]
    written = {
        "balance": _replace(book, "balance", _BALANCES),
        "daily_total": _replace(book, "daily_total", _DAILY),
        "monthly_total": _replace(book, "monthly_total", _MONTHLY.format(month=month)),
    }
    book.session.expire_all()
    for rebuilder in openings().rebuilders:
        rebuilder(book)
    return written


def _replace(book: OpenBook, table: str, insert: str) -> int:
    connection, own = book.session.connection(), {"gerai_id": book.gerai_id}
    connection.execute(text(f"DELETE FROM {table} WHERE gerai_id = :gerai_id"), own)  # noqa: S608  # our own names
    return connection.execute(text(insert), own).rowcount
