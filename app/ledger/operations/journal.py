"""What a treasurer posts by hand: a general journal entry, and its reversal."""

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


@act("ledger.post_journal")
def post_journal(book: OpenBook, *, on: date, lines: tuple[Line, ...], note: str) -> dict[str, Any]:
    """Post a general journal entry on ``on``.

    Raises FutureDate, AccountUnknown, AccountReserved, SubledgerNeeded, UnitUnknown, EntryUnbalanced,
    TooFewLines, PeriodClosed.
    """
    _check_accounts(book, lines)
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
        if accounts[line.account].control and not line.subledger:
            raise refusals.SubledgerNeeded("lines", account=line.account)
        if line.unit not in units:
            raise refusals.UnitUnknown("lines", unit=line.unit)
