"""Recording a sale: prices, stock, money, one ledger entry, in one act.

Asked (``completed: false``), the server decides and may refuse. Told (``completed: true``), the goods
and the money have changed hands: the sale is recorded whatever is wrong with it, with exceptions.
"""

import json
from collections import defaultdict
from typing import Any

from sqlalchemy import insert

from app.books.acts import act
from app.books.book import OpenBook
from app.cash.operations import revise_difference, write_tenders
from app.cash.operations.tenders import Taken
from app.gerai.operations import count
from app.inventory.operations import Move, Moved, move
from app.inventory.postings import stock_account
from app.ledger.operations import post
from app.sales import basket, postings, refusals
from app.sales.basket import PricedLine, Verdict
from app.sales.models import Sale, SaleException, SaleLine
from app.sales.operations.decide import Decided, decide
from app.sales.request import SaleRequest

_SALE, _LINE, _EXCEPTION = insert(Sale), insert(SaleLine), insert(SaleException)
Goods = dict[int, Moved]
"""The stock move of each line that has an item, by the line's place in the basket."""


@act("sales.record")
def record_sale(book: OpenBook, *, order: SaleRequest) -> dict[str, Any]:
    """Record one basket; answers ``{"sale", "entry", "total", "change", "exceptions"}``.

    Asked sales raise what is wrong with them (``app.sales.refusals``). Told ones raise ShiftUnknown
    where no shift ever was, PriceMissing and DiscountTooLarge where their own figures make no sum.
    """
    verdict = Verdict(told=order.completed)
    decided = decide(book, order, verdict)
    no = book.next_no("sale")
    goods = _move_stock(book, no, decided, verdict)
    entry = _post(book, no, decided, goods)
    _write(book, no, entry, decided, goods)
    _write_exceptions(book, no, verdict)
    _take_money(book, no, decided)
    count(book, decided.posted_on, receipts=1)
    exceptions = [basket.exception_json(each) for each in verdict.exceptions]
    change = decided.payment.change
    return {"sale": no, "entry": entry, "total": decided.total, "change": change, "exceptions": exceptions}


def _move_stock(book: OpenBook, no: int, decided: Decided, verdict: Verdict) -> Goods:
    """Take the goods out of stock. Raises StockShort for an asked sale that wants more than there is."""
    places = [(i, line.item.no, line) for i, line in enumerate(decided.lines) if line.item is not None]
    moves = [Move(item_no, -line.quantity_milli) for _, item_no, line in places]
    if not moves:
        return {}
    moved = move(book, on=decided.posted_on, source=postings.SOURCE, source_no=no, moves=moves)
    for (i, _, line), each in zip(places, moved, strict=True):
        if each.left_milli < 0:
            _object_to_shortage(line, i, each, verdict)
    return {i: each for (i, _, _), each in zip(places, moved, strict=True)}


def _object_to_shortage(line: PricedLine, i: int, each: Moved, verdict: Verdict) -> None:
    """An asker is told what is left to sell; of a told sale it is noted how far below zero it went."""
    left = each.left_milli if verdict.told else max(0, each.left_milli - each.quantity_milli)
    verdict.object(refusals.StockShort(item=line.name, unit=line.unit, left=left, line=i))


def _post(book: OpenBook, no: int, decided: Decided, goods: Goods) -> int | None:
    costs: dict[str, int] = defaultdict(int)
    for i, each in goods.items():
        item = decided.lines[i].item
        if item is not None:
            costs[stock_account(item.stock_group)] += each.cost
    money = postings.sale_lines(
        sale_no=no,
        shift_no=decided.shift.no,
        # Whoever sends the sale answers for what is missing, also where the shift is another's.
        debtor_id=book.user_id or decided.shift.cashier_id,
        member=False,
        gross=decided.total + decided.discount,
        discount=decided.discount,
        payment=decided.payment,
    )
    event = postings.sale(no, decided.sold_on, [*money, *postings.cost_lines(costs, member=False)])
    return post(book, event, decided.posted_on) if event else None


def _write(book: OpenBook, no: int, entry: int | None, decided: Decided, goods: Goods) -> None:
    order, key = decided.order, {"gerai_id": book.gerai_id, "sale_no": no}
    sale = {
        "gerai_id": book.gerai_id,
        "no": no,
        "number": order.number,
        "number_repeat": decided.number_repeat,
        "shift_no": decided.shift.no,
        "cashier_id": decided.shift.cashier_id,
        "sold_at": order.sold_at,
        "clock_offset_ms": order.clock_offset_ms,
        "sold_on": decided.sold_on,
        "posted_on": decided.posted_on,
        "completed": order.completed,
        "member_claimed": order.member,
        "total": decided.total,
        "rounding": decided.payment.rounding,
        "cost": sum(each.cost for each in goods.values()),
        "entry_no": entry,
        "act_no": book.act_no,
    }
    book.write(_SALE, [sale])
    lines = enumerate(decided.lines)
    book.write(_LINE, [{**key, "line": i + 1, **_line(line, goods.get(i))} for i, line in lines])


def _line(line: PricedLine, moved: Moved | None) -> dict[str, Any]:
    return {
        "item_no": line.item.no if line.item else None,
        "name": line.name,
        "unit": line.unit,
        "quantity_milli": line.quantity_milli,
        "unit_price": line.unit_price,
        "discount": line.discount,
        "amount": line.amount,
        "cost": moved.cost if moved else 0,
    }


def _write_exceptions(book: OpenBook, no: int, verdict: Verdict) -> None:
    key = {"gerai_id": book.gerai_id, "sale_no": no}
    rows = [
        {**key, "position": i, "code": each.code, "facts": json.dumps(basket.exception_json(each))}
        for i, each in enumerate(verdict.exceptions, 1)
    ]
    book.write(_EXCEPTION, rows)


def _take_money(book: OpenBook, no: int, decided: Decided) -> None:
    """Write the tenders: cash counts as far as it is due, QRIS as it came."""
    payment, shift = decided.payment, decided.shift
    due, taken = payment.due_cash, []
    for tender in decided.order.tenders:
        amount = min(tender.amount, due) if tender.kind == "cash" else tender.amount
        due -= amount if tender.kind == "cash" else 0
        taken.append(Taken(tender.kind, amount, tender.amount))
    write_tenders(
        book, shift_no=shift.no, unit=postings.UNIT, source=postings.SOURCE, source_no=no, taken=taken
    )
    if not shift.is_open:
        late = payment.due_cash - payment.short
        revise_difference(book, shift_no=shift.no, unit=postings.UNIT, late_cash=late, on=decided.posted_on)
