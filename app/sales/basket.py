"""What a basket costs, and what of it may not be: the whole decision of a sale. Pure.

An asked sale is refused at the first objection. A sale that is told has happened: each objection is
kept as an exception and the counter's own figures stand.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.catalog.facts import ItemFacts
from app.foundation.quantity import SCALE, price_of, wire_quantity
from app.foundation.refusals import Refusal
from app.sales import refusals
from app.sales.request import LineRequest, SaleRequest, TenderRequest

CASH_STEP = 100
"""Cash is rounded down to this many rupiah, in the buyer's favour: smaller coins are not to be had."""


class Verdict:
    """Takes objections: refuses an asked sale, keeps exceptions of one that is told."""

    def __init__(self, *, told: bool) -> None:
        self.told = told
        self.exceptions: list[Refusal] = []

    def object(self, refusal: Refusal) -> None:
        """Raises the refusal unless the sale is told."""
        if not self.told:
            raise refusal
        self.note(refusal)

    def note(self, refusal: Refusal) -> None:
        """Keep an exception that is no reason to refuse even an asked sale."""
        self.exceptions.append(refusal)


@dataclass(frozen=True)
class PricedLine:
    """A line as it is recorded. ``amount`` is after ``discount``, both in rupiah."""

    item: ItemFacts | None
    name: str
    unit: str
    quantity_milli: int
    unit_price: int
    discount: int
    amount: int


@dataclass(frozen=True)
class Payment:
    """How the basket is paid, in rupiah. ``due_cash`` is the cash part after rounding."""

    rounding: int
    due_cash: int
    given_cash: int
    non_cash: int
    over: int
    short: int

    @property
    def change(self) -> int:
        return max(0, self.given_cash - self.due_cash)


def price_lines(
    order: SaleRequest, by_no: Mapping[int, ItemFacts], by_barcode: Mapping[str, ItemFacts], verdict: Verdict
) -> list[PricedLine]:
    """Every line with its price. Raises the first objection of an asked sale, and PriceMissing of a told one."""
    lines = []
    for i, line in enumerate(order.lines):
        item = by_no.get(line.item or 0) if line.barcode is None else by_barcode.get(line.barcode)
        lines.append(_price(line, item, i, verdict))
    discount = sum(line.discount for line in lines)
    if order.discount_limit is not None and discount > order.discount_limit:
        verdict.object(refusals.DiscountOverLimit(discount=discount, limit=order.discount_limit))
    return lines


def _price(line: LineRequest, item: ItemFacts | None, i: int, verdict: Verdict) -> PricedLine:
    name = item.name if item else line.barcode or f"#{line.item}"
    unit = item.unit if item else line.unit or ""
    if item is None:
        verdict.object(refusals.ItemUnknown(item=name, line=i))
        if line.unit_price is None:
            raise refusals.PriceMissing(item=name, line=i)
        price = line.unit_price
    else:
        price = _price_of_known(line, item, i, verdict)
    gross = price_of(price, line.quantity_milli)
    if line.discount > gross:
        raise refusals.DiscountTooLarge(line=i)
    return PricedLine(item, name, unit, line.quantity_milli, price, line.discount, gross - line.discount)


def _price_of_known(line: LineRequest, item: ItemFacts, i: int, verdict: Verdict) -> int:
    if item.ended:
        verdict.object(refusals.ItemEnded(item=item.name, line=i))
    if line.unit is not None and line.unit != item.unit:
        verdict.object(refusals.UnitDiffers(item=item.name, unit=item.unit, line=i))
    if item.decimals == 0 and line.quantity_milli % SCALE:
        verdict.object(refusals.QuantityNotWhole(item=item.name, unit=item.unit, line=i))
    if not item.price:  # zero is how the catalogue says that nobody has set a price yet
        verdict.object(refusals.ItemUnpriced(item=item.name, line=i))
    if line.unit_price is None or line.unit_price == item.price:
        return item.price
    if item.price:
        verdict.object(refusals.PriceDiffers(item=item.name, price=item.price, told=line.unit_price, line=i))
    return line.unit_price


def settle(order: SaleRequest, total: int, verdict: Verdict) -> Payment:
    """How ``total`` is paid. Raises an asked sale's objections about total, rounding and tenders."""
    if order.total is not None and order.total != total:
        verdict.object(refusals.TotalDiffers(total=total, told=order.total))
    given = _sum(order.tenders, "cash")
    non_cash = _sum(order.tenders, "qris")
    over = max(0, non_cash - total)
    if over:
        verdict.object(refusals.TenderOver(over=over))
    cash_part = max(0, total - non_cash)
    rounding = _rounding(order, cash_part, verdict)
    due = cash_part + rounding
    short = max(0, due - given)
    if short:
        verdict.object(refusals.TenderShort(short=short))
    return Payment(rounding, due, given, non_cash, over, short)


def _rounding(order: SaleRequest, cash_part: int, verdict: Verdict) -> int:
    pays_cash = any(tender.kind == "cash" for tender in order.tenders)
    rounding = -(cash_part % CASH_STEP) if pays_cash else 0
    if order.rounding is None or order.rounding == rounding:
        return rounding
    verdict.object(refusals.RoundingDiffers(rounding=rounding, told=order.rounding))
    return max(order.rounding, -cash_part)


def _sum(tenders: Sequence[TenderRequest], kind: str) -> int:
    return sum(tender.amount for tender in tenders if tender.kind == kind)


def exception_json(refusal: Refusal) -> dict[str, object]:
    """An exception as the door answers it: its code and its facts."""
    facts = {key: value for key, value in refusal.facts.items() if isinstance(value, int | str)}
    if isinstance(refusal, refusals.StockShort):
        facts["left"] = wire_quantity(refusal.facts["left"])
    return {"code": refusal.code, **facts}
