"""What an item costs: the cheapest of the prices that apply. Pure.

On a day, for a quantity, to a member or not, these apply:

1. the retail price, always;
2. each wholesale price whose quantity is reached, for the whole quantity;
3. the member's price, to members;
4. each promotion of that day, a price or percent off the retail price; never where the state forbids bundling;
5. for a pack: its own price, or its content times the cheapest price of a unit for that content.

The lowest wins. Where two are the same, the plainer one gives its name: retail, wholesale, member, promotion,
pack. So more never costs more a unit, a member never pays more than others, and a pack never more than what is in it.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from app.catalog.facts import ItemFacts, Pack, Rule, percent_off
from app.foundation.quantity import SCALE, price_of

KINDS = ("retail", "wholesale", "member", "promotion", "pack")


class Price(NamedTuple):
    """Rupiah for a unit (or a pack) and which of the prices it is; 0 for an item without a price."""

    unit_price: int
    kind: str


def price_for(
    item: ItemFacts, quantity_milli: int, *, member: bool, on: date, pack: Pack | None = None
) -> Price:
    """The price of one unit when ``quantity_milli`` are bought; with ``pack``, of one pack, the quantity in packs.

    ``on`` must be the day ``item`` was asked for, or a later one with facts that hold prices ahead.
    """
    units = quantity_milli if pack is None else quantity_milli * pack.milli // SCALE
    rules = [rule for rule in item.rules if in_force(rule, on)]
    unit = _cheapest(_of_unit(item, rules, units, member))
    return unit if pack is None else _cheapest(_of_pack(rules, pack, unit))


def in_force(rule: Rule, on: date) -> bool:
    return rule.starts <= on.isoformat() <= rule.ends


def usual_price(item: ItemFacts, on: date) -> int:
    """The retail price of that day."""
    return _retail(item, [rule for rule in item.rules if in_force(rule, on)])


def _retail(item: ItemFacts, rules: list[Rule]) -> int:
    return next((rule.price for rule in rules if rule.kind == "retail"), item.price)


def _of_unit(item: ItemFacts, rules: list[Rule], milli: int, member: bool) -> Iterator[Price]:
    retail = _retail(item, rules)
    yield Price(retail, "retail")
    for rule in rules:
        if rule.kind == "wholesale" and milli >= rule.from_milli:
            yield Price(rule.price, "wholesale")
        elif rule.kind == "member" and member:
            yield Price(rule.price, "member")
        elif rule.kind == "promotion" and not item.no_bundling:
            yield Price(rule.price or percent_off(retail, rule.percent), "promotion")


def _of_pack(rules: list[Rule], pack: Pack, unit: Price) -> Iterator[Price]:
    yield Price(price_of(unit.unit_price, pack.milli), unit.kind)
    for rule in rules:
        if rule.kind == "pack" and rule.from_milli == pack.milli:
            yield Price(rule.price, "pack")


def _cheapest(prices: Iterator[Price]) -> Price:
    """The lowest that is one (0 is none), or no price at all."""
    found = [price for price in prices if price.unit_price > 0]
    return min(
        found, key=lambda price: (price.unit_price, KINDS.index(price.kind)), default=Price(0, "retail")
    )
