"""What the pages ask: an item, a page of them, the price list, what a person means by a word."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, and_, exists, func, select, true
from sqlalchemy.orm import joinedload, selectinload

from app.catalog.barcodes import NotBarcode, normalise
from app.catalog.facts import ItemFacts
from app.catalog.models import (
    Barcode,
    Container,
    Item,
    ItemPrice,
    ItemTrait,
    PriceCeiling,
    RegulatedGood,
)
from app.catalog.pricing import price_for
from app.catalog.queries.by_name import NAME, Mark, Page, page
from app.catalog.queries.counter import items_by_no
from app.catalog.queries.rows import ceiling_in_force, gather, rows_on_sale
from app.catalog.queries.search import matches
from app.foundation.database import db
from app.foundation.quantity import SCALE


def retail_on(on: date) -> Any:
    """The retail price of an item on a day, in the query it stands in; none without one."""
    return (
        select(ItemPrice.price)
        .where(
            ItemPrice.gerai_id == Item.gerai_id,
            ItemPrice.item_no == Item.no,
            ItemPrice.kind == "retail",
            ItemPrice.starts_on <= on,
            ItemPrice.ends_on >= on,
        )
        .correlate(Item)
        .scalar_subquery()
    )


def _above(on: date) -> ColumnElement[bool]:
    limited = (
        select(ItemTrait.item_no)
        .join(PriceCeiling, ceiling_in_force(on))
        .where(
            ItemTrait.gerai_id == Item.gerai_id,
            ItemTrait.item_no == Item.no,
            retail_on(on) * SCALE > PriceCeiling.max_price * ItemTrait.net_milli,
        )
    )
    return and_(_sold(on), exists(limited.correlate(Item)))


def _sold(_on: date) -> ColumnElement[bool]:
    return Item.ended_at.is_(None)


SHOWN: Mapping[str, Callable[[date], ColumnElement[bool]]] = {
    "sold": _sold,
    "unpriced": lambda on: and_(_sold(on), retail_on(on).is_(None)),
    "above": _above,
    "ended": lambda _on: Item.ended_at.is_not(None),
}
"""Which items a list shows, on a day."""


@dataclass(frozen=True)
class ListedPrice:
    """One line of the price list: what everybody pays for a unit, and members (0: the same)."""

    name: str
    unit: str
    price: int
    member: int
    stock_group: str


def item(gerai_id: int, no: int) -> Item | None:
    return db.session.get(Item, (gerai_id, no))


def items_page(
    gerai_id: int, mark: Mark, on: date, *, search: str = "", shown: str = "sold", group: str = ""
) -> tuple[Page, dict[int, ItemFacts]]:
    """Items with their barcodes, and the facts of each on that day. Four queries at most."""
    query = select(Item).where(Item.gerai_id == gerai_id, SHOWN[shown](on), matches(search))
    query = query.where(Item.stock_group == group if group else true())
    found = page(gerai_id, query.options(selectinload(Item.barcodes)), mark, db.session.scalars)
    return found, items_by_no(gerai_id, (each.no for each in found.rows), on)


def count(gerai_id: int, shown: str, on: date) -> int:
    """How many items a list of this kind has."""
    query = select(func.count()).select_from(Item).where(Item.gerai_id == gerai_id, SHOWN[shown](on))
    return db.session.scalar(query) or 0


def prices(gerai_id: int, on: date, search: str = "") -> list[ListedPrice]:
    """What everything on sale costs on a day, by group and name. Two queries."""
    query = select(Item.no).where(Item.gerai_id == gerai_id, Item.ended_at.is_(None), matches(search))
    nos = db.session.scalars(query.order_by(Item.stock_group, NAME, Item.no)).all()
    facts = items_by_no(gerai_id, nos, on)
    return [_listed(facts[no], on) for no in nos if facts[no].price]


def _listed(facts: ItemFacts, on: date) -> ListedPrice:
    price = price_for(facts, 1, member=False, on=on).unit_price
    member = price_for(facts, 1, member=True, on=on).unit_price
    return ListedPrice(facts.name, facts.unit, price, member if member < price else 0, facts.stock_group)


def containers(gerai_id: int) -> Sequence[Container]:
    query = select(Container).where(Container.gerai_id == gerai_id)
    return db.session.scalars(query.order_by(func.lower(Container.name))).all()


def container(gerai_id: int, no: int) -> Container | None:
    return db.session.get(Container, (gerai_id, no))


def offered(gerai_id: int) -> Sequence[Any]:
    """Everything on sale with its barcodes, by name, to choose from. Two queries."""
    query = select(Item).where(Item.gerai_id == gerai_id, Item.ended_at.is_(None))
    return db.session.scalars(query.options(selectinload(Item.barcodes)).order_by(NAME, Item.no)).all()


def find_items(gerai_id: int, texts: Sequence[str]) -> dict[str, int]:
    """The number of the item that each text means, by its name or a barcode; texts that mean none are left out.

    What is on sale comes before an ended item of the same name. Two queries.
    """
    codes, names = {text: _code(text) for text in texts}, {text: _name(text) for text in texts}
    by_code = select(Barcode.code, Barcode.item_no).where(
        Barcode.gerai_id == gerai_id, Barcode.code.in_({code for code in codes.values() if code})
    )
    by_name = (
        select(func.lower(Item.name), Item.no)
        .where(Item.gerai_id == gerai_id, func.lower(Item.name).in_(set(names.values())))
        .order_by(Item.ended_at.is_(None), Item.no)
    )
    coded: dict[str, int] = dict(db.session.execute(by_code).all())
    named: dict[str, int] = dict(db.session.execute(by_name).all())
    found = {text: named.get(names[text]) or coded.get(codes[text] or "") for text in texts}
    return {text: no for text, no in found.items() if no}


def _name(text: str) -> str:
    return " ".join(text.split()).lower()


def _code(text: str) -> str | None:
    try:
        return normalise(text)
    except NotBarcode:
        return None


def labelled(gerai_id: int, on: date, *, search: str = "", group: str = "") -> list[ItemFacts]:
    """Items with a price, to print labels of, by name. Two queries."""
    query = select(Item.no).where(Item.gerai_id == gerai_id, Item.ended_at.is_(None), matches(search))
    query = query.where(Item.stock_group == group if group else true())
    nos = db.session.scalars(query.order_by(NAME, Item.no)).all()
    facts = items_by_no(gerai_id, nos, on)
    return [facts[no] for no in nos if facts[no].price]


def first_codes(gerai_id: int, nos: Sequence[int]) -> dict[int, str]:
    """One barcode of each item's single unit, a maker's before the gerai's own."""
    query = (
        select(Barcode.item_no, Barcode.code)
        .where(Barcode.gerai_id == gerai_id, Barcode.item_no.in_(nos), ~Barcode.pack.has())
        .order_by(Barcode.code.startswith("2").desc(), Barcode.code.desc())
    )
    return {no: code for no, code in db.session.execute(query) if len(code) in (8, 13)}


def good_unit(good: str) -> str:
    """What the price of a limited good is for: kg, litre or cylinder."""
    return db.session.get_one(RegulatedGood, good).per


def on_sale(gerai_id: int, on: date) -> list[ItemFacts]:
    """Everything on sale by name, without a price too. One query."""
    items = gather(rows_on_sale(gerai_id, on)).values()
    return sorted(items, key=lambda item: (item.name.lower(), item.no))


def codes_and_plus(gerai_id: int) -> tuple[dict[int, list[tuple[str, int | None]]], dict[int, int]]:
    """The codes of each item with the content of the pack they stand on, and the scale numbers. Two queries."""
    query = select(Barcode).where(Barcode.gerai_id == gerai_id).options(joinedload(Barcode.pack))
    codes: dict[int, list[tuple[str, int | None]]] = {}
    for row in db.session.scalars(query.order_by(Barcode.code)):
        codes.setdefault(row.item_no, []).append((row.code, row.pack.milli if row.pack else None))
    plus = select(ItemTrait.item_no, ItemTrait.plu).where(
        ItemTrait.gerai_id == gerai_id, ItemTrait.plu.is_not(None)
    )
    return codes, {no: plu for no, plu in db.session.execute(plus) if plu}
