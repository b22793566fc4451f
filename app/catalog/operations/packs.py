"""Packs an item also comes in: a dus of forty, a karung of fifty kilograms."""

from datetime import timedelta
from typing import Any

from sqlalchemy import delete, insert, select, update

from app.books.acts import act
from app.books.book import OpenBook
from app.catalog import refusals
from app.catalog.models import Barcode, ItemPrice, Pack, PackBarcode
from app.catalog.operations.items import changed, known_item
from app.foundation.quantity import SCALE

MOST = 10_000 * SCALE
"""A pack of more is a slip."""


@act("catalog.add_pack")
def add_pack(book: OpenBook, *, item_no: int, name: str, milli: int) -> dict[str, Any]:
    """Sell the item by a pack of ``milli`` too. Raises ItemUnknown, PackContent, PackExists."""
    item = known_item(book, item_no)
    tidy = " ".join(name.split())
    if not SCALE < milli <= MOST or (item.decimals == 0 and milli % SCALE):
        raise refusals.PackContent("milli", unit=item.unit)
    mine = select(Pack).where(Pack.gerai_id == book.gerai_id, Pack.item_no == item_no)
    for pack in book.session.scalars(mine):
        if pack.milli == milli or pack.name.lower() == tidy.lower():
            raise refusals.PackExists("name", name=pack.name)
    if tidy.lower() == item.unit.lower():
        raise refusals.PackExists("name", name=item.unit)
    row = {"gerai_id": book.gerai_id, "item_no": item_no, "milli": milli, "name": tidy}
    book.session.execute(insert(Pack), [row])
    changed(book)
    return {"item": item_no, "name": tidy, "milli": milli}


@act("catalog.remove_pack")
def remove_pack(book: OpenBook, *, item_no: int, milli: int) -> dict[str, Any]:
    """Sell this pack no more: its codes go with it, its prices end. Raises PackUnknown."""
    pack = known_pack(book, item_no, milli)
    codes = select(PackBarcode.code).where(
        PackBarcode.gerai_id == book.gerai_id, PackBarcode.item_no == item_no, PackBarcode.milli == milli
    )
    gone = book.session.scalars(codes).all()
    for table in (PackBarcode, Barcode):
        book.session.execute(delete(table).where(table.gerai_id == book.gerai_id, table.code.in_(gone)))
    book.session.execute(
        delete(Pack).where(Pack.gerai_id == book.gerai_id, Pack.item_no == item_no, Pack.milli == milli)
    )
    _end_prices(book, item_no, milli)
    changed(book)
    return {"item": item_no, "name": pack.name, "milli": milli}


def known_pack(book: OpenBook, item_no: int, milli: int) -> Pack:
    """Raises PackUnknown."""
    pack = book.session.get(Pack, (book.gerai_id, item_no, milli))
    if pack is None:
        raise refusals.PackUnknown()
    return pack


def _end_prices(book: OpenBook, item_no: int, milli: int) -> None:
    """What has begun ends yesterday, what has not never begins."""
    mine = (
        ItemPrice.gerai_id == book.gerai_id,
        ItemPrice.item_no == item_no,
        ItemPrice.kind == "pack",
        ItemPrice.from_milli == milli,
        ItemPrice.ends_on >= book.today,
    )
    book.session.execute(update(ItemPrice).where(*mine).values(ends_on=book.today - timedelta(days=1)))
