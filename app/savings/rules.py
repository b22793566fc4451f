"""Which terms hold, and which months an amount of wajib pays. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.foundation.dates import next_month

MOST_MONTHS = 24
"""Nobody pays more than two years at once; more is a slip of the hand."""


@dataclass(frozen=True)
class Terms:
    """What is asked of each member from a day on, in rupiah."""

    valid_from: date
    pokok: int
    wajib: int


class Uneven(ValueError):
    """The amount does not make whole months."""


class NotAsked(ValueError):
    """No wajib is asked for ``month``."""

    def __init__(self, month: date) -> None:
        super().__init__(month.isoformat())
        self.month = month


def terms_on(terms: Sequence[Terms], day: date) -> Terms | None:
    """The terms of a day, of ``terms`` in the order of their days; before the first, the first hold."""
    held = [each for each in terms if each.valid_from <= day]
    return held[-1] if held else next(iter(terms), None)


def months_paid(terms: Sequence[Terms], first: date, amount: int) -> list[tuple[date, int]]:
    """(month, rupiah) from the month ``first`` on that ``amount`` pays exactly. Raises Uneven, NotAsked."""
    months: list[tuple[date, int]] = []
    month, rest = first, amount
    while rest > 0:
        held = terms_on(terms, month)
        due = held.wajib if held else 0
        if not due:
            raise NotAsked(month)
        if rest < due or len(months) == MOST_MONTHS:
            raise Uneven
        months.append((month, due))
        month, rest = next_month(month), rest - due
    return months


def price_of(terms: Sequence[Terms], first: date, months: int) -> int:
    """What so many months of wajib cost from the month ``first`` on, in rupiah."""
    total, month = 0, first
    for _ in range(months):
        held = terms_on(terms, month)
        total += held.wajib if held else 0
        month = next_month(month)
    return total
