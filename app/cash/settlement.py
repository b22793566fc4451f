"""Which takings a line of the bank most likely is. Pure; a person confirms it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.foundation.money import divide_half_up, split

BASIS = 10_000
LONGEST_SPAN = 7
LARGEST_FEE = 500
"""Basis points: what a provider keeps is never more than five percent of the takings."""
PER_DAY = 100
"""Rupiah a day by which a provider's own rounding may differ from ours when a match is suggested."""
_FEE = re.compile(r"\b(adm|admin|administrasi|biaya|fee|charge|materai|pajak)\b", re.IGNORECASE)
_INTEREST = re.compile(r"\b(bunga|jasa giro|bagi hasil|interest)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Takings:
    """What one day took in one kind and has not yet reached the bank, by unit."""

    on: date
    by_unit: Mapping[str, int]

    @property
    def amount(self) -> int:
        return sum(self.by_unit.values())


@dataclass(frozen=True)
class Suggestion:
    """``kind`` of the match, and what it rests on: days of takings, a transfer, or an entry."""

    kind: str
    days: tuple[date, ...] = ()
    transfer_no: int | None = None
    entry_no: int | None = None


def mdr(gross: int, basis_points: int) -> int:
    """What the provider of QRIS keeps of ``gross`` rupiah."""
    return divide_half_up(gross * basis_points, BASIS)


def span_for(amount: int, on: date, takings: Sequence[Takings], basis_points: int) -> tuple[date, ...]:
    """The run of days, not after ``on``, whose takings less the fee come to ``amount``; empty when none does.

    An exact run is taken before one that only differs by the provider's own rounding, a later one first.
    """
    days = [each for each in takings if each.on <= on]
    near: tuple[date, ...] = ()
    for end in range(len(days), 0, -1):
        for begin in range(end - 1, max(end - 1 - LONGEST_SPAN, -1), -1):
            run = days[begin:end]
            gross = sum(each.amount for each in run)
            off = abs(gross - mdr(gross, basis_points) - amount)
            if off == 0:
                return tuple(each.on for each in run)
            if not near and basis_points and off <= PER_DAY * len(run) and gross >= amount:
                near = tuple(each.on for each in run)
    return near


def is_fee(description: str) -> bool:
    return _FEE.search(description) is not None


def is_interest(description: str) -> bool:
    return _INTEREST.search(description) is not None


def fees_by_unit(by_unit: Mapping[str, int], fee: int) -> dict[str, int]:
    """The fee over the units that took the money, by largest remainder; all of it on the largest when some gave back."""
    units = sorted(by_unit)
    if not fee:
        return {}
    if min(by_unit.values()) < 0:
        return {max(units, key=lambda unit: by_unit[unit]): fee}
    return dict(zip(units, split(fee, [by_unit[unit] for unit in units]), strict=True))
