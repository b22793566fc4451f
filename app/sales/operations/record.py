"""Recording a sale: prices, stock, money, one ledger entry, in one act.

Asked (``completed: false``), the server decides and may refuse. Told (``completed: true``), the goods
and the money have changed hands: the sale is recorded whatever is wrong with it, with exceptions.
"""

import json
from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import bindparam, func, insert, select

from app.books.acts import act
from app.books.book import OpenBook
from app.cash import queries as cash_queries
from app.cash.operations import revise_difference, write_tenders
from app.cash.operations.tenders import Taken
from app.cash.queries import ShiftFacts, receipt_counter
from app.catalog import queries as catalog
from app.foundation.dates import local_date
from app.gerai.operations import count
from app.inventory.operations import Move, Moved, move
from app.inventory.postings import stock_account
from app.ledger.operations import post, postable_day
from app.sales import basket, postings, refusals
from app.sales.basket import Payment, PricedLine, Verdict
from app.sales.models import Sale, SaleException, SaleLine
from app.sales.request import SaleRequest

CLOCK_TOLERANCE_MS = 10 * 60 * 1000
_SALE, _LINE, _EXCEPTION = insert(Sale), insert(SaleLine), insert(SaleException)
_REPEATS = select(func.max(Sale.number_repeat)).where(
    Sale.gerai_id == bindparam("gerai_id"), Sale.number == bindparam("number")
)


@act("sales.record")
def record_sale(book: OpenBook, *, order: SaleRequest) -> dict[str, Any]:
    """Record one basket; answers ``{"sale", "entry", "total", "change", "exceptions"}``.

    Asked sales raise what is wrong with them (``app.sales.refusals``). Told ones raise ShiftUnknown
    where no shift ever was, PriceMissing and DiscountTooLarge where their own figures make no sum.
    """
    verdict = Verdict(told=order.completed)
    shift = _shift(book, order, verdict)
    sold_on, posted_on = _days(book, order, verdict)
    if order.member is not None:
        verdict.object(refusals.MemberUnknown(member=order.member))
    lines = _priced(book, order, verdict)
    total = sum(line.amount for line in lines)
    payment = basket.settle(order, total, verdict)
    repeat = _number_repeat(book, order, verdict)
    no = book.next_no("sale")
    moved = _move_stock(book, no, posted_on, lines, verdict)
    entry = _post(book, no, sold_on, posted_on, shift, lines, moved, payment)
    sale = {
        "gerai_id": book.gerai_id,
        "no": no,
        "number": order.number,
        "number_repeat": repeat,
        "shift_no": shift.no,
        "cashier_id": shift.cashier_id,
        "sold_at": order.sold_at,
        "clock_offset_ms": order.clock_offset_ms,
        "sold_on": sold_on,
        "posted_on": posted_on,
        "completed": order.completed,
        "member_claimed": order.member,
        "total": total,
        "rounding": payment.rounding,
        "cost": sum(each.cost for each in moved.values()),
        "entry_no": entry,
        "act_no": book.act_no,
    }
    _write(book, sale, lines, moved, verdict)
    _take_money(book, order, no, shift, payment, posted_on)
    count(book, posted_on, receipts=1)
    exceptions = [basket.exception_json(each) for each in verdict.exceptions]
    return {"sale": no, "entry": entry, "total": total, "change": payment.change, "exceptions": exceptions}


def _shift(book: OpenBook, order: SaleRequest, verdict: Verdict) -> ShiftFacts:
    shift = cash_queries.shift_facts(book.gerai_id, order.shift)
    if shift is None:
        verdict.object(refusals.ShiftUnknown("shift"))
        shift = cash_queries.last_shift(book.gerai_id, order.register)
        if shift is None:
            raise refusals.ShiftUnknown("shift")
    if not shift.is_open:
        verdict.object(refusals.ShiftClosedBefore(shift=shift.no) if verdict.told else refusals.ShiftNotOpen())
    if shift.cashier_id != book.user_id:
        verdict.object(refusals.ShiftOfAnother())
    if shift.register != order.register:
        verdict.object(refusals.RegisterDiffers(register=order.register))
    return shift


