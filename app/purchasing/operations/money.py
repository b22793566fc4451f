"""Money that leaves for a supplier: out of the safe, a drawer or the bank."""

from dataclasses import dataclass

from app.books.book import OpenBook
from app.cash.models import BankAccount, Shift
from app.cash.operations.tenders import Taken, write_tenders
from app.cash.queries import drawer_by_unit
from app.cash.refusals import ShiftClosed, ShiftUnknown
from app.inventory.postings import UNIT
from app.ledger.draft import Line
from app.purchasing import postings
from app.purchasing.refusals import BankNeeded, DrawerNeeded, DrawerTooLow


@dataclass(frozen=True)
class Purse:
    """Where money comes from: ``kind`` is "safe", "drawer" (of an open shift) or "bank" (one of its accounts)."""

    kind: str
    shift_no: int | None = None
    bank_no: int | None = None

    @property
    def columns(self) -> dict[str, int | None]:
        """What a document remembers of it, besides its kind."""
        return {
            "shift_no": self.shift_no if self.kind == "drawer" else None,
            "bank_no": self.bank_no if self.kind == "bank" else None,
        }


def pay_out(book: OpenBook, purse: Purse, amount: int, *, source: str, source_no: int) -> Line:
    """Take ``amount`` out and give the ledger's line for it.

    Raises DrawerNeeded, ShiftUnknown, ShiftClosed, DrawerTooLow, BankNeeded.
    """
    if purse.kind == "drawer":
        _take_from_drawer(book, purse.shift_no, amount, source, source_no)
    if purse.kind == "bank":
        _ensure_bank(book, purse.bank_no)
    return postings.money(purse.kind, amount, shift_no=purse.shift_no, bank_no=purse.bank_no)


def _take_from_drawer(book: OpenBook, shift_no: int | None, amount: int, source: str, source_no: int) -> None:
    if shift_no is None:
        raise DrawerNeeded("shift_no")
    shift = book.session.get(Shift, (book.gerai_id, shift_no))
    if shift is None:
        raise ShiftUnknown("shift_no")
    if shift.closed_at is not None:
        raise ShiftClosed("shift_no")
    left = sum(drawer_by_unit(book.gerai_id, shift).values())
    if amount > left:
        raise DrawerTooLow("shift_no", left=left)
    if amount:
        paid = [Taken("cash", -amount, -amount)]
        write_tenders(book, shift_no=shift_no, unit=UNIT, source=source, source_no=source_no, taken=paid)


def _ensure_bank(book: OpenBook, bank_no: int | None) -> None:
    if bank_no is None or book.session.get(BankAccount, (book.gerai_id, bank_no)) is None:
        raise BankNeeded("bank_no")
