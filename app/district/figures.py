"""What one gerai, one kecamatan or the kabupaten comes to over a span of days. Pure; all money in rupiah."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from app.cash.postings import CASHIER_DEBT, INCOME, OVER, SHORT
from app.sales.postings import COSTS, DISCOUNTS, SALES

SOLD = (*SALES.values(), *DISCOUNTS.values())
ACCOUNTS = (*SOLD, *COSTS.values(), SHORT, CASHIER_DEBT, OVER, INCOME)
RECEIPTS, MEMBERS = "receipts", "members_bought"
MEASURES = (RECEIPTS, MEMBERS)


@dataclass(frozen=True)
class Figures:
    turnover: int = 0
    margin: int = 0
    receipts: int = 0
    members: int = 0
    short: int = 0
    over: int = 0
    open_shifts: int = 0
    old_shifts: int = 0
    """Open since an earlier day."""

    def __add__(self, other: "Figures") -> "Figures":
        return Figures(**{name: value + getattr(other, name) for name, value in vars(self).items()})

    @property
    def cash(self) -> int:
        """More in the drawers than written, or (negative) less."""
        return self.over - self.short


def total(parts: Iterable[Figures]) -> Figures:
    return sum(parts, Figures())


def read(
    moved: Mapping[str, tuple[int, int]], counts: Mapping[str, int], open_shifts: int, old_shifts: int
) -> Figures:
    """``moved``: account -> (debit, credit).

    A shortage is an expense until somebody decides that the cashier owes it; what a cashier pays back
    afterwards does not undo it, so only what was put to the cashier's debt counts there.
    """
    net = {account: debit - credit for account, (debit, credit) in moved.items()}
    turnover = -sum(net.get(account, 0) for account in SOLD)
    return Figures(
        turnover=turnover,
        margin=turnover - sum(net.get(account, 0) for account in COSTS.values()),
        receipts=counts.get(RECEIPTS, 0),
        members=counts.get(MEMBERS, 0),
        short=net.get(SHORT, 0) + moved.get(CASHIER_DEBT, (0, 0))[0],
        over=-net.get(OVER, 0) - net.get(INCOME, 0),
        open_shifts=open_shifts,
        old_shifts=old_shifts,
    )


@dataclass(frozen=True)
class Place:
    """One gerai and what it comes to."""

    code: str
    name: str
    kecamatan: str
    figures: Figures


@dataclass
class Area:
    """One kecamatan: its place on the map, how many villages it has, its gerai; summed when all are there."""

    code: str
    name: str
    column: int
    row: int
    villages: int
    places: list[Place] = field(default_factory=list)

    @cached_property
    def figures(self) -> Figures:
        return total(place.figures for place in self.places)
