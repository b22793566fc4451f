"""What a buyer puts on the counter, at the price the catalogue gives that buyer on that day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.catalog.facts import ItemFacts
from app.catalog.pricing import price_for
from app.catalog.queries import items_by_no
from app.catalog.seeds import Good
from app.demo.life import Life
from app.foundation.quantity import SCALE, price_of, wire_quantity

DISCOUNT = 0.02
"""How many baskets get a little off for a dented tin."""


@dataclass(frozen=True)
class Basket:
    """Lines as the till's door takes them, and what they cost together in rupiah."""

    lines: list[dict[str, Any]]
    total: int


def facts_of(life: Life, day: date) -> dict[int, ItemFacts]:
    return items_by_no(life.gerai_id, (no for no, _ in life.items), day)


def fill(life: Life, facts: dict[int, ItemFacts], day: date, *, member: bool, stale: bool) -> Basket:
    """What one buyer takes, each item once; ``stale`` has yesterday's lower price on the first line."""
    lines, total = [], 0
    for place, (no, good, milli) in enumerate(_wanted(life)):
        price = price_for(facts[no], milli, member=member, on=day).unit_price
        price -= 500 if stale and place == 0 and price > 2_000 else 0
        line = {"item": no, "quantity": wire_quantity(milli), "unit_price": price}
        if good.container:  # whoever comes for a refill brings the empty one along
            line["empties"] = milli // SCALE
        amount = price_of(price, milli)
        if place == 0 and amount > 10_000 and not facts[no].no_bundling and life.chance(DISCOUNT):
            line["discount"] = 500
            amount -= 500
        lines.append(line)
        total += amount
    return Basket(lines, total)


def _wanted(life: Life) -> Iterator[tuple[int, Good, int]]:
    """(item, good, thousandths)."""
    wanted = life.random.choices(life.items, life.weights, k=life.random.choice([1, 2, 3, 3, 4, 5, 7]))
    for no, good in dict(wanted).items():
        pieces = life.random.choice([1, 1, 1, 2]) * SCALE
        yield no, good, life.random.choice([250, 500, 1000, 1500]) if good.decimals else pieces
