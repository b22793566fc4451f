"""What a nota and an adjustment may say. Pure."""

from dataclasses import dataclass

from app.foundation.money import divide_half_up
from app.foundation.quantity import SCALE

REASONS = ("damaged", "expired", "lost", "own_use", "found")
FOUND = "found"
PAID_FROM = ("safe", "unbilled")
HIGHEST_UNIT_COST = 100_000_000
"""Rupiah a unit. Nothing a village shop buys costs more; what does is a slip of the quantity or the cost."""


@dataclass(frozen=True)
class ReceivedLine:
    """One line of a nota: thousandths of the item's unit, and what the whole line cost in rupiah."""

    item_no: int
    quantity_milli: int
    cost: int


def fits(quantity_milli: int, decimals: int) -> bool:
    """Whether an item of so many decimals can have this quantity: pieces are whole."""
    return quantity_milli > 0 and quantity_milli % 10 ** (3 - decimals) == 0


def unit_cost(line: ReceivedLine) -> int:
    """What a unit of a line cost, half up."""
    return divide_half_up(line.cost * SCALE, line.quantity_milli)


def change_of(reason: str, quantity_milli: int) -> int:
    """What is found comes in, everything else goes out."""
    return quantity_milli if reason == FOUND else -quantity_milli
