"""What a nota says, what its lines really cost, and what a payment goes to. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from app.foundation.money import divide_half_up, split
from app.foundation.quantity import SCALE, price_of

PAID_FROM = ("safe", "drawer", "bank", "tempo", "unbilled", "consigned")
MONEY = ("safe", "drawer", "bank")
HIGHEST_UNIT_COST = 100_000_000
"""Rupiah a unit. Nothing a village shop buys costs more; what does is a slip of the quantity or the cost."""


@dataclass(frozen=True)
class ReceivedLine:
    """One line of a nota: thousandths of the item's unit, and what the whole line cost before ``discount``.

    ``pack_milli`` is what one of the packs holds that the nota counts in (``pack`` is its name). ``owed`` is
    what a unit on consignment is worth to its owner once it is sold; such a line costs nothing.
    """

    item_no: int
    quantity_milli: int
    cost: int
    discount: int = 0
    pack: str = ""
    pack_milli: int = SCALE
    owed: int = 0

    @property
    def net(self) -> int:
        return self.cost - self.discount

    @property
    def count_milli(self) -> int:
        """How many packs, in thousandths."""
        return self.quantity_milli * SCALE // self.pack_milli


@dataclass(frozen=True)
class Landed:
    """A line's share of what came off the whole nota and of its freight, and what it cost with both."""

    discount: int
    freight: int
    cost: int


def landed(lines: Sequence[ReceivedLine], *, discount: int, freight: int) -> list[Landed]:
    """Spread a nota's discount and freight over its lines by value, to the last rupiah.

    Raises ValueError where there is something to spread and nothing of value to spread it over.
    """
    nets = [line.net for line in lines]
    off = split(discount, nets) if discount else [0] * len(nets)
    on = split(freight, nets) if freight else [0] * len(nets)
    return [
        Landed(line.discount + less, more, line.net - less + more)
        for line, less, more in zip(lines, off, on, strict=True)
    ]


def unit_cost(quantity_milli: int, cost: int) -> int:
    """What a unit of a line cost, half up."""
    return divide_half_up(cost * SCALE, quantity_milli)


def nota_key(nota: str) -> str:
    """A nota's number as it is compared: no spaces, no difference between small and capital letters."""
    return "".join(nota.split()).upper()


@dataclass(frozen=True)
class Owed:
    """A payable and what is left of it."""

    no: int
    due_on: date
    left: int


def allocate(amount: int, owed: Iterable[Owed]) -> list[tuple[int, int]]:
    """(payable, rupiah) in the order of their due dates until ``amount`` is used up."""
    parts = []
    for each in sorted(owed, key=lambda each: (each.due_on, each.no)):
        part = min(amount, each.left)
        if part > 0:
            parts.append((each.no, part))
            amount -= part
    return parts


AGES = ("not_due", "days_30", "days_60", "days_90", "older")


def age_of(due_on: date, today: date) -> str:
    """In which column of the ageing a payable stands: not yet due, 1-30 days late, 31-60, 61-90, more."""
    late = (today - due_on).days
    for age, last in zip(AGES, (0, 30, 60, 90), strict=False):
        if late <= last:
            return age
    return "older"


def part_of(amount: int, part_milli: int, before_milli: int, whole_milli: int) -> int:
    """What ``part_milli`` of ``whole_milli`` is worth when ``before_milli`` had gone before; parts sum to ``amount``."""

    def upto(milli: int) -> int:
        return divide_half_up(amount * milli, whole_milli)

    return upto(before_milli + part_milli) - upto(before_milli)


@dataclass(frozen=True)
class Consigned:
    """Whose goods an item is, and what he gets for a unit of it in rupiah."""

    supplier_no: int
    owed: int

    def share(self, quantity_milli: int) -> int:
        """What the owner gets for ``quantity_milli`` sold, half up."""
        return price_of(self.owed, quantity_milli)


@dataclass(frozen=True)
class ConsignedSale:
    """Goods of another that were sold (or, below zero, came back): ``amount`` is what the buyer paid for them."""

    item_no: int
    supplier_no: int
    quantity_milli: int
    amount: int
    share: int
