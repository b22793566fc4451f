"""The tables of this room: stock and its movements, counts of it, and containers that come back."""

from app.inventory.models.containers import ContainerMovement, ContainerStock
from app.inventory.models.counts import CountedItem, StockCount, StockCountEnd, Tally
from app.inventory.models.stock import Adjustment, Stock, StockMovement

__all__ = [
    "Adjustment",
    "ContainerMovement",
    "ContainerStock",
    "CountedItem",
    "Stock",
    "StockCount",
    "StockCountEnd",
    "StockMovement",
    "Tally",
]
