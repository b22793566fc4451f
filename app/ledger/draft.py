"""How a room describes an event to the ledger: a draft. Pure; the ledger alone writes it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.ledger.refusals import EntryUnbalanced, TooFewLines


@dataclass(frozen=True, order=True)
class Line:
    """Signed rupiah on an account: debit positive, credit negative. ``subledger`` is opaque ("shift:12")."""

    account: str
    unit: str
    amount: int
    subledger: str = ""


@dataclass(frozen=True)
class Draft:
    """An event as the ledger needs it. ``source`` and ``source_no`` are the room's own words for it."""

    source: str
    source_no: str
    occurred_on: date
    lines: tuple[Line, ...]
    reverses_no: int | None = None


def debit(account: str, unit: str, amount: int, subledger: str = "") -> Line:
    return Line(account, unit, amount, subledger)


def credit(account: str, unit: str, amount: int, subledger: str = "") -> Line:
    return Line(account, unit, -amount, subledger)


def draft(
    source: str,
    source_no: int | str,
    occurred_on: date,
    lines: Iterable[Line],
    reverses_no: int | None = None,
) -> Draft:
    """A checked draft without its zero lines. Raises EntryUnbalanced, TooFewLines."""
    kept = tuple(line for line in lines if line.amount)
    check_balanced(kept)
    return Draft(source, str(source_no), occurred_on, kept, reverses_no)


def check_balanced(lines: tuple[Line, ...]) -> None:
    """Debits equal credits, within each unit and so as a whole; at least two lines."""
    if len(lines) < 2:
        raise TooFewLines()
    sums: dict[str, int] = defaultdict(int)
    for line in lines:
        sums[line.unit] += line.amount
    for unit, difference in sorted(sums.items()):
        if difference:
            raise EntryUnbalanced(unit=unit, difference=abs(difference))
