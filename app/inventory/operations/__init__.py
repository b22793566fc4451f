"""The acts of this room, and ``move``, through which every change of stock is written."""

from app.inventory.operations.adjusting import adjust_stock
from app.inventory.operations.receiving import receive_goods
from app.inventory.operations.stock import Move, Moved, move, stock_on_hand

__all__ = ["Move", "Moved", "adjust_stock", "move", "receive_goods", "stock_on_hand"]
