"""What is still open of a bon, and how old it is. Pure.

A credit takes back its own charge; payments settle the oldest charges first. The age of a charge is
counted in days from the day it was made; after 30 days it is overdue.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

TERM_DAYS = 30
BUCKETS = (30, 60, 90)
"""The last day of each age but the oldest: 0-30, 31-60, 61-90, more than 90."""


@dataclass(frozen=True)
class Movement:
    """One movement of a bon; ``against_no`` is the charge that a credit takes back."""

    no: int
    kind: str
    moved_on: date
    amount: int
    against_no: int | None = None


@dataclass(frozen=True)
class OpenCharge:
    """A charge with what is still open of it, in rupiah."""

    no: int
    moved_on: date
    amount: int
    left: int


def open_charges(movements: Iterable[Movement]) -> list[OpenCharge]:
    """The charges that are not settled, oldest first."""
    rows = list(movements)
    taken_back: dict[int, int] = {}
    for row in rows:
        if row.against_no is not None:
            taken_back[row.against_no] = taken_back.get(row.against_no, 0) + row.amount
    paid = sum(row.amount for row in rows if row.kind == "payment")
    found = []
    for row in sorted((row for row in rows if row.kind == "charge"), key=lambda row: (row.moved_on, row.no)):
        owed = row.amount - taken_back.get(row.no, 0)
        settled = min(owed, paid)
        paid -= settled
        if owed > settled:
            found.append(OpenCharge(row.no, row.moved_on, row.amount, owed - settled))
    return found


def ageing(charges: Iterable[OpenCharge], on: date) -> list[int]:
    """What is open in each age, in rupiah: 0-30, 31-60, 61-90, more than 90 days."""
    sums = [0] * (len(BUCKETS) + 1)
    for charge in charges:
        sums[bucket((on - charge.moved_on).days)] += charge.left
    return sums


def bucket(days: int) -> int:
    """The place of an age in the list of ages."""
    return sum(days > last for last in BUCKETS)


def overdue(ages: list[int]) -> int:
    """What is older than the term, in rupiah."""
    return sum(ages[1:])
