"""The notes and coins in use, and what a count of them is worth. Pure."""

from collections.abc import Mapping

DENOMINATIONS = (100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100)
"""Rupiah in circulation (Bank Indonesia); coins of 50 and less are not handed out at a counter."""

MOST_PIECES = 100_000


def worth(pieces: Mapping[int, int]) -> int:
    """The value in rupiah of so many pieces of each denomination."""
    return sum(denomination * count for denomination, count in pieces.items())
