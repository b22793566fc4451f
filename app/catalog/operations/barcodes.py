"""Barcodes: put on an item, taken off again, and made where the maker gave none."""

from sqlalchemy import delete, insert, select

from app.books.acts import act
from app.books.book import OpenBook
from app.catalog.barcodes import CartonCode, NotBarcode, in_store_codes, is_in_store, normalise
from app.catalog.models import Barcode, Item
from app.catalog.operations.items import changed, known_item
from app.catalog.refusals import (
    BarcodeMalformed,
    BarcodeOfCarton,
    BarcodeTaken,
    BarcodeUnknown,
    OwnBarcodeExists,
)

_BARCODE = insert(Barcode)


@act("catalog.add_barcode")
def add_barcode(book: OpenBook, *, item_no: int, code: str) -> dict[str, int | str]:
    """Let a code find the item. Raises ItemUnknown, BarcodeMalformed, BarcodeOfCarton, BarcodeTaken."""
    known_item(book, item_no)
    return _attach(book, item_no, _read(code))


@act("catalog.add_own_barcode")
def add_own_barcode(book: OpenBook, *, item_no: int) -> dict[str, int | str]:
    """Make a code of the gerai's own for goods that came without. Raises ItemUnknown, OwnBarcodeExists."""
    item = known_item(book, item_no)
    for barcode in item.barcodes:
        if is_in_store(barcode.code):
            raise OwnBarcodeExists(code=barcode.code)
    return _attach(
        book, item_no, next(code for code in in_store_codes(item_no) if _owner(book, code) is None)
    )


@act("catalog.remove_barcode")
def remove_barcode(book: OpenBook, *, item_no: int, code: str) -> dict[str, int | str]:
    """Take a code off an item. Raises BarcodeUnknown."""
    mine = (Barcode.gerai_id == book.gerai_id, Barcode.code == code, Barcode.item_no == item_no)
    gone = book.session.scalar(delete(Barcode).where(*mine).returning(Barcode.code))
    if gone is None:
        raise BarcodeUnknown()
    changed(book)
    return {"item": item_no, "code": code}


def _read(code: str) -> str:
    try:
        return normalise(code)
    except CartonCode:
        raise BarcodeOfCarton("code") from None
    except NotBarcode:
        raise BarcodeMalformed("code") from None


def _attach(book: OpenBook, item_no: int, code: str) -> dict[str, int | str]:
    owner = _owner(book, code)
    if owner is not None:
        raise BarcodeTaken("code", item=owner)
    book.write(_BARCODE, [{"gerai_id": book.gerai_id, "code": code, "item_no": item_no}])
    changed(book)
    return {"item": item_no, "code": code}


def _owner(book: OpenBook, code: str) -> str | None:
    """The name of the item that this code finds already."""
    item = (Item.gerai_id == Barcode.gerai_id) & (Item.no == Barcode.item_no)
    query = select(Item.name).join_from(Barcode, Item, item)
    return book.session.scalar(query.where(Barcode.gerai_id == book.gerai_id, Barcode.code == code))
