"""What the counter asks with every basket: Core, not the ORM, one select each."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import BigInteger, RowMapping, bindparam, select

from app.books.models import Counter
from app.catalog.facts import ItemFacts
from app.catalog.models import Barcode, Item
from app.foundation.database import db

VERSION = "catalog.version"
"""The counter that every act of this room moves: its last number is the catalogue's fingerprint."""


_FACTS = (
    Item.no,
    Item.name,
    Item.unit,
    Item.decimals,
    Item.stock_group,
    Item.price,
    Item.ended_at.is_not(None).label("ended"),
)
_IN_GERAI = Item.gerai_id == bindparam("gerai_id")
_BY_NO = select(*_FACTS).where(_IN_GERAI, Item.no.in_(bindparam("nos", expanding=True, type_=BigInteger)))
_BY_BARCODE = (
    select(Barcode.code, *_FACTS)
    .join_from(Barcode, Item, (Item.gerai_id == Barcode.gerai_id) & (Item.no == Barcode.item_no))
    .where(Barcode.gerai_id == bindparam("gerai_id"), Barcode.code.in_(bindparam("codes", expanding=True)))
)
_SOLD = select(*_FACTS).where(_IN_GERAI, Item.ended_at.is_(None), Item.price > 0).order_by(Item.name, Item.no)
_CODES = (
    select(Barcode.item_no, Barcode.code)
    .where(Barcode.gerai_id == bindparam("gerai_id"))
    .order_by(Barcode.item_no, Barcode.code)
)
_VERSION = select(Counter.last_no).where(Counter.gerai_id == bindparam("gerai_id"), Counter.kind == VERSION)


def _rows(statement: Any, gerai_id: int, **values: Any) -> Any:
    return db.session.connection().execute(statement, {"gerai_id": gerai_id, **values})


def items_by_no(gerai_id: int, nos: Iterable[int]) -> dict[int, ItemFacts]:
    """The items of these numbers, as far as the gerai has them."""
    wanted = list(set(nos))
    if not wanted:
        return {}
    return {row.no: ItemFacts._make(row) for row in _rows(_BY_NO, gerai_id, nos=wanted)}


def items_by_barcode(gerai_id: int, codes: Iterable[str]) -> dict[str, ItemFacts]:
    """The items of these codes (as ``barcodes.normalise`` writes them), as far as the gerai has them."""
    wanted = list(set(codes))
    if not wanted:
        return {}
    return {row.code: ItemFacts._make(row[1:]) for row in _rows(_BY_BARCODE, gerai_id, codes=wanted)}


def till_items(gerai_id: int) -> list[dict[str, Any]]:
    """Everything on sale that has a price, with its barcodes, as the till keeps it. Two queries."""
    codes: dict[int, list[str]] = {}
    for item_no, code in _rows(_CODES, gerai_id):
        codes.setdefault(item_no, []).append(code)
    return [_for_till(row, codes.get(row["no"], [])) for row in _rows(_SOLD, gerai_id).mappings()]


def _for_till(row: RowMapping, codes: Sequence[str]) -> dict[str, Any]:
    shown = {name: row[name] for name in ("no", "name", "unit", "decimals", "price")}
    return {**shown, "group": row["stock_group"], "barcodes": list(codes)}


def items_version(gerai_id: int) -> int:
    """A number that grows whenever an item, a price or a barcode changes; 0 for an empty catalogue."""
    return _rows(_VERSION, gerai_id).scalar() or 0
