"""Whose hands do what: the gerai of one example, its exercise book, and the moment it is."""

from typing import Any, ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine

from tests import shop
from tests.sales.counter import CHIPS, Counter
from tests.stories.plain_books import (
    PRICES,
    PlainBooks,
)
from tests.village import MORNING

items = st.sampled_from(sorted(PRICES))
own_items = st.sampled_from(sorted(set(PRICES) - {CHIPS}))
sums = st.integers(1, 300_000)
hundreds = st.integers(1, 500).map(lambda pieces: pieces * 100)
EXPLAINED = "Dihitung apa adanya"


def in_units(item: int, eighths: int) -> int:
    """Thousandths: eggs by the eighth of a kilogram, everything else by the piece."""
    return eighths * (125 if item == shop.EGGS else 1_000)


class Hands(RuleBasedStateMachine):
    """What all rules share."""

    till: ClassVar[Counter]
    makmur: ClassVar[int]

    def __init__(self) -> None:
        super().__init__()
        self.books, self.at, self.notas = PlainBooks(), MORNING, 0
        self.bought: list[tuple[int, int, int]] = []

    def by(self, who: str, reference: str | None = None) -> Any:
        return self.till.village.occasion(who, self.at, reference)
