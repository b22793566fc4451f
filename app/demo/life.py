"""What every demo gerai's life is told with: who acts, when, and how busy the place is."""

import random
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from uuid import UUID

from app.books import DISTRICT
from app.books.book import Occasion
from app.catalog.seeds import Good
from app.foundation.dates import JAKARTA


@dataclass(frozen=True)
class Character:
    """How one gerai is: its days in baskets, its shelves in goods, and how carefully it is kept.

    ``care`` is the chance that a thing which should be done is done: counting right, closing the month.
    """

    baskets: int
    goods: int
    registers: tuple[str, ...] = ("A",)
    care: float = 0.95
    qris: float = 0.15
    members: int = 8


@dataclass
class Life:
    """One gerai while its life is told. ``random`` decides everything, so a seed makes it again."""

    now: datetime
    random: random.Random
    code: str
    cooperative: str
    character: Character
    first: date
    gerai_id: int = 0
    users: dict[str, int] = field(default_factory=dict)
    items: list[tuple[int, Good]] = field(default_factory=list)
    receipts: dict[str, int] = field(default_factory=dict)
    candidates: list[int] = field(default_factory=list)
    members: list[int] = field(default_factory=list)
    trusted: list[int] = field(default_factory=list)
    """Members who may buy on bon; ``bon`` is what each of them owes, in rupiah."""
    bon: dict[int, int] = field(default_factory=dict)
    suppliers: list[int] = field(default_factory=list)
    last_sale: tuple[int, str] | None = None
    """The last sale of the shift before, and the quantity of its first line."""

    @property
    def today(self) -> date:
        return self.now.astimezone(JAKARTA).date()

    @cached_property
    def weights(self) -> list[int]:
        """How often each item is wanted."""
        return [good.weekly for _, good in self.items]

    @property
    def days(self) -> list[date]:
        """From the first day to today."""
        return [self.first + timedelta(days=n) for n in range((self.today - self.first).days + 1)]

    def by(self, who: str, at: datetime, *, district: bool = False) -> Occasion:
        reference = str(UUID(int=self.random.getrandbits(128), version=4))
        return Occasion(DISTRICT if district else self.gerai_id, self.users[who], at, reference)

    def chance(self, of: float) -> bool:
        return self.random.random() < of


def moment(day: date, hour: int, minute: int = 0) -> datetime:
    """A time of day in Jakarta, as UTC."""
    return datetime.combine(day, time(hour, minute), JAKARTA).astimezone(UTC)
