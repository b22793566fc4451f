"""Barcodes: put on an item, taken off again, and made where the maker gave none."""

from sqlalchemy import delete, insert, select

from app.books.acts import act
from app.books.book import OpenBook
from app.catalog.barcodes import CartonCode, NotBarcode, in_store_codes, is_in_store, normalise, plu_of
from app.catalog.models import Barcode, Item, PackBarcode
from app.catalog.operations.items import changed, known_item
from app.catalog.operations.packs import known_pack
from app.catalog.operations.traits import plu_owner
from app.catalog.refusals import (
    BarcodeMalformed,
    BarcodeOfCarton,
    BarcodeOfScale,
    BarcodeTaken,
    BarcodeUnknown,
    OwnBarcodeExists,
)

_BARCODE, _PACK_BARCODE = insert(Barcode), insert(PackBarcode)


@act("catalog.add_barcode")
def add_barcode(book: OpenBook, *, item_no: int, code: str, milli: int | None = None) -> dict[str, int | str]:
    """Let a code find the item, or its pack of ``milli``.

    Raises ItemUnknown, PackUnknown, BarcodeMalformed, BarcodeOfCarton, BarcodeOfScale, BarcodeTaken.
    """
    known_item(book, item_no)
    if milli is not None:
        known_pack(book, item_no, milli)
    read = _read(code, carton=milli is not None)
    weighed = plu_owner(book, plu_of(read))
    if weighed is not None:
        raise BarcodeOfScale("code", item=weighed)
    return _attach(book, item_no, read, milli)


@act("catalog.add_own_barcode")
def add_own_barcode(book: OpenBook, *, item_no: int) -> dict[str, int | str]:
    """Make a code of the gerai's own for goods that came without. Raises ItemUnknown, OwnBarcodeExists."""
    item = known_item(book, item_no)
    for barcode in item.barcodes:
        if is_in_store(barcode.code) and barcode.pack is None:
            raise OwnBarcodeExists(code=barcode.code)
    free = (code for code in in_store_codes(item_no) if _is_free(book, code))
    return _attach(book, item_no, next(free))


@act("catalog.remove_barcode")
def remove_barcode(book: OpenBook, *, item_no: int, code: str) -> dict[str, int | str]:
    """Take a code off an item. Raises BarcodeUnknown."""
    mine = (Barcode.gerai_id == book.gerai_id, Barcode.code == code, Barcode.item_no == item_no)
    on_pack = (PackBarcode.gerai_id == book.gerai_id, PackBarcode.code == code)
    book.session.execute(delete(PackBarcode).where(*on_pack, PackBarcode.item_no == item_no))
    gone = book.session.scalar(delete(Barcode).where(*mine).returning(Barcode.code))
    if gone is None:
        raise BarcodeUnknown()
    changed(book)
    return {"item": item_no, "code": code}


def _read(code: str, *, carton: bool) -> str:
    try:
        return normalise(code, carton=carton)
    except CartonCode:
        raise BarcodeOfCarton("code") from None
    except NotBarcode:
        raise BarcodeMalformed("code") from None


def _is_free(book: OpenBook, code: str) -> bool:
    return _owner(book, code) is None and plu_owner(book, plu_of(code)) is None


def _attach(book: OpenBook, item_no: int, code: str, milli: int | None = None) -> dict[str, int | str]:
    owner = _owner(book, code)
    if owner is not None:
        raise BarcodeTaken("code", item=owner)
    row = {"gerai_id": book.gerai_id, "code": code, "item_no": item_no}
    book.write(_BARCODE, [row])
    if milli is not None:
        book.write(_PACK_BARCODE, [{**row, "milli": milli}])
    changed(book)
    return {"item": item_no, "code": code}


def _owner(book: OpenBook, code: str) -> str | None:
    """The name of the item that this code finds already."""
    item = (Item.gerai_id == Barcode.gerai_id) & (Item.no == Barcode.item_no)
    query = select(Item.name).join_from(Barcode, Item, item)
    return book.session.scalar(query.where(Barcode.gerai_id == book.gerai_id, Barcode.code == code))
