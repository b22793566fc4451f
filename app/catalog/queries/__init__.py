"""Questions about items, prices and barcodes: the counter's, and those of the pages."""

from app.catalog.facts import ItemFacts
from app.catalog.queries.by_name import Mark, Page
from app.catalog.queries.counter import (
    VERSION,
    items_by_barcode,
    items_by_no,
    items_version,
    till_items,
)
from app.catalog.queries.pages import SHOWN, find_items, item, items_page, offered, prices, unpriced_count

__all__ = [
    "SHOWN",
    "VERSION",
    "ItemFacts",
    "Mark",
    "Page",
    "find_items",
    "item",
    "items_by_barcode",
    "items_by_no",
    "items_page",
    "items_version",
    "offered",
    "prices",
    "till_items",
    "unpriced_count",
]
