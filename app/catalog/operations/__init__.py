"""The acts of the catalogue. Each of them moves its version, so that tills fetch it anew."""

from app.catalog.operations.barcodes import add_barcode, add_own_barcode, remove_barcode
from app.catalog.operations.items import add_item, change_item, end_item, resume_item, set_price

__all__ = [
    "add_barcode",
    "add_item",
    "add_own_barcode",
    "change_item",
    "end_item",
    "remove_barcode",
    "resume_item",
    "set_price",
]
