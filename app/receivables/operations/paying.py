"""Money for the bon, taken at a drawer."""

from typing import Any

from sqlalchemy import insert

from app.books.acts import act
from app.books.book import OpenBook
from app.cash import queries as cash
from app.cash.operations import write_tenders
from app.cash.operations.tenders import Taken
from app.ledger.operations import post
from app.members.queries import member_facts
from app.receivables import postings
from app.receivables.models import BonPayment
from app.receivables.operations.charging import owed, write_payment
from app.receivables.refusals import AmountMissing, MemberUnknown, NothingOwed, PaidTooMuch, ShiftNeeded

KINDS = ("cash", "qris", "transfer")


@act("receivables.receive_payment")
def receive_payment(
    book: OpenBook, *, member_no: int, amount: int, shift_no: int, kind: str = "cash"
) -> dict[str, Any]:
    """Take ``amount`` for a member's bon into an open shift of the acting user.

    Also of somebody who has left: a debt stays one. Raises MemberUnknown, ShiftNeeded, AmountMissing,
    NothingOwed, PaidTooMuch.
    """
    if member_facts(book.gerai_id, member_no) is None:
        raise MemberUnknown()
    _ensure_open(book, shift_no)
    open_before = owed(book, member_no)
    _ensure_owed(amount, open_before)
    no = book.next_no("bon_payment")
    event = postings.payment(no, book.today, member_no=member_no, amount=amount, kind=kind, shift_no=shift_no)
    entry = post(book, event)
    left = open_before - amount
    book.write(insert(BonPayment), [
        {"gerai_id": book.gerai_id, "no": no, "member_no": member_no, "shift_no": shift_no, "kind": kind,
         "amount": amount, "still_owed": left, "paid_at": book.at, "received_by": book.user_id, "entry_no": entry,
         "act_no": book.act_no},
    ])  # fmt: skip
    write_payment(book, member_no, amount, no)
    taken = [Taken(kind, amount, amount)]
    write_tenders(
        book, shift_no=shift_no, unit=postings.UNIT, source=postings.PAYMENT, source_no=no, taken=taken
    )
    return {"payment": no, "entry": entry, "member": member_no, "left": left}


def _ensure_open(book: OpenBook, shift_no: int) -> None:
    shift = cash.shift_facts(book.gerai_id, shift_no)
    if shift is None or not shift.is_open or shift.cashier_id != book.user_id:
        raise ShiftNeeded()


def _ensure_owed(amount: int, open_before: int) -> None:
    if amount <= 0:
        raise AmountMissing("amount")
    if open_before <= 0:
        raise NothingOwed("amount")
    if amount > open_before:
        raise PaidTooMuch("amount", owed=open_before)
