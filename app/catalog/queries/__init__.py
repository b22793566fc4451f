"""Questions about items, prices and barcodes: the counter's, and those of the pages."""

from app.catalog.facts import Found, ItemFacts, Pack
from app.catalog.queries.by_name import Mark, Page
from app.catalog.queries.counter import (
    VERSION,
    items_by_barcode,
    items_by_no,
    items_version,
    till_version,
)
from app.catalog.queries.pages import SHOWN, find_items, item, items_page, offered, prices, unpriced_count
from app.catalog.queries.till import SCALE_CODES, till_containers, till_items

__all__ = [
    "SCALE_CODES",
    "SHOWN",
    "VERSION",
    "Found",
    "ItemFacts",
    "Mark",
    "Pack",
    "Page",
    "find_items",
    "item",
    "items_by_barcode",
    "items_by_no",
    "items_page",
    "items_version",
    "offered",
    "prices",
    "till_containers",
    "till_items",
    "till_version",
    "unpriced_count",
]
