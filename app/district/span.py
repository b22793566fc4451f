"""The days a page speaks of. Pure."""

from dataclasses import dataclass
from datetime import date, timedelta

TODAY, YESTERDAY, MONTH = "today", "yesterday", "month"
SPANS = (TODAY, YESTERDAY, MONTH)


@dataclass(frozen=True)
class Span:
    """``first`` and ``last`` are days of the books; a month's first is that of the month."""

    key: str
    first: date
    last: date

    @property
    def is_month(self) -> bool:
        return self.key == MONTH


def span_of(key: str, today: date) -> Span:
    """The span of a word out of the address; today for any other word."""
    if key == YESTERDAY:
        day = today - timedelta(days=1)
        return Span(key, day, day)
    if key == MONTH:
        return Span(key, today.replace(day=1), today)
    return Span(TODAY, today, today)
