"""A month of days as a wall calendar shows it, each with what was sold. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from app.foundation.dates import month_end, month_start
from app.foundation.money import divide_half_up


@dataclass(frozen=True)
class Day:
    """``sold`` in rupiah, None where nothing was; ``can_open`` where the gerai was there and the day has come."""

    on: date
    sold: int | None
    can_open: bool

    @property
    def thousands(self) -> int:
        return divide_half_up(self.sold or 0, 1000)


def weeks(month: date, sold: Mapping[date, int], first: date, last: date) -> list[list[Day | None]]:
    """The month's weeks from Monday to Sunday; None stands for a day of another month."""
    start, end = month_start(month), month_end(month)
    day = start - timedelta(days=start.weekday())
    found: list[list[Day | None]] = []
    while day <= end:
        week = [day + timedelta(days=step) for step in range(7)]
        found.append(
            [
                Day(each, sold.get(each), first <= each <= last) if start <= each <= end else None
                for each in week
            ]
        )
        day += timedelta(days=7)
    return found
