"""The acts of this room, and ``move``, through which every change of stock is written."""

from app.inventory.operations.stock import Move, Moved, move, stock_on_hand

__all__ = ["Move", "Moved", "move", "stock_on_hand"]
