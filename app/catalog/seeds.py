"""Goods of a believable village shop, for demo life: what is sold there, for how much, and how often."""

import csv
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from app.books.book import Occasion
from app.catalog.models import Item
from app.catalog.operations import import_items
from app.catalog.patches import ItemPatch
from app.foundation.database import db
from app.foundation.quantity import SCALE

FILE = Path(__file__).parent / "data" / "goods.csv"


class Good(NamedTuple):
    """``price`` and ``cost`` in rupiah a unit; ``weekly`` is how many units a village buys in a week.

    Barcodes are from the shops' own range, 20 to 29, so that no real maker's code is claimed; empty for what comes
    without one. ``break_price`` holds from ``break_from`` units on, a pack holds ``pack_units``; ``net`` is how
    many kg, litres or cylinders of the state's ``good`` are in a unit. 0 and empty where there is none.
    """

    name: str
    unit: str
    decimals: int
    group: str
    price: int
    cost: int
    weekly: int
    barcode: str
    member: int
    break_from: int
    break_price: int
    pack: str
    pack_units: int
    pack_price: int
    pack_barcode: str
    good: str
    net: int
    plu: int
    container: str
    deposit: int


_TEXTS = {"name", "unit", "group", "barcode", "pack", "pack_barcode", "good", "container"}


@cache
def goods() -> tuple[Good, ...]:
    with FILE.open(encoding="utf-8", newline="") as file:
        return tuple(_good(row) for row in csv.DictReader(file))


def _good(row: dict[str, str]) -> Good:
    numbers: dict[str, Any] = {name: int(row[name] or 0) for name in Good._fields if name not in _TEXTS}
    return Good(**row | numbers)


def put_on_sale(occasion: Occasion, wanted: Iterable[Good]) -> list[int]:
    """Put goods with all their prices, packs and codes on sale in one act; answers their numbers, in their order."""
    chosen = list(wanted)
    import_items(occasion, patches=tuple(_patch(good, row) for row, good in enumerate(chosen, 2)))
    numbers = {
        item.name: item.no
        for item in db.session.query(Item).filter_by(gerai_id=occasion.gerai_id, ended_at=None)
    }
    return [numbers[good.name] for good in chosen]


def _patch(good: Good, row: int) -> ItemPatch:
    return ItemPatch(
        row,
        name=good.name,
        unit=good.unit,
        decimals=good.decimals,
        stock_group=good.group,
        price=good.price,
        member_price=good.member or None,
        break_milli=good.break_from * SCALE or None,
        break_price=good.break_price or None,
        codes=(good.barcode,) if good.barcode else (),
        pack=good.pack,
        pack_milli=good.pack_units * SCALE or None,
        pack_price=good.pack_price or None,
        pack_codes=(good.pack_barcode,) if good.pack_barcode else (),
        plu=good.plu or None,
        good=good.good,
        net_milli=good.net * SCALE or None,
        container=good.container,
        deposit=good.deposit or None,
    )
