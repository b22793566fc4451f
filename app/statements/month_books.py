"""The books of a gerai, or of one unit of it, around one month. Pure: out of kept totals, never of postings.

All amounts are signed rupiah, debit positive. ``Books`` holds what every account stood at before the
first month it knows, and each month's debit and credit since; the statements read nothing else.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

RESULT_KINDS = frozenset(
    {"REVENUE", "COST", "EXPENSE", "MEMBER_EXPENSE", "OTHER_INCOME", "OTHER_EXPENSE", "TAX"}
)
CASH = ("1-1100", "1-1110", "1-1120", "1-1130", "1-1200")
"""Kas dan setara kas: safe, drawers, petty cash, cash on its way, and the bank."""
BETWEEN_UNITS = "1-1910"
THIS_YEAR = "3-3200"
INTO_USP, OF_USP = "1-1920", "3-1500"
"""What the cooperative has put into its savings-and-loan unit, and what that unit has of it."""

Moves = tuple[int, int]
"""Debit and credit, both positive."""


@dataclass(frozen=True)
class AccountFacts:
    """An account of the chart, as far as a statement needs it."""

    code: str
    name: str
    kind: str
    section: str
    contra: bool = False

    @property
    def is_result(self) -> bool:
        return self.kind in RESULT_KINDS


@dataclass(frozen=True)
class Stretch:
    """Whole months, from ``first`` to ``last``: both the first days of a month."""

    first: date
    last: date

    def holds(self, month: date) -> bool:
        return self.first <= month <= self.last


@dataclass(frozen=True)
class Books:
    """``before``: account -> what it stood at before all of ``months``; ``months``: month -> account -> moves.

    ``brought``: what of those moves only brought in the saldo awal, month -> account -> moves.
    """

    accounts: Mapping[str, AccountFacts]
    before: Mapping[str, int] = field(default_factory=dict)
    months: Mapping[date, Mapping[str, Moves]] = field(default_factory=dict)
    brought: Mapping[date, Mapping[str, Moves]] = field(default_factory=dict)

    def moved(self, account: str, stretch: Stretch) -> Moves:
        """Debit and credit within a stretch, what was brought in included."""
        return _sum(
            moves.get(account, (0, 0)) for month, moves in self.months.items() if stretch.holds(month)
        )

    def carried_in(self, account: str, stretch: Stretch) -> Moves:
        """What of ``moved`` was saldo awal."""
        return _sum(
            moves.get(account, (0, 0)) for month, moves in self.brought.items() if stretch.holds(month)
        )

    def flow(self, account: str, stretch: Stretch) -> Moves:
        """Debit and credit within a stretch, without what was brought in."""
        debit, credit = self.moved(account, stretch)
        brought_debit, brought_credit = self.carried_in(account, stretch)
        return debit - brought_debit, credit - brought_credit

    def change(self, account: str, stretch: Stretch) -> int:
        """Debit less credit within a stretch, without what was brought in."""
        debit, credit = self.flow(account, stretch)
        return debit - credit

    def standing(self, account: str, month: date) -> int:
        """At the end of ``month``."""
        since = (moves.get(account, (0, 0)) for each, moves in self.months.items() if each <= month)
        debit, credit = _sum(since)
        return self.before.get(account, 0) + debit - credit

    def standing_before(self, account: str, month: date) -> int:
        """When ``month`` began."""
        debit, credit = self.moved(account, Stretch(month, month))
        return self.standing(account, month) - debit + credit

    def of_sections(self, *sections: str) -> list[AccountFacts]:
        return [each for each in self.accounts.values() if each.section in sections]

    @property
    def results(self) -> list[AccountFacts]:
        """The accounts that make up the year's surplus."""
        return [each for each in self.accounts.values() if each.is_result]

    def surplus(self, stretch: Stretch) -> int:
        """What a stretch earned; positive is a surplus."""
        moves = (self.moved(each.code, stretch) for each in self.results)
        return sum(credit - debit for debit, credit in moves)

    def surplus_until(self, month: date) -> int:
        """What stands on the accounts of income and expense at the end of ``month``."""
        return -sum(self.standing(each.code, month) for each in self.results)


def year_of(month: date) -> Stretch:
    """From January to ``month``."""
    return Stretch(month.replace(month=1), month)


def only(month: date) -> Stretch:
    return Stretch(month, month)


def merged(code: str, whole: bool) -> str:
    """Within the whole cooperative what it put into its USP, and what the USP has of it, meet in one line."""
    return INTO_USP if whole and code == OF_USP else code


def _sum(moves: Iterable[Moves]) -> Moves:
    debit = credit = 0
    for more_debit, more_credit in moves:
        debit, credit = debit + more_debit, credit + more_credit
    return debit, credit
