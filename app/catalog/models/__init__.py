"""Tables of the catalogue: items and what finds them, their prices by date, and what the state limits."""

from app.catalog.models.ceilings import PriceCeiling, RegulatedGood
from app.catalog.models.items import Barcode, Container, Item, ItemTrait, Pack, PackBarcode
from app.catalog.models.prices import FOREVER, ItemPrice

__all__ = [
    "FOREVER",
    "Barcode",
    "Container",
    "Item",
    "ItemPrice",
    "ItemTrait",
    "Pack",
    "PackBarcode",
    "PriceCeiling",
    "RegulatedGood",
]
