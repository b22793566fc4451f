"""The moving average, in whole rupiah. Pure.

What is issued takes its share of the stock's value, half up; the remainder stays in the value, and
issuing everything takes all of it. Below zero goods are sold at the last average and the value is
negative; the next receipt settles what that guess was wrong by, as a variance for 5-7100.

Always: quantity zero is worth zero, the value never has the other sign than the quantity, and costs in
less costs out less variances are the value.
"""

from dataclasses import dataclass

from app.foundation.money import divide_half_up
from app.foundation.quantity import SCALE, price_of


@dataclass(frozen=True)
class Level:
    """Thousandths on hand and their value in rupiah; ``unit_cost`` is the average at the last receipt, a unit."""

    quantity_milli: int = 0
    value: int = 0
    unit_cost: int = 0

    @property
    def average(self) -> int:
        """What a unit stands at now; where nothing is on hand, what it stood at last."""
        return (
            divide_half_up(self.value * SCALE, self.quantity_milli)
            if self.quantity_milli > 0
            else self.unit_cost
        )


def issue(level: Level, quantity_milli: int) -> tuple[Level, int]:
    """Take ``quantity_milli`` (positive) out: the level that is left, and the cost of what went."""
    cost = _cost_of(level, quantity_milli)
    return Level(level.quantity_milli - quantity_milli, level.value - cost, level.unit_cost), cost


def _cost_of(level: Level, quantity_milli: int) -> int:
    if quantity_milli < level.quantity_milli:
        return divide_half_up(level.value * quantity_milli, level.quantity_milli)
    there, worth = (level.quantity_milli, level.value) if level.quantity_milli > 0 else (0, 0)
    return worth + price_of(level.unit_cost, quantity_milli - there)


def receive(level: Level, quantity_milli: int, cost: int) -> tuple[Level, int, int]:
    """Put ``quantity_milli`` (positive) in for ``cost``: the new level, what entered the value, the variance.

    The variance is what goods sold before they came really cost, less what they were booked at: positive
    is an expense. Value and variance together are the cost.
    """
    variance = _real_less_booked(level, quantity_milli, cost)
    value, quantity = level.value + cost - variance, level.quantity_milli + quantity_milli
    known = (value, quantity) if quantity > 0 else (cost, quantity_milli)
    return Level(quantity, value, divide_half_up(known[0] * SCALE, known[1])), cost - variance, variance


def _real_less_booked(level: Level, quantity_milli: int, cost: int) -> int:
    short = -level.quantity_milli
    if short <= 0:
        return 0
    covered = min(short, quantity_milli)
    return divide_half_up(cost * covered, quantity_milli) - divide_half_up(-level.value * covered, short)


def at_average(level: Level, quantity_milli: int) -> int:
    """What ``quantity_milli`` coming back costs when nobody paid for it: the last average."""
    return price_of(level.unit_cost, quantity_milli)


def bearable(level: Level, amount: int) -> int:
    """How much of ``amount`` (signed) the value of what is on hand can take; nothing where nothing is on hand."""
    return max(amount, -level.value) if level.quantity_milli > 0 else 0


def worth_more(level: Level, amount: int) -> Level:
    """The same goods, worth ``amount`` (signed) more; the average moves with them."""
    value = level.value + amount
    return Level(level.quantity_milli, value, divide_half_up(value * SCALE, level.quantity_milli))
