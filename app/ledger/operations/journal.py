"""What a treasurer posts by hand: a general journal entry, and its reversal."""

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import select

from app.books.acts import act
from app.books.book import OpenBook
from app.ledger import refusals
from app.ledger.draft import Line, draft
from app.ledger.hooks import openings
from app.ledger.models import Account, Entry, EntryNote, Unit
from app.ledger.operations.post import post, reverse

SOURCE = "ledger.journal"
# What a hand may write there: the signs that part the fields of the chain's canonical text stay out.
SUBLEDGER = re.compile(r"[A-Za-z0-9][A-Za-z0-9:._/-]{0,59}")


@dataclass(frozen=True)
class Limit:
    """The largest sum of debits its poster may post, in rupiah; None is any.

    Kept out of the act's content: what a person may post is no part of what they posted.
    """

    amount: int | None = field(default=None, compare=False)


NO_LIMIT = Limit()


@act("ledger.post_journal")
def post_journal(
    book: OpenBook, *, on: date, lines: tuple[Line, ...], note: str, limit: Limit = NO_LIMIT
) -> dict[str, Any]:
    """Post a general journal entry on ``on``.

    Raises FutureDate, AccountUnknown, AccountReserved, SubledgerNeeded, SubledgerNotKept,
    SubledgerMalformed, UnitUnknown, AmountOverLimit, EntryUnbalanced, TooFewLines, PeriodClosed,
    PeriodLocked, PeriodUnknown.
    """
    _check_accounts(book, lines)
    _check_limit(lines, limit)
    no = book.next_no("journal")
    entry_no = post(book, draft(SOURCE, no, on, lines))
    _note(book, entry_no, note)
    return {"journal": no, "entry": entry_no}


@act("ledger.reverse_journal")
def reverse_journal(book: OpenBook, *, entry_no: int, note: str) -> dict[str, Any]:
    """Reverse an entry that was posted by hand, today.

    Raises EntryUnknown, BelongsToItsRoom, AlreadyReversed, ReversalOfReversal.
    """
    entry = book.session.get(Entry, (book.gerai_id, entry_no))
    if entry is None:
        raise refusals.EntryUnknown(entry=entry_no)
    if entry.source != SOURCE:
        raise refusals.BelongsToItsRoom()
    no = book.next_no("journal")
    reversal = reverse(book, entry_no, source=SOURCE, source_no=no, on=book.today)
    _note(book, reversal, note)
    return {"journal": no, "entry": reversal}


def _note(book: OpenBook, entry_no: int, text: str) -> None:
    book.session.add(EntryNote(gerai_id=book.gerai_id, entry_no=entry_no, text=text))


def _check_limit(lines: tuple[Line, ...], limit: Limit) -> None:
    total = sum(line.amount for line in lines if line.amount > 0)
    if limit.amount is not None and total > limit.amount:
        raise refusals.AmountOverLimit("lines", total=total, limit=limit.amount)


def _check_accounts(book: OpenBook, lines: tuple[Line, ...]) -> None:
    codes = {line.account for line in lines}
    query = select(Account).where(Account.gerai_id == book.gerai_id, Account.code.in_(codes))
    accounts = {account.code: account for account in book.session.scalars(query)}
    units = set(book.session.scalars(select(Unit.code)))
    for line in lines:
        if line.account not in accounts:
            raise refusals.AccountUnknown("lines", account=line.account)
        if line.account in openings().reserved:
            raise refusals.AccountReserved("lines", account=line.account)
        _check_subledger(line, accounts[line.account].control)
        if line.unit not in units:
            raise refusals.UnitUnknown("lines", unit=line.unit)


def _check_subledger(line: Line, control: bool) -> None:
    if control and not line.subledger:
        raise refusals.SubledgerNeeded("lines", account=line.account)
    if line.subledger and not control:
        raise refusals.SubledgerNotKept("lines", account=line.account)
    if line.subledger and SUBLEDGER.fullmatch(line.subledger) is None:
        raise refusals.SubledgerMalformed("lines", account=line.account)
