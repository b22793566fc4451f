"""What the months of a book wait for next. Pure; the acts check again under the lock."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol, TypeVar

from app.foundation.dates import next_month


class Month(Protocol):
    """A period, as far as these questions go."""

    @property
    def starts_on(self) -> date: ...
    @property
    def ends_on(self) -> date: ...
    @property
    def state(self) -> str: ...


M = TypeVar("M", bound=Month)


def to_open(months: Sequence[Month], today: date) -> date | None:
    """The month after the last one, up to one month ahead of today."""
    last = max((month.starts_on for month in months), default=None)
    following = next_month(last) if last else None
    return following if following and following <= next_month(today) else None


def to_close(months: Sequence[M], today: date) -> M | None:
    """The earliest open month, once it is over."""
    earliest = min((m for m in months if m.state == "open"), key=lambda m: m.starts_on, default=None)
    return earliest if earliest and earliest.ends_on < today else None


def to_reopen(months: Sequence[M]) -> M | None:
    """The last month that is not open, unless it is locked."""
    latest = max((m for m in months if m.state != "open"), key=lambda m: m.starts_on, default=None)
    return latest if latest and latest.state == "closed" else None
