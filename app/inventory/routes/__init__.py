"""Pages of this room: the stock, an item's card, goods that come in, stock put right."""

from app.inventory.routes import adjusting, containers, counting, stock
from app.inventory.routes.blueprint import blueprint

__all__ = ["adjusting", "blueprint", "containers", "counting", "stock"]
