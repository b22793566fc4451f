"""What is owed to suppliers, and how it is paid: in parts, oldest first or the notas that were chosen."""

from datetime import date
from typing import Any

from sqlalchemy import bindparam, insert, select, update

from app.books.acts import act
from app.books.book import OpenBook
from app.ledger.operations import post
from app.purchasing import postings
from app.purchasing.models import Payable, PayableSettlement, SupplierPayment
from app.purchasing.operations.money import Purse, pay_out
from app.purchasing.operations.suppliers import known_supplier
from app.purchasing.refusals import AmountNotPositive, NothingOwed, PaidTooMuch
from app.purchasing.rules import Owed, allocate

_PAYABLE, _SETTLEMENT = insert(Payable), insert(PayableSettlement)
_PAYMENT = insert(SupplierPayment)
_SETTLE = (
    update(Payable)
    .where(Payable.gerai_id == bindparam("g"), Payable.no == bindparam("n"))
    .values(settled=Payable.settled + bindparam("part"))
)


def owe(
    book: OpenBook,
    *,
    supplier_no: int,
    source: str,
    source_no: int,
    nota: str,
    billed_on: date,
    due_on: date,
    amount: int,
) -> int:
    """Write that a document (nota, bill, saldo awal) is owed; its credit on 2-1100 is in its own entry."""
    no = book.next_no("payable")
    row = {
        "gerai_id": book.gerai_id, "no": no, "supplier_no": supplier_no, "source": source,
        "source_no": source_no, "nota": nota, "billed_on": billed_on, "due_on": due_on, "amount": amount,
        "settled": 0,
    }  # fmt: skip
    book.write(_PAYABLE, [row])
    return no


@act("purchasing.pay_supplier")
def pay_supplier(
    book: OpenBook,
    *,
    supplier_no: int,
    amount: int,
    paid_from: str,
    shift_no: int | None = None,
    bank_no: int | None = None,
    chosen: tuple[int, ...] = (),
    note: str = "",
) -> dict[str, Any]:
    """Pay what is owed, in part or whole: the ``chosen`` payables, else all of them, oldest due first.

    Raises SupplierUnknown, AmountNotPositive, NothingOwed, PaidTooMuch, and what ``pay_out`` raises.
    """
    known_supplier(book, supplier_no)
    if amount <= 0:
        raise AmountNotPositive("amount")
    owed = [each for each in owed_to(book, supplier_no) if not chosen or each.no in chosen]
    left = sum(each.left for each in owed)
    if not left:
        raise NothingOwed()
    if amount > left:
        raise PaidTooMuch("amount", left=left)
    no, purse = book.next_no("supplier_payment"), Purse(paid_from, shift_no, bank_no)
    paid = pay_out(book, purse, amount, source=postings.PAYMENT, source_no=no)
    draft = postings.payment(no, book.today, supplier_no=supplier_no, amount=amount, paid=paid)
    entry = post(book, draft)
    parts = allocate(amount, owed)
    settle(book, parts, source=postings.PAYMENT, source_no=no)
    key = {"gerai_id": book.gerai_id, "no": no, "entry_no": entry, "act_no": book.act_no}
    facts = {"supplier_no": supplier_no, "paid_on": book.today, "paid_from": paid_from, "amount": amount}
    book.write(_PAYMENT, [{**key, **facts, "note": note, **purse.columns}])
    return {"payment": no, "entry": entry, "amount": amount, "left": left - amount}


def owed_to(book: OpenBook, supplier_no: int) -> list[Owed]:
    """Every payable of a supplier that is not settled."""
    query = select(Payable.no, Payable.due_on, Payable.amount - Payable.settled).where(
        Payable.gerai_id == book.gerai_id,
        Payable.supplier_no == supplier_no,
        Payable.settled < Payable.amount,
    )
    return [Owed(no, due_on, int(left)) for no, due_on, left in book.session.execute(query)]


def settle(book: OpenBook, parts: list[tuple[int, int]], *, source: str, source_no: int) -> None:
    """Take (payable, rupiah) off what is owed."""
    document = {
        "gerai_id": book.gerai_id, "act_no": book.act_no, "source": source, "source_no": source_no,
    }  # fmt: skip
    book.write(_SETTLEMENT, [{**document, "payable_no": no, "amount": part} for no, part in sorted(parts)])
    book.write(_SETTLE, [{"g": book.gerai_id, "n": no, "part": part} for no, part in sorted(parts)])
