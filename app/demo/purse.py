"""What a buyer hands over, and what a drawer's cash is made of. Pure."""

import random

from app.cash.denominations import DENOMINATIONS

NOTES = tuple(note for note in DENOMINATIONS if note >= 1_000)


def handed_over(due: int, chance: random.Random) -> int:
    """The exact sum, or the next full thousand, ten, fifty or hundred thousand, as people pay."""
    step = chance.choice([0, 1_000, 5_000, 10_000, 50_000, 100_000])
    return due if step == 0 else -(-due // step) * step


def pieces_of(cash: int) -> dict[int, int]:
    """``cash`` rupiah (a multiple of 100) in the fewest pieces."""
    pieces = {}
    for denomination in DENOMINATIONS:
        count, cash = divmod(cash, denomination)
        if count:
            pieces[denomination] = count
    if cash:
        raise ValueError("less than the smallest coin is left over")
    return pieces
