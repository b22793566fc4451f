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
from app.catalog.queries.pages import (
    SHOWN,
    codes_and_plus,
    container,
    containers,
    count,
    find_items,
    first_codes,
    good_unit,
    item,
    items_page,
    labelled,
    offered,
    on_sale,
    prices,
)
from app.catalog.queries.till import SCALE_CODES, till_containers, till_items
from app.catalog.queries.timeline import timeline

__all__ = [
    "SCALE_CODES",
    "SHOWN",
    "VERSION",
    "Found",
    "ItemFacts",
    "Mark",
    "Pack",
    "Page",
    "codes_and_plus",
    "container",
    "containers",
    "count",
    "find_items",
    "first_codes",
    "good_unit",
    "item",
    "items_by_barcode",
    "items_by_no",
    "items_page",
    "items_version",
    "labelled",
    "offered",
    "on_sale",
    "prices",
    "till_containers",
    "till_items",
    "till_version",
    "timeline",
]
