"""Goods of a believable village shop, for demo life: what is sold there, for how much, and how often."""

import csv
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

FILE = Path(__file__).parent / "data" / "goods.csv"


class Good(NamedTuple):
    """``price`` and ``cost`` in rupiah a unit; ``weekly`` is how many units a village buys in a week.

    ``barcode`` is from the shops' own range, 20 to 29, so that no real maker's code is claimed; empty
    for what comes without one.
    """

    name: str
    unit: str
    decimals: int
    group: str
    price: int
    cost: int
    weekly: int
    barcode: str


@cache
def goods() -> tuple[Good, ...]:
    with FILE.open(encoding="utf-8", newline="") as file:
        return tuple(_good(row) for row in csv.DictReader(file))


def _good(row: dict[str, str]) -> Good:
    numbers: dict[str, Any] = {name: int(row[name]) for name in ("decimals", "price", "cost", "weekly")}
    return Good(**row | numbers)
