"""Prices: set from a day on, ended, taken back before they begin; and promotions for some days."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import func, insert, select, update

from app.books.acts import act
from app.books.book import OpenBook
from app.catalog import refusals
from app.catalog.facts import ItemFacts, percent_off
from app.catalog.models import FOREVER, Item, ItemPrice
from app.catalog.operations.items import changed, known_item
from app.catalog.queries import items_by_no
from app.foundation.quantity import SCALE, price_of

DAY = timedelta(days=1)
FARTHEST = timedelta(days=366)
"""How far ahead a price may be set: a year, so that a slip in the year is noticed."""


@dataclass(frozen=True)
class NewPrice:
    """A price as it will stand in the table, for one item."""

    kind: str
    from_milli: int
    price: int
    percent: int
    label: str
    starts_on: date
    ends_on: date = FOREVER

    @property
    def milli(self) -> int:
        """What the price is for, in thousandths of the item's unit."""
        return self.from_milli if self.kind == "pack" else SCALE


@act("catalog.set_price")
def set_price(
    book: OpenBook,
    *,
    item_no: int,
    price: int,
    kind: str = "retail",
    from_milli: int = 0,
    starts_on: date | None = None,
    above_ceiling: bool = False,
) -> dict[str, Any]:
    """Sell at ``price`` rupiah a unit (``pack``: a pack) from a day on, today if none is named.

    ``above_ceiling`` says that a price above what the state advises is meant. Raises ItemUnknown,
    PriceMissing, QuantityMissing, RetailMissing, PriceNotLower, PackUnknown, PriceInThePast, PriceTooFarAhead,
    PriceAboveCeiling, PriceAboveAdvice.
    """
    item = known_item(book, item_no)
    if price <= 0:
        raise refusals.PriceMissing("price")
    new = NewPrice(kind, from_milli, price, 0, "", starts_on or book.today)
    _check_day(book, new.starts_on)
    facts = items_by_no(book.gerai_id, [item_no], new.starts_on)[item_no]
    if kind == "wholesale" and (from_milli <= 0 or (item.decimals == 0 and from_milli % SCALE)):
        raise refusals.QuantityMissing("from_milli")
    if kind != "retail":
        _check_lower(facts, new)
    _check_ceiling(facts, new, above_ceiling=above_ceiling)
    place_price(book, item, new)
    return {"item": item_no, "price": price, "was": _was(facts, new), "starts_on": new.starts_on.isoformat()}


def place_price(book: OpenBook, item: Item, new: NewPrice) -> None:
    """Write a price: it ends the one before it and itself ends where a later one begins."""
    ends_on = new.ends_on
    if new.kind != "promotion":
        for old in _not_over(book, item.no, new):
            if old.starts_on > new.starts_on:
                ends_on = min(ends_on, old.starts_on - DAY)
            else:
                _end(book, old, new.starts_on - DAY)
    last = select(func.max(ItemPrice.no)).where(
        ItemPrice.gerai_id == book.gerai_id, ItemPrice.item_no == item.no
    )
    row = {
        "gerai_id": book.gerai_id,
        "item_no": item.no,
        "no": (book.session.scalar(last) or 0) + 1,
        "kind": new.kind,
        "from_milli": new.from_milli,
        "price": new.price,
        "percent": new.percent,
        "label": new.label,
        "starts_on": new.starts_on,
        "ends_on": ends_on,
        "act_no": book.act_no,
    }
    book.session.execute(insert(ItemPrice), [row])
    if new.kind == "retail" and new.starts_on <= book.today:
        item.price = new.price
    changed(book)


@act("catalog.end_price")
def end_price(book: OpenBook, *, item_no: int, price_no: int) -> dict[str, Any]:
    """Let a wholesale, member's or pack's price or a promotion hold no more from today; what has not begun, never.

    What was to be replaced by a price that now never begins goes on. Raises PriceUnknown, PriceOver, RetailStays.
    """
    known_item(book, item_no)
    row = book.session.get(ItemPrice, (book.gerai_id, item_no, price_no))
    if row is None:
        raise refusals.PriceUnknown()
    if row.ends_on < max(book.today, row.starts_on):
        raise refusals.PriceOver()
    ahead = row.starts_on > book.today
    if row.kind == "retail" and not ahead:
        raise refusals.RetailStays()
    before = _before(book, row) if ahead else None
    if before is not None:
        _end(book, before, row.ends_on)
    _end(book, row, (row.starts_on if ahead else book.today) - DAY)
    changed(book)
    return {"item": item_no, "price_no": price_no}


