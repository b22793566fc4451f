"""The acts of the catalogue. Each of them moves its version, so that tills fetch it anew."""

from app.catalog.operations.barcodes import add_barcode, add_own_barcode, remove_barcode
from app.catalog.operations.containers import add_container, change_container
from app.catalog.operations.importing import Rehearsed, import_items, rehearse_import
from app.catalog.operations.items import add_item, change_item, end_item, resume_item
from app.catalog.operations.packs import add_pack, remove_pack
from app.catalog.operations.prices import end_price, set_price, set_promotion
from app.catalog.operations.traits import Traits, set_traits

__all__ = [
    "Rehearsed",
    "Traits",
    "add_barcode",
    "add_container",
    "add_item",
    "add_own_barcode",
    "add_pack",
    "change_container",
    "change_item",
    "end_item",
    "end_price",
    "import_items",
    "rehearse_import",
    "remove_barcode",
    "remove_pack",
    "resume_item",
    "set_price",
    "set_promotion",
    "set_traits",
]
