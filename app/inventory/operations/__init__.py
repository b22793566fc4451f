"""The acts of this room, and ``move``, through which every change of stock is written."""

from app.inventory.operations.adjusting import adjust_stock
from app.inventory.operations.containers import (
    ContainerMove,
    Held,
    containers_held,
    correct_containers,
    move_containers,
    take_back_containers,
)
from app.inventory.operations.counting import approve_count, cancel_count, count_item, open_count
from app.inventory.operations.stock import Move, Moved, move, revalue, stock_on_hand

__all__ = [
    "ContainerMove",
    "Held",
    "Move",
    "Moved",
    "adjust_stock",
    "approve_count",
    "cancel_count",
    "containers_held",
    "correct_containers",
    "count_item",
    "move",
    "move_containers",
    "open_count",
    "revalue",
    "stock_on_hand",
    "take_back_containers",
]
