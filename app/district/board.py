"""The first page put together: areas with their gerai, sorted and filtered, and what needs attention."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time
from functools import cached_property
from typing import Any

from app.district import queries
from app.district.figures import Area, Figures, Place, total
from app.district.span import Span
from app.foundation.dates import JAKARTA

SORTS = ("name", "turnover", "margin", "receipts", "members", "cash", "open_shifts")
MOST_WARNED = 5
WORTH_A_WARNING = 10_000
"""Rupiah missing from a gerai's drawers; less is change that was miscounted."""


@dataclass(frozen=True)
class Board:
    areas: list[Area]
    chosen: Area | None

    @cached_property
    def places(self) -> list[Place]:
        shown = [self.chosen] if self.chosen else self.areas
        return [place for area in shown for place in area.places]

    @cached_property
    def figures(self) -> Figures:
        return total(place.figures for place in self.places)

    @property
    def short(self) -> list[Place]:
        """Where money is missing, the most first."""
        found = [place for place in self.places if place.figures.cash <= -WORTH_A_WARNING]
        return sorted(found, key=lambda place: place.figures.cash)[:MOST_WARNED]

    @property
    def left_open(self) -> list[Place]:
        """Where a shift stands open since an earlier day."""
        found = [place for place in self.places if place.figures.old_shifts]
        return sorted(found, key=lambda place: -place.figures.old_shifts)[:MOST_WARNED]

    @property
    def silent(self) -> int:
        """How many gerai sold nothing."""
        return sum(not place.figures.receipts for place in self.places)


def board(span: Span, today: datetime, kecamatan: str = "") -> Board:
    """All areas and gerai with their figures. ``today``: now, in Jakarta."""
    areas = {row[0]: Area(*row) for row in queries.areas()}
    moved, counts = queries.moved(span), queries.counts(span)
    shifts = queries.open_shifts(datetime.combine(today.date(), time(), JAKARTA))
    for gerai_id, code, name, in_area in queries.places():
        area = areas[in_area]
        figures = Figures(
            *moved.get(gerai_id, (0, 0, 0, 0)), *counts.get(gerai_id, (0, 0)), *shifts.get(gerai_id, (0, 0))
        )
        area.places.append(Place(code, name, area.name, figures))
    return Board(list(areas.values()), areas.get(kecamatan))


def ranked(rows: Iterable[Any], sort: str, upwards: bool) -> list[Any]:
    """Areas or places in the order of a column; names break ties."""
    by_name = sorted(rows, key=lambda row: row.name)
    if sort == "name":
        return by_name if upwards else by_name[::-1]
    return sorted(by_name, key=lambda row: getattr(row.figures, sort), reverse=not upwards)


def levels(areas: Iterable[Area]) -> dict[str, int]:
    """How dark each tile is, 0 to 4: in quarters of the kecamatan that sold most."""
    sold = {area.code: area.figures.turnover for area in areas}
    most = max(sold.values(), default=0)
    return {code: -(-4 * max(amount, 0) // most) if most > 0 else 0 for code, amount in sold.items()}
