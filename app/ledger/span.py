"""A stretch of the books: a month or a day. Pure."""

from dataclasses import dataclass
from datetime import date

from app.foundation.dates import month_end, month_start


@dataclass(frozen=True)
class Span:
    """From ``first`` to ``last``, both included."""

    first: date
    last: date


def month_of(day: date) -> Span:
    return Span(month_start(day), month_end(day))


def day_of(day: date) -> Span:
    return Span(day, day)
