"""How the facts of items are read: one statement for a whole basket, whatever packs, prices and limits there are.

Every item comes once for each of its prices and packs; ``gather`` puts the rows together again. Straight
from the driver, so only numbers and texts are selected; days travel as ISO texts.
"""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Date, Select, String, and_, bindparam, cast, or_, select

from app.catalog.facts import Ceiling, ItemFacts, Pack, Rule
from app.catalog.models import Barcode, Item, ItemPrice, ItemTrait, PackBarcode, PriceCeiling
from app.catalog.models import Pack as PackRow
from app.foundation import batch
from app.foundation.database import db

NO_DAY = date(1, 1, 1)
"""Before every price and every rule: what is asked for this day is what no day changes."""

_ON = bindparam("on", type_=Date())
_GERAI: Any = bindparam("gerai_id")
_FACTS = (
    Item.no,
    Item.name,
    Item.unit,
    Item.decimals,
    Item.stock_group,
    Item.price,
    Item.ended_at.is_not(None),
    ItemTrait.container_no,
    ItemTrait.net_milli,
    PriceCeiling.good,
    PriceCeiling.action,
    PriceCeiling.max_price,
    PriceCeiling.no_bundling,
    ItemPrice.no,
    ItemPrice.kind,
    ItemPrice.from_milli,
    ItemPrice.price,
    ItemPrice.percent,
    cast(ItemPrice.starts_on, String),
    cast(ItemPrice.ends_on, String),
    PackRow.name,
    PackRow.milli,
)


def _of(table: Any) -> ColumnElement[bool]:
    return and_(table.gerai_id == Item.gerai_id, table.item_no == Item.no)


def ceiling_in_force(on: Any) -> ColumnElement[bool]:
    """The rule of a day for an item with a limited good."""
    return and_(
        PriceCeiling.good == ItemTrait.good,
        PriceCeiling.valid_from <= on,
        or_(PriceCeiling.valid_to.is_(None), PriceCeiling.valid_to >= on),
    )


def _facts(start: Any, *first: Any) -> Select[Any]:
    prices = and_(_of(ItemPrice), ItemPrice.ends_on >= _ON, ItemPrice.starts_on <= _ON)
    tables = start.outerjoin(ItemTrait, _of(ItemTrait)).outerjoin(PriceCeiling, ceiling_in_force(_ON))
    tables = tables.outerjoin(ItemPrice, prices).outerjoin(PackRow, _of(PackRow))
    return select(*first, *_FACTS).select_from(tables)


_ITEM: Any = Item.__table__
_CODED = (
    Barcode.__table__.join(_ITEM, and_(Item.gerai_id == Barcode.gerai_id, Item.no == Barcode.item_no))
    .outerjoin(
        PackBarcode, and_(PackBarcode.gerai_id == Barcode.gerai_id, PackBarcode.code == Barcode.code)
    )
)  # fmt: skip
_SOLD = and_(Item.gerai_id == _GERAI, Item.ended_at.is_(None))
_ON_SALE = _facts(_ITEM).where(_SOLD)


@lru_cache
def _by_no(size: int) -> Select[Any]:
    return _facts(_ITEM).where(Item.gerai_id == _GERAI, Item.no.in_(_places(size)))


@lru_cache
def _by_code(size: int) -> Select[Any]:
    found = _facts(_CODED, Barcode.code, PackBarcode.milli)
    return found.where(Barcode.gerai_id == _GERAI, Barcode.code.in_(_places(size)))


@lru_cache
def _by_plu(size: int) -> Select[Any]:
    found = _facts(_ITEM, ItemTrait.plu)
    return found.where(ItemTrait.gerai_id == _GERAI, ItemTrait.plu.in_(_places(size)))


def _places(size: int) -> list[Any]:
    return [bindparam(f"wanted_{place}") for place in range(size)]


def rows_by_no(gerai_id: int, nos: Iterable[int], on: date | None) -> list[Any]:
    return _ask(_by_no, gerai_id, nos, on)


def rows_by_code(gerai_id: int, codes: Iterable[str], on: date | None) -> list[Any]:
    """(code, thousandths in the pack or none, facts...)"""
    return _ask(_by_code, gerai_id, codes, on)


def rows_by_plu(gerai_id: int, plus: Iterable[int], on: date | None) -> list[Any]:
    """(PLU, facts...)"""
    return _ask(_by_plu, gerai_id, plus, on)


def rows_on_sale(gerai_id: int, on: date | None) -> list[Any]:
    return batch.ask(db.session.connection(), _ON_SALE, gerai_id=gerai_id, on=on or NO_DAY)


def _ask(statement: Any, gerai_id: int, wanted: Iterable[Any], on: date | None) -> list[Any]:
    """Filled up to a power of two, so that few statements serve every basket."""
    values = list(dict.fromkeys(wanted))
    if not values:
        return []
    size = 1 << (len(values) - 1).bit_length()
    padded = values + values[-1:] * (size - len(values))
    places = {f"wanted_{place}": value for place, value in enumerate(padded)}
    connection = db.session.connection()
    return batch.ask(connection, statement(size), gerai_id=gerai_id, on=on or NO_DAY, **places)


def gather(rows: Iterable[Any]) -> dict[int, ItemFacts]:
    """The facts out of their rows, by the item's number."""
    by_no: dict[int, list[Any]] = {}
    for row in rows:
        by_no.setdefault(row[0], []).append(row)
    return {no: _together(found) for no, found in by_no.items()}


def _together(rows: list[Any]) -> ItemFacts:
    no, name, unit, decimals, group, price, ended, container, net, good, action, most, unbundled = rows[0][
        :13
    ]
    rules = {row[13]: Rule(*row[14:20]) for row in rows if row[13] is not None}
    packs = {row[21]: Pack(row[20], row[21]) for row in rows if row[21] is not None}
    # Before its first price began, an item costs what it then began with: told sales may be older.
    price = next((rule.price for rule in rules.values() if rule.kind == "retail"), price)
    return ItemFacts(
        no, name, unit, decimals, group, price, bool(ended),
        rules=tuple(rules[each] for each in sorted(rules)),
        packs=tuple(packs[each] for each in sorted(packs)),
        ceiling=Ceiling(good, action, most, net) if good else None,
        no_bundling=bool(unbundled),
        container_no=container,
    )  # fmt: skip
