"""Which money goes first, and what is left to decide of a difference. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.cash.postings import OFFICE


def allot(held: Mapping[str, int], amount: int) -> dict[str, int]:
    """Whose money leaves a drawer when ``amount`` is taken out: takings first, the largest first.

    The float of KANTOR is the change money and goes last; it also carries what the books do not hold,
    since nobody at a drawer is told what they do.
    """
    parts: dict[str, int] = {}
    takings = sorted((unit for unit in held if unit != OFFICE), key=lambda unit: (-held[unit], unit))
    for unit in takings:
        part = min(max(held[unit], 0), amount)
        if part:
            parts[unit] = part
            amount -= part
    if amount:
        parts[OFFICE] = amount
    return parts


@dataclass(frozen=True)
class Undecided:
    """What nobody has decided yet of a difference, each side for itself.

    ``over`` waits in 2-1330, ``short`` lies in 6-1700. Either is negative where a late document made
    the difference smaller than what had been decided.
    """

    over: int
    short: int

    def __bool__(self) -> bool:
        return bool(self.over or self.short)


def undecided(difference: int, *, income: int, borne: int) -> Undecided:
    """``difference`` is counted less expected; ``income`` and ``borne`` what earlier decisions took of each side."""
    return Undecided(max(difference, 0) - income, max(-difference, 0) - borne)
