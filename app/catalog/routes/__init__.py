"""Pages of this room: the items, one item and what is done to it, the price list."""

from app.catalog.routes import (
    changing,
    containers,
    item,
    items,
    labels,
    packs,
    prices,
    pricing,
    spreadsheet,
    traits,
)
from app.catalog.routes.blueprint import blueprint

__all__ = [
    "blueprint",
    "changing",
    "containers",
    "item",
    "items",
    "labels",
    "packs",
    "prices",
    "pricing",
    "spreadsheet",
    "traits",
]
