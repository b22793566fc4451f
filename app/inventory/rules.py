"""What an adjustment and a count may say. Pure."""

from dataclasses import dataclass

REASONS = ("damaged", "expired", "lost", "own_use", "found")
FOUND = "found"
CONTAINER_REASONS = ("counted", "lost", "damaged", "bought", "sold")
SECOND_LOOK = 50_000
"""Rupiah. A difference worth more is counted again by another person, unless the session says otherwise."""


def fits(quantity_milli: int, decimals: int) -> bool:
    """Whether an item of so many decimals can have this quantity: pieces are whole."""
    return quantity_milli > 0 and quantity_milli % 10 ** (3 - decimals) == 0


def change_of(reason: str, quantity_milli: int) -> int:
    """What is found comes in, everything else goes out."""
    return quantity_milli if reason == FOUND else -quantity_milli


def forfeited(deposit: int, lent: int, gone: int) -> int:
    """The deposits of ``gone`` out of ``lent`` containers, in rupiah; the last one takes all that is left."""
    return deposit * min(gone, lent) // lent if lent > 0 else 0


@dataclass(frozen=True)
class Look:
    """One tally of an item: which look it was, what was counted and what the books held then, and by whom."""

    look: int
    counted_milli: int
    book_milli: int
    counted_by: int

    @property
    def difference_milli(self) -> int:
        """Counted less what the books held at that moment: what was sold since does not matter."""
        return self.counted_milli - self.book_milli


def needs_second_look(worth: int, threshold: int, last: Look) -> bool:
    """Whether a difference of ``worth`` rupiah (signed) is too large to rest on one person's count."""
    return last.look == 1 and last.difference_milli != 0 and abs(worth) > threshold
