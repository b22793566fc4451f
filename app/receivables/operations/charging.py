"""What a selling room asks and writes within its own act. The posting on ``1-1300`` is that room's."""

from datetime import date

from sqlalchemy import bindparam, insert, select

from app.books.book import OpenBook
from app.ledger.models import Balance
from app.receivables import postings
from app.receivables.models import CreditLimit, Receivable
from app.receivables.refusals import ChargeUnknown

_MOVEMENT = insert(Receivable)
_OWED = select(Balance.amount).where(
    Balance.gerai_id == bindparam("gerai_id"),
    Balance.account == bindparam("account"),
    Balance.subledger == bindparam("subledger"),
)
_LIMIT = select(CreditLimit.amount).where(
    CreditLimit.gerai_id == bindparam("gerai_id"), CreditLimit.member_no == bindparam("member_no")
)
_CHARGE = select(Receivable.no).where(
    Receivable.gerai_id == bindparam("gerai_id"),
    Receivable.source == bindparam("source"),
    Receivable.source_no == bindparam("source_no"),
    Receivable.kind == bindparam("kind"),
    Receivable.member_no == bindparam("member_no"),
)


def owed(book: OpenBook, member_no: int) -> int:
    """What a member owes now, in rupiah; asked under the lock."""
    account = {"account": postings.BON, "subledger": postings.subledger(member_no)}
    found = book.read(_OWED, gerai_id=book.gerai_id, **account)
    return int(found[0][0]) if found else 0


def room_left(book: OpenBook, member_no: int) -> int:
    """How much more a member may owe, in rupiah; below zero when the limit was passed. Asked under the lock."""
    found = book.read(_LIMIT, gerai_id=book.gerai_id, member_no=member_no)
    return (int(found[0][0]) if found else 0) - owed(book, member_no)


def charge(book: OpenBook, *, member_no: int, amount: int, source: str, source_no: int, on: date) -> int:
    """Record that a member owes ``amount`` more for a document; answers the movement's number.

    Whether there is room is for the caller to ask before (``room_left``), and the posting is the caller's.
    """
    return _write(
        book, kind="charge", member_no=member_no, amount=amount, document=(source, source_no), on=on
    )


def credit_charge(
    book: OpenBook, *, member_no: int, amount: int, charged_by: tuple[str, int],
    source: str, source_no: int, on: date,
) -> int:  # fmt: skip
    """Take back ``amount`` of the charge of a document. Raises ChargeUnknown."""
    charged = {"source": charged_by[0], "source_no": charged_by[1], "member_no": member_no, "kind": "charge"}
    found = book.read(_CHARGE, gerai_id=book.gerai_id, **charged)
    if not found:
        raise ChargeUnknown()
    return _write(
        book, kind="credit", member_no=member_no, amount=amount, document=(source, source_no), on=on,
        against=int(found[0][0]),
    )  # fmt: skip


def write_payment(book: OpenBook, member_no: int, amount: int, payment_no: int) -> int:
    document = (postings.PAYMENT, payment_no)
    return _write(book, kind="payment", member_no=member_no, amount=amount, document=document, on=book.today)


def _write(
    book: OpenBook, *, kind: str, member_no: int, amount: int, document: tuple[str, int], on: date,
    against: int | None = None,
) -> int:  # fmt: skip
    no = book.next_no("receivable")
    source, source_no = document
    row = {
        "gerai_id": book.gerai_id, "no": no, "member_no": member_no, "kind": kind, "moved_on": on,
        "amount": amount, "source": source, "source_no": source_no, "against_no": against,
        "act_no": book.act_no,
    }  # fmt: skip
    book.write(_MOVEMENT, [row])
    return no
