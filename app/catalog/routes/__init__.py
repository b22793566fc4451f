"""Pages of this room: the items, one item and what is done to it, the price list."""

from app.catalog.routes import changing, item, items, prices
from app.catalog.routes.blueprint import blueprint

__all__ = ["blueprint", "changing", "item", "items", "prices"]
