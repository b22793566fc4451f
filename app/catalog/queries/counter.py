"""What the counter asks with every basket: one statement for the items, one for codes, one more for the scale's."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import bindparam, select

from app.books.models import Counter
from app.catalog.barcodes import scale_reading
from app.catalog.facts import Found, ItemFacts
from app.catalog.queries import rows
from app.foundation import batch
from app.foundation.database import db

VERSION = "catalog.version"
"""The counter that every act of this room moves: its last number is the catalogue's fingerprint."""

_VERSION = select(Counter.last_no).where(
    Counter.gerai_id == bindparam("gerai_id"), Counter.kind == bindparam("kind")
)


def items_by_no(gerai_id: int, nos: Iterable[int], on: date | None = None) -> dict[int, ItemFacts]:
    """The items of these numbers, as far as the gerai has them; prices and limits as they are on a day.

    Without a day: the price that was last set, and no rule (for who needs names and units).
    """
    return rows.gather(rows.rows_by_no(gerai_id, nos, on))


def items_by_barcode(gerai_id: int, codes: Iterable[str], on: date | None = None) -> dict[str, Found]:
    """What these codes mean (as ``barcodes.normalise`` writes them), as far as the gerai knows them."""
    wanted = set(codes)
    found = rows.rows_by_code(gerai_id, sorted(wanted), on)
    items = rows.gather(row[2:] for row in found)
    meant = {row[0]: _found(items[row[2]], row[1]) for row in found}
    return meant | _weighed(gerai_id, wanted - set(meant), on)


def _found(item: ItemFacts, milli: int | None) -> Found:
    return Found(item, next((pack for pack in item.packs if pack.milli == milli), None))


def _weighed(gerai_id: int, codes: Iterable[str], on: date | None) -> dict[str, Found]:
    """The codes among these that a scale printed for goods that are sold here."""
    readings = {code: reading for code in codes if (reading := scale_reading(code))}
    found = rows.rows_by_plu(gerai_id, sorted({reading.plu for reading in readings.values()}), on)
    items, numbers = rows.gather(row[1:] for row in found), {row[0]: row[1] for row in found}
    return {
        code: Found(items[numbers[reading.plu]], milli=reading.milli)
        for code, reading in readings.items()
        if reading.plu in numbers
    }


def items_version(gerai_id: int) -> int:
    """A number that grows whenever an item, a price or a barcode changes; 0 for an empty catalogue."""
    found = batch.ask(db.session.connection(), _VERSION, gerai_id=gerai_id, kind=VERSION)
    return int(found[0][0]) if found else 0


def till_version(gerai_id: int, on: date) -> str:
    """What a till asks by: a catalogue that nobody touched still has other prices on another day."""
    return f"{items_version(gerai_id)}-{on:%Y%m%d}"
