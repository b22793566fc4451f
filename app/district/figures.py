"""What one gerai, one kecamatan or the kabupaten comes to over a span of days. Pure; all money in rupiah."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from app.cash.postings import CASHIER_DEBT, INCOME, OVER, SHORT
from app.sales.postings import COSTS, DISCOUNTS, SALES

SOLD = (*SALES.values(), *DISCOUNTS.values())
COST = tuple(COSTS.values())
ACCOUNTS = (*SOLD, *COST, SHORT, CASHIER_DEBT, OVER, INCOME)
RECEIPTS, MEMBERS = "receipts", "members_bought"
MEASURES = (RECEIPTS, MEMBERS)


class Figures(NamedTuple):
    turnover: int = 0
    cost: int = 0
    short: int = 0
    over: int = 0
    receipts: int = 0
    members: int = 0
    open_shifts: int = 0
    old_shifts: int = 0
    """Open since an earlier day."""

    @property
    def margin(self) -> int:
        return self.turnover - self.cost

    @property
    def cash(self) -> int:
        """More in the drawers than written, or (negative) less."""
        return self.over - self.short


NOTHING = Figures()


def total(parts: Iterable[Figures]) -> Figures:
    columns = list(zip(*parts, strict=True))
    return Figures(*map(sum, columns)) if columns else NOTHING


class Place(NamedTuple):
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
