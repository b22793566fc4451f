"""What this room says where lower rooms ask: of an item's stock, and of what its entries are."""

from collections.abc import Iterator
from typing import Any

from flask import url_for
from flask_babel import gettext as _
from sqlalchemy import select

from app.books.book import OpenBook
from app.catalog.models import Item
from app.foundation.quantity import format_quantity
from app.inventory import postings
from app.inventory.models import StockMovement
from app.inventory.operations import stock_on_hand


def was_moved(book: OpenBook, item_no: int) -> Iterator[str]:
    """An item keeps the measure that its movements were counted in."""
    mine = (StockMovement.gerai_id == book.gerai_id, StockMovement.item_no == item_no)
    if book.session.scalar(select(StockMovement.act_no).where(*mine).limit(1)) is not None:
        yield _("stoknya sudah pernah bergerak. Tambah barang baru bila ukurannya lain.")


def is_on_hand(book: OpenBook, item_no: int) -> Iterator[str]:
    """Goods that lie in the shop are sold or written off before their item ends."""
    left = stock_on_hand(book, [item_no])[item_no].quantity_milli
    if left:
        unit = book.session.get_one(Item, (book.gerai_id, item_no)).unit
        quantity = format_quantity(left)
        yield _("stoknya masih %(quantity)s %(unit)s. Sesuaikan dulu stoknya.", quantity=quantity, unit=unit)


def describe_adjustment(gerai: Any, source_no: str) -> tuple[str, str]:
    url = url_for("inventory.adjustment", code=gerai.code, no=int(source_no))
    return _("Penyesuaian stok %(no)s", no=source_no), url


def describe_count(gerai: Any, source_no: str) -> tuple[str, str]:
    return _("Opname %(no)s", no=source_no), url_for("inventory.count", code=gerai.code, no=int(source_no))


def describe_container_return(gerai: Any, source_no: str) -> tuple[str, str]:
    return _("Wadah kembali %(no)s", no=source_no), url_for("inventory.containers", code=gerai.code)


def describe_container_correction(gerai: Any, source_no: str) -> tuple[str, str]:
    return _("Perbaikan jumlah wadah %(no)s", no=source_no), url_for("inventory.containers", code=gerai.code)


DESCRIBERS = {
    postings.ADJUSTMENT: describe_adjustment,
    postings.COUNT: describe_count,
    postings.CONTAINER_RETURN: describe_container_return,
    postings.CONTAINER_CORRECTION: describe_container_correction,
}
