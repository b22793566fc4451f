"""Writing a draft: postings, entry, balances and totals, in the act's transaction.

The postings go in first and the entry last, so that the guard on the entry sees all of it. Rows are
touched in sorted order, and each table takes one statement.
"""

from collections import defaultdict
from datetime import date
from typing import Any

from sqlalchemy import Date, bindparam, insert, select, text

from app.books.book import OpenBook
from app.foundation.dates import month_start
from app.ledger.chain import Link, hash_of
from app.ledger.draft import Draft, Line, draft
from app.ledger.models import Entry, Posting
from app.ledger.operations.periods import ensure_open
from app.ledger.refusals import AlreadyReversed, EntryUnknown, ReversalOfReversal

_POSTING = insert(Posting)
_ENTRY = insert(Entry)
_BALANCE = text(
    "INSERT INTO balance (gerai_id, account, subledger, amount) VALUES (:g, :account, :subledger, :amount)"
    " ON CONFLICT (gerai_id, account, subledger) DO UPDATE SET amount = balance.amount + excluded.amount"
)


def _totals(table: str, day: str) -> Any:
    return text(
        f"INSERT INTO {table} (gerai_id, {day}, account, unit, debit, credit)"  # noqa: S608  # our own names
        " VALUES (:g, :day, :account, :unit, :debit, :credit)"
        f" ON CONFLICT (gerai_id, {day}, account, unit) DO UPDATE"
        f" SET debit = {table}.debit + excluded.debit, credit = {table}.credit + excluded.credit"
    ).bindparams(bindparam("day", type_=Date))


_DAILY = _totals("daily_total", "posted_on")
_MONTHLY = _totals("monthly_total", "month_on")


def post(book: OpenBook, event: Draft, posted_on: date | None = None) -> int:
    """Write ``event`` and return the entry's number.

    ``posted_on`` defaults to the day it occurred. Raises PeriodClosed, FutureDate, PeriodLocked.
    """
    day = posted_on or event.occurred_on
    ensure_open(book, day)
    no = book.head_no + 1
    link = Link(
        book.head_hash, book.gerai_id, no, book.act_no, event.occurred_on, day,
        event.source, event.source_no, event.reverses_no,
    )  # fmt: skip
    hash_ = hash_of(link, event.lines)
    book.write(_POSTING, [_posting(book.gerai_id, no, i, line) for i, line in enumerate(event.lines, 1)])
    book.write(_ENTRY, [{**vars(link), "hash": hash_}])
    _keep_balances(book, event.lines)
    _keep_totals(book, event.lines, day)
    book.head_no, book.head_hash = no, hash_
    return no


def _posting(gerai_id: int, entry_no: int, number: int, line: Line) -> dict[str, Any]:
    return {"gerai_id": gerai_id, "entry_no": entry_no, "line": number, **vars(line)}


def _keep_balances(book: OpenBook, lines: tuple[Line, ...]) -> None:
    sums: dict[tuple[str, str], int] = defaultdict(int)
    for line in lines:
        sums[line.account, line.subledger] += line.amount
    rows = [
        {"g": book.gerai_id, "account": account, "subledger": subledger, "amount": amount}
        for (account, subledger), amount in sorted(sums.items())
    ]
    book.write(_BALANCE, rows)


def _keep_totals(book: OpenBook, lines: tuple[Line, ...], day: date) -> None:
    sums: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    for line in lines:
        sums[line.account, line.unit][line.amount < 0] += abs(line.amount)
    rows = [
        {
            "g": book.gerai_id,
            "day": day,
            "account": account,
            "unit": unit,
            "debit": sides[0],
            "credit": sides[1],
        }
        for (account, unit), sides in sorted(sums.items())
    ]
    book.write(_DAILY, rows)
    book.write(_MONTHLY, [{**row, "day": month_start(day)} for row in rows])


def reverse(book: OpenBook, entry_no: int, *, source: str, source_no: int | str, on: date) -> int:
    """Post the mirror of an entry, at most once. Raises EntryUnknown, AlreadyReversed, ReversalOfReversal."""
    entry = book.session.get(Entry, (book.gerai_id, entry_no))
    if entry is None:
        raise EntryUnknown(entry=entry_no)
    if entry.reverses_no is not None:
        raise ReversalOfReversal()
    if book.session.scalar(_reversal_of(book.gerai_id, entry_no)) is not None:
        raise AlreadyReversed()
    lines = [Line(p.account, p.unit, -p.amount, p.subledger) for p in _postings(book, entry_no)]
    return post(book, draft(source, source_no, on, lines, reverses_no=entry_no))


def _reversal_of(gerai_id: int, entry_no: int) -> Any:
    return select(Entry.no).where(Entry.gerai_id == gerai_id, Entry.reverses_no == entry_no)


def _postings(book: OpenBook, entry_no: int) -> Any:
    query = select(Posting).where(Posting.gerai_id == book.gerai_id, Posting.entry_no == entry_no)
    return book.session.scalars(query.order_by(Posting.line))
