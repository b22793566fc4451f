"""Goods that go back to their supplier, and what he takes off or pays back for them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, insert, select

from app.books.acts import act
from app.books.book import OpenBook
from app.catalog.queries import ItemFacts, items_by_no
from app.inventory.operations import Move, move, stock_on_hand
from app.inventory.postings import UNIT
from app.inventory.refusals import QuantityNotWhole
from app.inventory.rules import fits
from app.ledger.draft import Line, debit
from app.ledger.operations import post
from app.purchasing import postings
from app.purchasing.models import (
    Bill,
    GoodsReturn,
    GoodsReturnLine,
    Payable,
    Receiving,
    ReceivingLine,
    ReceivingLineTerms,
    ReceivingTerms,
)
from app.purchasing.operations.money import Purse, pay_out
from app.purchasing.operations.paying import owed_to, settle
from app.purchasing.refusals import (
    CreditTooLarge,
    NothingReturned,
    ReceivingUnknown,
    ReturnedTooMuch,
    SettledOtherwise,
    StockTooLow,
)
from app.purchasing.rules import allocate, part_of

_RETURN, _LINE = insert(GoodsReturn), insert(GoodsReturnLine)


@dataclass(frozen=True)
class ReturnedLine:
    """A line of the nota, and how much of it goes back in thousandths of the item's unit."""

    line: int
    quantity_milli: int


@dataclass(frozen=True)
class _Back:
    """A line that goes back, with what the supplier gives for it in rupiah."""

    line: int
    item_no: int
    quantity_milli: int
    credit: int


@act("purchasing.return_goods")
def return_goods(
    book: OpenBook,
    *,
    receiving_no: int,
    lines: tuple[ReturnedLine, ...],
    settled_by: str,
    reason: str,
    bank_no: int | None = None,
) -> dict[str, Any]:
    """Give goods of a nota back at the nota's price; the stock loses its average, 5-7100 bears the difference.

    ``settled_by`` is "payable" (taken off what is owed, this nota first), "safe" or "bank" (paid back), or
    "unbilled" while the bill is still to come. Raises ReceivingUnknown, NothingReturned, ReturnedTooMuch,
    QuantityNotWhole, StockTooLow, SettledOtherwise, CreditTooLarge. Speaks at ``lines-0-quantity``.
    """
    receiving = book.session.get(Receiving, (book.gerai_id, receiving_no))
    if receiving is None:
        raise ReceivingUnknown()
    supplier_no = _supplier_of(book, receiving)
    if settled_by not in ways(
        receiving.paid_from, billed=_bill(book, receiving_no) is not None, known=supplier_no
    ):
        raise SettledOtherwise("settled_by")
    back = _checked(book, receiving_no, lines)
    items = items_by_no(book.gerai_id, (each.item_no for each in back))
    no, credited = book.next_no("goods_return"), sum(each.credit for each in back)
    moves = [Move(each.item_no, -each.quantity_milli) for each in back]
    moved = move(book, on=book.today, source=postings.RETURN, source_no=no, moves=moves)
    costs = [(items[each.item_no].stock_group, each.cost) for each in moved]
    against = _against(
        book, no, receiving_no=receiving_no, supplier_no=supplier_no, settled_by=settled_by, bank_no=bank_no,
        credited=credited,
    )  # fmt: skip
    draft = postings.goods_return(no, book.today, costs=costs, credited=credited, against=against)
    entry = post(book, draft) if draft else None
    key = {"gerai_id": book.gerai_id, "no": no, "receiving_no": receiving_no, "supplier_no": supplier_no}
    facts = {"returned_on": book.today, "settled_by": settled_by, "reason": reason, "credit": credited}
    end = {"cost": sum(each.cost for each in moved), "entry_no": entry, "act_no": book.act_no}
    book.write(_RETURN, [{**key, **facts, **end}])
    part_of_return = {"gerai_id": book.gerai_id, "return_no": no, "receiving_no": receiving_no}
    rows = [{**part_of_return, **vars(each), "cost": out.cost} for each, out in zip(back, moved, strict=True)]
    book.write(_LINE, rows)
    return {"return": no, "entry": entry, "credit": credited}


def ways(paid_from: str, *, billed: bool, known: int | None) -> tuple[str, ...]:
    """How a return of a nota can be settled. Goods on consignment go back with a settlement."""
    if paid_from == "consigned":
        return ()
    if paid_from == "unbilled" and not billed:
        return ("unbilled",)
    return ("payable", "safe", "bank") if known else ("safe", "bank")


def _supplier_of(book: OpenBook, receiving: Receiving) -> int | None:
    terms = book.session.get(ReceivingTerms, (book.gerai_id, receiving.no))
    bill = _bill(book, receiving.no)
    return bill.supplier_no if bill else terms.supplier_no if terms else None


def _bill(book: OpenBook, receiving_no: int) -> Bill | None:
    mine = (Bill.gerai_id == book.gerai_id, Bill.receiving_no == receiving_no)
    return book.session.scalar(select(Bill).where(*mine))


