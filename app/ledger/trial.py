"""The trial balance: an account in a month, and the sums by section of the chart. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

Columns = tuple[int, ...]
"""Opening, movement and closing, each as debit and credit: six figures in rupiah."""


@dataclass(frozen=True)
class TrialLine:
    """One account in a month, in rupiah. ``opening`` and ``closing`` are signed: debit positive."""

    code: str
    name: str
    section: str
    opening: int
    debit: int
    credit: int

    @property
    def closing(self) -> int:
        return self.opening + self.debit - self.credit

    @property
    def columns(self) -> Columns:
        return (*_sides(self.opening), self.debit, self.credit, *_sides(self.closing))


@dataclass(frozen=True)
class Section:
    """The accounts of one section; ``name`` is the chart's word for it."""

    name: str
    lines: list[TrialLine]

    @property
    def sums(self) -> Columns:
        return sums(self.lines)


def sections(lines: Iterable[TrialLine]) -> list[Section]:
    """Lines in the order of their codes, parted where the section changes."""
    return [Section(name, list(group)) for name, group in groupby(lines, key=lambda line: line.section)]


def sums(lines: Iterable[TrialLine]) -> Columns:
    """The sum of each column. Debit equals credit in each pair, or the books are wrong."""
    columns = [line.columns for line in lines]
    return tuple(map(sum, zip(*columns, strict=True))) if columns else (0,) * 6


def _sides(amount: int) -> tuple[int, int]:
    return max(amount, 0), max(-amount, 0)
