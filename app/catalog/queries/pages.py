"""What the pages ask: an item, a page of them, the price list, what a person means by a word."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import selectinload

from app.catalog.barcodes import NotBarcode, normalise
from app.catalog.models import Barcode, Item
from app.catalog.queries.by_name import NAME, Mark, Page, page
from app.catalog.queries.search import matches
from app.foundation.database import db

SHOWN: dict[str, Any] = {
    "sold": Item.ended_at.is_(None),
    "unpriced": Item.ended_at.is_(None) & (Item.price == 0),
    "ended": Item.ended_at.is_not(None),
}


def item(gerai_id: int, no: int) -> Item | None:
    return db.session.get(Item, (gerai_id, no))


def items_page(gerai_id: int, mark: Mark, *, search: str = "", shown: str = "sold") -> Page:
    """Items with their barcodes. Three queries at most."""
    query = select(Item).where(Item.gerai_id == gerai_id, SHOWN[shown], matches(search))
    return page(gerai_id, query.options(selectinload(Item.barcodes)), mark, db.session.scalars)


def unpriced_count(gerai_id: int) -> int:
    """How many items wait for their first price."""
    return db.session.scalar(select(func.count()).where(Item.gerai_id == gerai_id, SHOWN["unpriced"])) or 0


def prices(gerai_id: int, search: str = "") -> Sequence[Any]:
    """(name, unit, price, group) of everything on sale, by group and name."""
    query = select(Item.name, Item.unit, Item.price, Item.stock_group).where(
        Item.gerai_id == gerai_id, Item.ended_at.is_(None), Item.price > 0, matches(search)
    )
    return db.session.execute(query.order_by(Item.stock_group, NAME, Item.no)).all()


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