def _checked(book: OpenBook, receiving_no: int, lines: Sequence[ReturnedLine]) -> list[_Back]:
    if not lines:
        raise NothingReturned()
    bought = _bought(book, receiving_no)
    before = _returned(book, receiving_no)
    items = items_by_no(book.gerai_id, (line.item_no for line, _ in bought.values()))
    back = [
        _back(f"lines-{number}-quantity", each, bought, before, items) for number, each in enumerate(lines)
    ]
    _check_stock(book, back, items)
    return back


def _back(
    at: str,
    each: ReturnedLine,
    bought: Mapping[int, tuple[ReceivingLine, int]],
    before: Mapping[int, int],
    items: Mapping[int, ItemFacts],
) -> _Back:
    if each.line not in bought:
        raise ReceivingUnknown()
    line, net = bought[each.line]
    item, gone = items[line.item_no], before.get(each.line, 0)
    if not fits(each.quantity_milli, item.decimals):
        raise QuantityNotWhole(at, item=item.name, unit=item.unit)
    if each.quantity_milli > line.quantity_milli - gone:
        raise ReturnedTooMuch(at, left=line.quantity_milli - gone, unit=item.unit)
    credit = part_of(net, each.quantity_milli, gone, line.quantity_milli)
    return _Back(each.line, line.item_no, each.quantity_milli, credit)


def _bought(book: OpenBook, receiving_no: int) -> dict[int, tuple[ReceivingLine, int]]:
    """Line -> (the line, what the supplier was to get for it): freight is no part of that."""
    terms = (
        (ReceivingLineTerms.gerai_id == ReceivingLine.gerai_id)
        & (ReceivingLineTerms.receiving_no == ReceivingLine.receiving_no)
        & (ReceivingLineTerms.line == ReceivingLine.line)
    )
    net = ReceivingLine.cost - func.coalesce(ReceivingLineTerms.freight, 0)
    query = select(ReceivingLine, net).outerjoin(ReceivingLineTerms, terms)
    mine = (ReceivingLine.gerai_id == book.gerai_id, ReceivingLine.receiving_no == receiving_no)
    return {line.line: (line, int(worth)) for line, worth in book.session.execute(query.where(*mine))}


def _returned(book: OpenBook, receiving_no: int) -> dict[int, int]:
    query = select(GoodsReturnLine.line, func.sum(GoodsReturnLine.quantity_milli)).where(
        GoodsReturnLine.gerai_id == book.gerai_id, GoodsReturnLine.receiving_no == receiving_no
    )
    return {line: int(milli) for line, milli in book.session.execute(query.group_by(GoodsReturnLine.line))}


def _check_stock(book: OpenBook, back: Sequence[_Back], items: Mapping[int, ItemFacts]) -> None:
    levels = {no: level.quantity_milli for no, level in stock_on_hand(book, items).items()}
    for number, each in enumerate(back):
        left, item = levels[each.item_no], items[each.item_no]
        if each.quantity_milli > left:
            raise StockTooLow(f"lines-{number}-quantity", item=item.name, left=left, unit=item.unit)
        levels[each.item_no] -= each.quantity_milli


def _against(
    book: OpenBook,
    no: int,
    *,
    receiving_no: int,
    supplier_no: int | None,
    settled_by: str,
    bank_no: int | None,
    credited: int,
) -> Line:
    """Who takes the credit: the debt, what is not yet invoiced, or the money that came back."""
    if settled_by == "payable" and supplier_no is not None:
        _take_off(book, no, receiving_no, supplier_no, credited)
        return debit(postings.PAYABLE, UNIT, credited, postings.of_supplier(supplier_no))
    if settled_by == "unbilled":
        return debit(postings.UNBILLED, UNIT, credited, postings.of_receiving(receiving_no))
    purse = Purse(settled_by, bank_no=bank_no)
    return pay_out(book, purse, -credited, source=postings.RETURN, source_no=no)


def _take_off(book: OpenBook, no: int, receiving_no: int, supplier_no: int, credited: int) -> None:
    """This nota first, then the supplier's others, oldest due first."""
    own, owed = _own_payable(book, receiving_no), owed_to(book, supplier_no)
    left = sum(each.left for each in owed)
    if credited > left:
        raise CreditTooLarge("settled_by", left=left)
    parts = allocate(credited, [each for each in owed if each.no == own])
    rest = credited - sum(part for _, part in parts)
    parts += allocate(rest, [each for each in owed if each.no != own])
    settle(book, parts, source=postings.RETURN, source_no=no)


def _own_payable(book: OpenBook, receiving_no: int) -> int | None:
    bill = _bill(book, receiving_no)
    source = (postings.BILL, bill.no) if bill else (postings.RECEIVING, receiving_no)
    mine = (Payable.gerai_id == book.gerai_id, Payable.source == source[0], Payable.source_no == source[1])
    return book.session.scalar(select(Payable.no).where(*mine))