@act("catalog.set_promotion")
def set_promotion(
    book: OpenBook,
    *,
    item_no: int,
    label: str,
    starts_on: date,
    ends_on: date,
    price: int = 0,
    percent: int = 0,
    above_ceiling: bool = False,
) -> dict[str, Any]:
    """Sell at a lower price, or some percent off, on some days. Either ``price`` or ``percent``.

    Raises ItemUnknown, PriceOrPercent, RetailMissing, PriceNotLower, NoBundling, PriceInThePast,
    PriceTooFarAhead, EndsBeforeStart, PriceAboveCeiling, PriceAboveAdvice.
    """
    item = known_item(book, item_no)
    if (price > 0) == (0 < percent < 100):
        raise refusals.PriceOrPercent("price")
    new = NewPrice("promotion", 0, price, percent, " ".join(label.split()), starts_on, ends_on)
    _check_day(book, starts_on)
    if not starts_on <= ends_on <= book.today + FARTHEST:
        raise refusals.EndsBeforeStart("ends_on")
    facts = items_by_no(book.gerai_id, [item_no], starts_on)[item_no]
    if facts.no_bundling or items_by_no(book.gerai_id, [item_no], ends_on)[item_no].no_bundling:
        raise refusals.NoBundling(name=item.name)
    _check_lower(facts, new)
    _check_ceiling(facts, new, above_ceiling=above_ceiling)
    place_price(book, item, new)
    return {"item": item_no, "price": price, "percent": percent}


def _check_day(book: OpenBook, starts_on: date) -> None:
    if starts_on < book.today:
        raise refusals.PriceInThePast("starts_on")
    if starts_on > book.today + FARTHEST:
        raise refusals.PriceTooFarAhead("starts_on")


def _check_lower(facts: ItemFacts, new: NewPrice) -> None:
    """Any price besides the retail price is there to be lower."""
    if not facts.price:
        raise refusals.RetailMissing("price", name=facts.name)
    if new.kind == "pack" and all(pack.milli != new.from_milli for pack in facts.packs):
        raise refusals.PackUnknown()
    retail = price_of(facts.price, new.milli)
    if new.price and new.price >= retail:
        raise refusals.PriceNotLower("price", retail=retail)


def _check_ceiling(facts: ItemFacts, new: NewPrice, *, above_ceiling: bool) -> None:
    if facts.ceiling is None:
        return
    most, price = facts.ceiling.most(new.milli), new.price or percent_off(facts.price, new.percent)
    if price <= most:
        return
    if facts.ceiling.action == "block":
        raise refusals.PriceAboveCeiling("price", most=most)
    if not above_ceiling:
        raise refusals.PriceAboveAdvice("price", most=most)


def _was(facts: ItemFacts, new: NewPrice) -> int:
    if new.kind == "retail":
        return facts.price
    same = [rule for rule in facts.rules if (rule.kind, rule.from_milli) == (new.kind, new.from_milli)]
    return same[0].price if same else 0


def _of_kind(book: OpenBook, item_no: int, kind: str, from_milli: int) -> Any:
    """The prices of one kind and quantity that were ever to hold."""
    return select(ItemPrice).where(
        ItemPrice.gerai_id == book.gerai_id,
        ItemPrice.item_no == item_no,
        ItemPrice.kind == kind,
        ItemPrice.from_milli == from_milli,
        ItemPrice.starts_on <= ItemPrice.ends_on,
    )


def _not_over(book: OpenBook, item_no: int, new: NewPrice) -> list[ItemPrice]:
    query = _of_kind(book, item_no, new.kind, new.from_milli).where(ItemPrice.ends_on >= new.starts_on)
    return list(book.session.scalars(query))


def _before(book: OpenBook, row: ItemPrice) -> ItemPrice | None:
    """The price that this one was to end."""
    query = _of_kind(book, row.item_no, row.kind, row.from_milli).where(
        ItemPrice.ends_on == row.starts_on - DAY
    )
    return None if row.kind == "promotion" else book.session.scalar(query)


def _end(book: OpenBook, row: ItemPrice, ends_on: date) -> None:
    same = (
        ItemPrice.gerai_id == row.gerai_id,
        ItemPrice.item_no == row.item_no,
        ItemPrice.no == row.no,
    )
    book.session.execute(update(ItemPrice).where(*same).values(ends_on=ends_on))
