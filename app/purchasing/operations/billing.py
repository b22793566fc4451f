"""The bill of goods that came in before it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import func, insert, select

from app.books.acts import act
from app.books.book import OpenBook
from app.catalog.queries import items_by_no
from app.foundation.money import split
from app.inventory.operations import revalue, stock_on_hand
from app.ledger.operations import post
from app.purchasing import postings
from app.purchasing.models import Bill, GoodsReturn, GoodsReturnLine, Receiving, ReceivingLine
from app.purchasing.operations.paying import owe
from app.purchasing.operations.suppliers import used_supplier
from app.purchasing.refusals import (
    AlreadyBilled,
    DueBeforeReceipt,
    NotUnbilled,
    ReceivingUnknown,
)
from app.purchasing.rules import part_of

_BILL = insert(Bill)


@act("purchasing.record_bill")
def record_bill(
    book: OpenBook,
    *,
    receiving_no: int,
    supplier_no: int,
    nota: str,
    billed_on: date,
    due_on: date,
    amount: int,
) -> dict[str, Any]:
    """What came in before its bill is owed to a supplier now, at what the bill says.

    What it differs by goes into the stock that is left of those goods; the part of goods that are gone goes
    to 5-7100. Raises ReceivingUnknown, NotUnbilled, AlreadyBilled, SupplierUnknown, SupplierEnded,
    DueBeforeReceipt.
    """
    receiving = _unbilled(book, receiving_no)
    used_supplier(book, supplier_no)
    if due_on < billed_on:
        raise DueBeforeReceipt("due_on")
    received = receiving.cost - _returned(book, receiving_no)
    no = book.next_no("bill")
    taken = _revalue(book, no, receiving_no, amount - received)
    items = items_by_no(book.gerai_id, taken)
    changes = [(items[item_no].stock_group, part) for item_no, part in taken.items()]
    draft = postings.bill(
        no, book.today, receiving_no=receiving_no, supplier_no=supplier_no, received=received, amount=amount,
        changes=changes,
    )  # fmt: skip
    entry = post(book, draft) if draft else None
    key = {"gerai_id": book.gerai_id, "no": no, "receiving_no": receiving_no, "supplier_no": supplier_no}
    facts = {"nota": nota, "billed_on": billed_on, "due_on": due_on, "received": received, "amount": amount}
    end = {"into_stock": sum(taken.values()), "entry_no": entry, "act_no": book.act_no}
    book.write(_BILL, [{**key, **facts, **end}])
    if amount:
        owe(book, supplier_no=supplier_no, source=postings.BILL, source_no=no, nota=nota,
            billed_on=billed_on, due_on=due_on, amount=amount)  # fmt: skip
    return {"bill": no, "entry": entry, "amount": amount, "difference": amount - received}


def _unbilled(book: OpenBook, receiving_no: int) -> Receiving:
    receiving = book.session.get(Receiving, (book.gerai_id, receiving_no))
    if receiving is None:
        raise ReceivingUnknown()
    if receiving.paid_from != "unbilled":
        raise NotUnbilled()
    mine = (Bill.gerai_id == book.gerai_id, Bill.receiving_no == receiving_no)
    if book.session.scalar(select(Bill.no).where(*mine)) is not None:
        raise AlreadyBilled()
    return receiving


def _returned(book: OpenBook, receiving_no: int) -> int:
    """What went back before the bill came, in rupiah."""
    mine = (GoodsReturn.gerai_id == book.gerai_id, GoodsReturn.receiving_no == receiving_no)
    query = select(func.coalesce(func.sum(GoodsReturn.credit), 0)).where(*mine)
    return int(book.session.scalar(query.where(GoodsReturn.settled_by == "unbilled")) or 0)


def _revalue(book: OpenBook, no: int, receiving_no: int, difference: int) -> dict[int, int]:
    """Item -> rupiah that its stock took of the difference."""
    kept = _kept(book, receiving_no)
    if not difference or not sum(cost for _, cost in kept.values()):
        return {}
    parts = dict(zip(kept, split(difference, [cost for _, cost in kept.values()]), strict=True))
    levels = stock_on_hand(book, kept)
    worth = {}
    for item_no, (quantity, _) in kept.items():
        left = min(max(levels[item_no].quantity_milli, 0), quantity)
        worth[item_no] = part_of(parts[item_no], left, 0, quantity) if quantity else 0
    return revalue(book, on=book.today, source=postings.BILL, source_no=no, worth=worth)


def _kept(book: OpenBook, receiving_no: int) -> Mapping[int, tuple[int, int]]:
    """Item -> (thousandths, rupiah) of a nota, less what went back."""
    found: dict[int, tuple[int, int]] = {}
    for model, sign, cost in (
        (ReceivingLine, 1, ReceivingLine.cost),
        (GoodsReturnLine, -1, GoodsReturnLine.credit),
    ):
        query = select(model.item_no, func.sum(model.quantity_milli), func.sum(cost)).where(
            model.gerai_id == book.gerai_id, model.receiving_no == receiving_no
        )
        for item_no, quantity, worth in book.session.execute(
            query.group_by(model.item_no).order_by(model.item_no)
        ):
            before = found.get(item_no, (0, 0))
            found[item_no] = (before[0] + sign * int(quantity), before[1] + sign * int(worth))
    return found