def _days(book: OpenBook, order: SaleRequest, verdict: Verdict) -> tuple[date, date]:
    """The business day the sale happened on, and the day of the books it counts in."""
    if abs(order.clock_offset_ms) > CLOCK_TOLERANCE_MS:
        verdict.note(refusals.ClockOff(minutes=abs(order.clock_offset_ms) // 60_000))
    if not verdict.told:
        return book.today, postable_day(book, book.today)
    sold_on = local_date(order.sold_at - timedelta(milliseconds=order.clock_offset_ms))
    if sold_on > book.today:
        verdict.note(refusals.DatedInFuture(sold_on=sold_on.isoformat()))
        return sold_on, book.today
    posted_on = postable_day(book, sold_on)
    if posted_on != sold_on:
        facts = {"sold_on": sold_on.isoformat(), "posted_on": posted_on.isoformat()}
        verdict.note(refusals.PeriodClosed(**facts))
    return sold_on, posted_on


def _priced(book: OpenBook, order: SaleRequest, verdict: Verdict) -> list[PricedLine]:
    by_no = catalog.items_by_no(book.gerai_id, (line.item for line in order.lines if line.item is not None))
    by_code = catalog.items_by_barcode(
        book.gerai_id, (line.barcode for line in order.lines if line.barcode is not None)
    )
    return basket.price_lines(order, by_no, by_code, verdict)


def _number_repeat(book: OpenBook, order: SaleRequest, verdict: Verdict) -> int:
    """0 for a receipt number that is new, as all should be; else how often it was there before."""
    kind = receipt_counter(order.register)
    if order.number_seq > book.counters.get(kind, 0):
        book.raise_no(kind, order.number_seq)
        return 0
    repeats = book.read(_REPEATS, gerai_id=book.gerai_id, number=order.number).scalar()
    if repeats is None:
        return 0
    next_number = f"{order.register}-{book.counters.get(kind, 0) + 1:06d}"
    verdict.object(refusals.NumberTaken(number=order.number, next_number=next_number))
    return int(repeats) + 1


def _move_stock(
    book: OpenBook, no: int, on: date, lines: Sequence[PricedLine], verdict: Verdict
) -> dict[int, Moved]:
    """Take the goods out of stock; answers the move of each line by its place."""
    known = [(i, line) for i, line in enumerate(lines) if line.item is not None]
    moves = [Move(line.item.no, -line.quantity_milli) for _, line in known if line.item is not None]
    done = move(book, on=on, source=postings.SOURCE, source_no=no, moves=moves) if moves else []
    moved = {i: each for (i, _), each in zip(known, done, strict=True)}
    for i, each in moved.items():
        if each.left_milli < 0:
            _object_to_shortage(lines[i], i, each, verdict)
    return moved


def _object_to_shortage(line: PricedLine, i: int, each: Moved, verdict: Verdict) -> None:
    """An asker is told what is left to sell; of a told sale it is noted how far below zero it went."""
    left = each.left_milli if verdict.told else max(0, each.left_milli - each.quantity_milli)
    verdict.object(refusals.StockShort(item=line.name, unit=line.unit, left=left, line=i))


def _post(
    book: OpenBook,
    no: int,
    sold_on: date,
    posted_on: date,
    shift: ShiftFacts,
    lines: Sequence[PricedLine],
    moved: dict[int, Moved],
    payment: Payment,
) -> int | None:
    discount = sum(line.discount for line in lines)
    gross = sum(line.amount for line in lines) + discount
    costs: dict[str, int] = defaultdict(int)
    for i, each in moved.items():
        item = lines[i].item
        if item is not None:
            costs[stock_account(item.stock_group)] += each.cost
    money = postings.sale_lines(
        sale_no=no,
        shift_no=shift.no,
        cashier_id=shift.cashier_id,
        member=False,
        gross=gross,
        discount=discount,
        payment=payment,
    )
    event = postings.sale(no, sold_on, [*money, *postings.cost_lines(costs, member=False)])
    return post(book, event, posted_on) if event else None


def _write(
    book: OpenBook, sale: dict[str, Any], lines: Sequence[PricedLine], moved: dict[int, Moved], verdict: Verdict
) -> None:
    key = {"gerai_id": sale["gerai_id"], "sale_no": sale["no"]}
    book.write(_SALE, [sale])
    book.write(_LINE, [{**key, "line": i + 1, **_line(line, moved.get(i))} for i, line in enumerate(lines)])
    rows = [
        {**key, "position": i, "code": each.code, "facts": json.dumps(basket.exception_json(each))}
        for i, each in enumerate(verdict.exceptions, 1)
    ]
    book.write(_EXCEPTION, rows)


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


def _take_money(
    book: OpenBook, order: SaleRequest, no: int, shift: ShiftFacts, payment: Payment, posted_on: date
) -> None:
    """Write the tenders; cash counts as far as it is due, QRIS as it came."""
    due, taken = payment.due_cash, []
    for tender in order.tenders:
        amount = min(tender.amount, due) if tender.kind == "cash" else tender.amount
        due -= amount if tender.kind == "cash" else 0
        taken.append(Taken(tender.kind, amount, tender.amount))
    write_tenders(
        book, shift_no=shift.no, unit=postings.UNIT, source=postings.SOURCE, source_no=no, taken=taken
    )
    if not shift.is_open:
        late = payment.due_cash - payment.short
        revise_difference(book, shift_no=shift.no, unit=postings.UNIT, late_cash=late, on=posted_on)
