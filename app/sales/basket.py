"""What the lines of a basket cost, and what of them may not be. Pure.

An asked sale is refused at the first objection. A sale that is told has happened: each objection is
kept as an exception and the counter's own figures stand.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.catalog.facts import Found, ItemFacts, Pack
from app.catalog.pricing import price_for
from app.foundation.quantity import SCALE, price_of
from app.sales import approval, refusals
from app.sales.request import LineRequest, SaleRequest
from app.sales.verdict import Verdict


@dataclass(frozen=True)
class PricedLine:
    """A line as it is recorded. ``amount`` is after ``discount``, both in rupiah.

    ``quantity_milli`` is in what the receipt says; ``stock_milli`` in the item's own unit, which differs for a pack.
    """

    item: ItemFacts | None
    name: str
    unit: str
    quantity_milli: int
    unit_price: int
    discount: int
    amount: int
    stock_milli: int
    pack: Pack | None = None

    @property
    def gross(self) -> int:
        return self.amount + self.discount


@dataclass(frozen=True)
class Goods:
    """What the catalogue says of a basket on a day, and whether a member buys it."""

    by_no: Mapping[int, ItemFacts]
    by_code: Mapping[str, Found]
    on: date
    member: bool

    def of(self, line: LineRequest) -> Found | None:
        if line.barcode is not None:
            return self.by_code.get(line.barcode)
        item = self.by_no.get(line.item or 0)
        return Found(item) if item else None


def price_lines(order: SaleRequest, goods: Goods, verdict: Verdict) -> list[PricedLine]:
    """Every line with its price. Raises the first objection of an asked sale, and PriceMissing of a told one."""
    lines = [_Pricing(line, i, goods, verdict).priced() for i, line in enumerate(order.lines)]
    _check_discount(order, sum(line.discount for line in lines), verdict)
    return lines


def _check_discount(order: SaleRequest, discount: int, verdict: Verdict) -> None:
    limit = order.discount_limit
    if approval.within(discount, limit) or approval.needed(discount, limit, order.approval):
        return
    if order.approval is not None:
        verdict.object(refusals.ApprovalNotEnough(limit=order.approval.limit or 0))
    else:
        verdict.object(refusals.DiscountOverLimit(discount=discount, limit=limit))


class _Pricing:
    """One line on its way to its price."""

    def __init__(self, line: LineRequest, i: int, goods: Goods, verdict: Verdict) -> None:
        self.line, self.i, self.goods, self.verdict = line, i, goods, verdict
        found = goods.of(line)
        self.item = found.item if found else None
        self.pack = self._pack(found) if found else None
        self.milli = line.quantity_milli or (found.milli if found and found.milli else 0)

    def _pack(self, found: Found) -> Pack | None:
        if found.pack is not None and self.line.unit in (None, found.pack.name):
            return found.pack
        unit = self.line.unit
        return None if unit is None or unit == found.item.unit else found.item.pack(unit)

    def priced(self) -> PricedLine:
        line, item, name = self.line, self.item, self.name
        if not self.milli:
            raise refusals.QuantityMissing(item=name, line=self.i)
        price = self._price_of_unknown() if item is None else self._price_of_known(item)
        gross = price_of(price, self.milli)
        if line.discount > gross:
            raise refusals.DiscountTooLarge(line=self.i)
        amount = gross - line.discount
        if item is not None:
            self._check_rules(item, amount)
        stock = self.milli if self.pack is None else self.milli * self.pack.milli // SCALE
        return PricedLine(item, name, self.unit, self.milli, price, line.discount, amount, stock, self.pack)

    @property
    def name(self) -> str:
        return self.item.name if self.item else self.line.barcode or f"#{self.line.item}"

    @property
    def unit(self) -> str:
        if self.pack is not None:
            return self.pack.name
        return self.item.unit if self.item else self.line.unit or ""

    def _price_of_unknown(self) -> int:
        self.verdict.object(refusals.ItemUnknown(item=self.name, line=self.i))
        if self.line.unit_price is None:
            raise refusals.PriceMissing(item=self.name, line=self.i)
        return self.line.unit_price

    def _price_of_known(self, item: ItemFacts) -> int:
        line, verdict, i = self.line, self.verdict, self.i
        if item.ended:
            verdict.object(refusals.ItemEnded(item=item.name, line=i))
        if line.unit is not None and line.unit.lower() != self.unit.lower():
            verdict.object(refusals.UnitDiffers(item=item.name, unit=item.unit, line=i))
        if (item.decimals == 0 or self.pack) and self.milli % SCALE:
            verdict.object(refusals.QuantityNotWhole(item=item.name, unit=self.unit, line=i))
        price = price_for(
            item, self.milli, member=self.goods.member, on=self.goods.on, pack=self.pack
        ).unit_price
        if not price:  # zero is how the catalogue says that nobody has set a price yet
            verdict.object(refusals.ItemUnpriced(item=item.name, line=i))
        if line.unit_price is None or line.unit_price == price:
            return price
        if price:
            verdict.object(refusals.PriceDiffers(item=item.name, price=price, told=line.unit_price, line=i))
        return line.unit_price

    def _check_rules(self, item: ItemFacts, amount: int) -> None:
        """The state's ceiling, and goods from which nothing may come off."""
        if item.no_bundling and self.line.discount:
            self.verdict.object(refusals.DiscountNotAllowed(item=item.name, line=self.i))
        ceiling = item.ceiling
        if ceiling is None:
            return
        stock = self.milli if self.pack is None else self.milli * self.pack.milli // SCALE
        # A price of whole rupiah at the ceiling, times a weight, may round half a rupiah above it.
        if amount <= max(ceiling.most(stock), price_of(ceiling.max_price, stock)):
            return
        if ceiling.action == "block":
            self.verdict.object(
                refusals.PriceAboveCeiling(item=item.name, ceiling=ceiling.max_price, line=self.i)
            )
        else:
            self.verdict.note(
                refusals.PriceAboveAdvice(item=item.name, ceiling=ceiling.max_price, line=self.i)
            )
