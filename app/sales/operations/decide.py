"""What the server decides of a basket before it writes the first row: shift, days, prices, payment."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import bindparam, func, select

from app.books.book import OpenBook
from app.cash import queries as cash_queries
from app.cash.queries import ShiftFacts, receipt_counter
from app.catalog import queries as catalog
from app.foundation.dates import local_date
from app.ledger.operations import postable_day
from app.sales import basket, refusals
from app.sales.basket import Payment, PricedLine, Verdict
from app.sales.models import Sale
from app.sales.request import SaleRequest

CLOCK_TOLERANCE_MS = 10 * 60 * 1000
FARTHEST_AHEAD = 100_000
"""Receipts a register may have printed unheard. One number near the end of the digits would else end the sequence."""
_REPEATS = select(func.max(Sale.number_repeat)).where(
    Sale.gerai_id == bindparam("gerai_id"), Sale.number == bindparam("number")
)


@dataclass(frozen=True)
class Decided:
    """A basket as it will be recorded. ``sold_on`` is the day it happened, ``posted_on`` that of the books."""

    order: SaleRequest
    shift: ShiftFacts
    sold_on: date
    posted_on: date
    lines: Sequence[PricedLine]
    payment: Payment
    number_repeat: int

    @property
    def total(self) -> int:
        return sum(line.amount for line in self.lines)

    @property
    def discount(self) -> int:
        return sum(line.discount for line in self.lines)


def decide(book: OpenBook, order: SaleRequest, verdict: Verdict) -> Decided:
    """Everything about the basket but its stock; reads only. Raises what ``record_sale`` says."""
    shift = _shift(book, order, verdict)
    sold_on, posted_on = _days(book, order, verdict)
    if order.member is not None:
        verdict.object(refusals.MemberUnknown(member=order.member))
    lines = _priced(book, order, verdict, sold_on)
    payment = basket.settle(order, sum(line.amount for line in lines), verdict)
    return Decided(order, shift, sold_on, posted_on, lines, payment, _number_repeat(book, order, verdict))


def _shift(book: OpenBook, order: SaleRequest, verdict: Verdict) -> ShiftFacts:
    shift = cash_queries.shift_facts(book.gerai_id, order.shift)
    if shift is None:
        verdict.object(refusals.ShiftUnknown("shift"))
        shift = cash_queries.last_shift(book.gerai_id, order.register)
        if shift is None:
            raise refusals.ShiftUnknown("shift")
    if not shift.is_open:
        verdict.object(
            refusals.ShiftClosedBefore(shift=shift.no) if verdict.told else refusals.ShiftNotOpen()
        )
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


def _priced(book: OpenBook, order: SaleRequest, verdict: Verdict, on: date) -> list[PricedLine]:
    nos = (line.item for line in order.lines if line.item is not None)
    by_no = catalog.items_by_no(book.gerai_id, nos, on)
    by_code = catalog.items_by_barcode(
        book.gerai_id, (line.barcode for line in order.lines if line.barcode is not None), on
    )
    pieces = {code: found.item for code, found in by_code.items() if not (found.pack or found.milli)}
    return basket.price_lines(order, by_no, pieces, verdict)


def _number_repeat(book: OpenBook, order: SaleRequest, verdict: Verdict) -> int:
    """0 for a receipt number that is new, as all should be; else how often it was there before."""
    kind = receipt_counter(order.register)
    last = book.counters.get(kind, 0)
    next_number = f"{order.register}-{last + 1:06d}"
    if order.number_seq > last + FARTHEST_AHEAD:
        verdict.object(refusals.NumberAhead(number=order.number, next_number=next_number))
        return _repeats(book, order.number, 0) + 1  # 0 stays free for when the sequence gets there
    if order.number_seq > last:
        book.raise_no(kind, order.number_seq)
        return 0
    repeats = _repeats(book, order.number, -1)
    if repeats >= 0:
        verdict.object(refusals.NumberTaken(number=order.number, next_number=next_number))
    return repeats + 1


def _repeats(book: OpenBook, number: str, none: int) -> int:
    """The highest repeat of a receipt number; ``none`` where it never was."""
    found = book.read(_REPEATS, gerai_id=book.gerai_id, number=number)[0][0]
    return none if found is None else int(found)
