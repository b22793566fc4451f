"""What the server decides of a basket before it writes the first row: shift, days, buyer, prices, payment."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.books.book import OpenBook
from app.cash import queries as cash_queries
from app.cash.queries import ShiftFacts
from app.catalog import queries as catalog
from app.foundation.dates import local_date
from app.ledger.operations import postable_day
from app.sales import approval, basket, refusals
from app.sales.basket import Goods, PricedLine
from app.sales.buyer import Buyer, buyer_of
from app.sales.operations.numbers import number_repeat
from app.sales.payment import Payment, settle
from app.sales.request import SaleRequest
from app.sales.verdict import Verdict
from app.sales.vessels import Vessels, vessels_of

CLOCK_TOLERANCE_MS = 10 * 60 * 1000


@dataclass(frozen=True)
class Decided:
    """A basket as it will be recorded. ``sold_on`` is the day it happened, ``posted_on`` that of the books."""

    order: SaleRequest
    shift: ShiftFacts
    sold_on: date
    posted_on: date
    buyer: Buyer
    lines: Sequence[PricedLine]
    vessels: Mapping[int, Vessels]
    payment: Payment
    number_repeat: int

    @property
    def total(self) -> int:
        return sum(line.amount for line in self.lines)

    @property
    def discount(self) -> int:
        return sum(line.discount for line in self.lines)

    @property
    def deposit(self) -> int:
        return sum(each.deposit for each in self.vessels.values())

    @property
    def approval(self) -> approval.Approval | None:
        """The approval that was needed, and good."""
        return approval.needed(self.discount, self.order.discount_limit, self.order.approval)


def decide(book: OpenBook, order: SaleRequest, verdict: Verdict) -> Decided:
    """Everything about the basket but its stock; reads only. Raises what ``record_sale`` says."""
    shift = _shift(book, order, verdict)
    sold_on, posted_on = _days(book, order, verdict)
    if order.approval is not None and order.approval.user_id is None:
        verdict.object(refusals.ApprovalWrong())
    buyer = buyer_of(book, order, verdict)
    goods = _goods(book, order, buyer, sold_on)
    lines = basket.price_lines(order, goods, verdict)
    vessels = _vessels(book, order, lines, verdict)
    payment = settle(
        order,
        sum(line.amount for line in lines),
        verdict,
        deposit=sum(each.deposit for each in vessels.values()),
        debtor=buyer.debtor,
    )
    repeat = number_repeat(book, order, verdict)
    return Decided(order, shift, sold_on, posted_on, buyer, lines, vessels, payment, repeat)


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
    if order.other_device:
        verdict.note(refusals.DeviceDiffers(register=order.register))
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


def _goods(book: OpenBook, order: SaleRequest, buyer: Buyer, on: date) -> Goods:
    nos = (line.item for line in order.lines if line.item is not None)
    codes = (line.barcode for line in order.lines if line.barcode is not None)
    by_no = catalog.items_by_no(book.gerai_id, nos, on)
    return Goods(by_no, catalog.items_by_barcode(book.gerai_id, codes, on), on, buyer.is_member)


def _vessels(
    book: OpenBook, order: SaleRequest, lines: Sequence[PricedLine], verdict: Verdict
) -> dict[int, Vessels]:
    """Asks for deposits only where a line has to do with a container: most have not."""
    wanted = {line.item.container_no for line in lines if line.item and line.item.container_no}
    said = any(line.empties or line.deposits for line in order.lines)
    if not wanted and not said:
        return {}
    containers = catalog.till_containers(book.gerai_id) if wanted else []
    deposits = {each["no"]: each["deposit"] for each in containers}
    return vessels_of(order.lines, lines, deposits, verdict)
