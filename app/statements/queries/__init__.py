"""The questions of a gerai's day and month: from totals, counts and documents, never from scans of postings."""

from app.statements.queries.closing import Closed, closed, units_used
from app.statements.queries.day import (
    Backs,
    Takings,
    backs,
    below_zero,
    consigned,
    day_counts,
    figures,
    head,
    latest_entries,
    sold_out,
    takings,
    turnovers,
)
from app.statements.queries.month import books, standings

__all__ = [
    "Backs",
    "Closed",
    "Takings",
    "backs",
    "below_zero",
    "books",
    "closed",
    "consigned",
    "day_counts",
    "figures",
    "head",
    "latest_entries",
    "sold_out",
    "standings",
    "takings",
    "turnovers",
    "units_used",
]
