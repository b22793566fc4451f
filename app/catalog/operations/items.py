"""Items: added, described anew, taken out of the shop and back."""

from collections.abc import Iterable
from typing import Any

from flask_babel import gettext as _
from sqlalchemy import func, insert, select

from app.books.acts import act
from app.books.book import OpenBook
from app.catalog.hooks import Objection, openings
from app.catalog.models import FOREVER, Item, ItemPrice
from app.catalog.queries import VERSION
from app.catalog.refusals import (
    ItemEnded,
    ItemNotEnded,
    ItemStays,
    ItemUnknown,
    MeasureFixed,
    NameTaken,
)


def known_item(book: OpenBook, item_no: int) -> Item:
    """Raises ItemUnknown."""
    item = book.session.get(Item, (book.gerai_id, item_no))
    if item is None:
        raise ItemUnknown(item=item_no)
    return item


def changed(book: OpenBook) -> None:
    """The catalogue is no longer what tills have of it."""
    book.session.flush()
    book.next_no(VERSION)


@act("catalog.add_item")
def add_item(
    book: OpenBook, *, name: str, unit: str, decimals: int, stock_group: str, price: int = 0
) -> dict[str, int]:
    """A new item. Without a price (0) it waits for one, and no till sells it. Raises NameTaken."""
    no = book.next_no("item")
    item = Item(gerai_id=book.gerai_id, no=no, name=_free_name(book, name), price=price)
    item.unit, item.decimals, item.stock_group = unit.strip(), decimals, stock_group
    book.session.add(item)
    changed(book)
    if price:
        book.session.execute(insert(ItemPrice), [_first_price(book, no, price)])
    return {"item": no, "price": price}


@act("catalog.change_item")
def change_item(
    book: OpenBook, *, item_no: int, name: str, unit: str, decimals: int, stock_group: str
) -> dict[str, Any]:
    """Describe an item anew; its measure only while nothing was counted in it.

    Raises ItemUnknown, NameTaken, MeasureFixed.
    """
    item = known_item(book, item_no)
    measure, was = (unit.strip(), decimals, stock_group), item.name
    if measure != (item.unit, item.decimals, item.stock_group):
        for reason in _measured_reasons(book, item):
            raise MeasureFixed("unit", reason=reason)
    item.name = _free_name(book, name, but=item_no)
    item.unit, item.decimals, item.stock_group = measure
    changed(book)
    return {"item": item_no, "name": item.name, "was": was}


@act("catalog.end_item")
def end_item(book: OpenBook, *, item_no: int) -> dict[str, int]:
    """Sell it no more; its history and barcodes stay. Raises ItemUnknown, ItemEnded, ItemStays."""
    item = known_item(book, item_no)
    if item.ended_at is not None:
        raise ItemEnded(name=item.name)
    for reason in _reasons(openings().object_to_ending, book, item_no):
        raise ItemStays(reason=reason)
    item.ended_at = book.at
    changed(book)
    return {"item": item_no}


@act("catalog.resume_item")
def resume_item(book: OpenBook, *, item_no: int) -> dict[str, int]:
    """Sell it again. Raises ItemUnknown, ItemNotEnded, NameTaken."""
    item = known_item(book, item_no)
    if item.ended_at is None:
        raise ItemNotEnded(name=item.name)
    _free_name(book, item.name, but=item_no)
    item.ended_at = None
    changed(book)
    return {"item": item_no}


def _first_price(book: OpenBook, item_no: int, price: int) -> dict[str, Any]:
    facts = {"kind": "retail", "from_milli": 0, "price": price, "percent": 0, "label": ""}
    days = {"starts_on": book.today, "ends_on": FOREVER}
    return {"gerai_id": book.gerai_id, "item_no": item_no, "no": 1, **facts, **days, "act_no": book.act_no}


def _measured_reasons(book: OpenBook, item: Item) -> Iterable[str]:
    """Why the unit must stay: packs, PLU and content are written in it, and so is what rooms above count."""
    if item.packs or item.trait:
        yield str(_("kemasan, nomor timbangan, wadah, atau isi bersihnya ditulis dalam satuan itu."))
    yield from _reasons(openings().object_to_remeasuring, book, item.no)


def _reasons(objections: Iterable[Objection], book: OpenBook, item_no: int) -> Iterable[str]:
    for objection in objections:
        yield from objection(book, item_no)


def _free_name(book: OpenBook, name: str, but: int = 0) -> str:
    """The name with single spaces, if nothing else on sale is called so: people choose goods by name."""
    tidy = " ".join(name.split())
    same = select(Item.name).where(
        Item.gerai_id == book.gerai_id,
        func.lower(Item.name) == tidy.lower(),
        Item.no != but,
        Item.ended_at.is_(None),
    )
    taken = book.session.scalar(same.limit(1))
    if taken is not None:
        raise NameTaken("name", name=taken)
    return tidy
