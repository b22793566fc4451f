"""Saldo awal as one entry. Pure.

Every balance is posted in the unit it belongs to. What a unit has more than it owes it owes the office (1-1910),
so that within the office the whole stands against 3-9000: zero there means that assets are liabilities and equity.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from app.ledger.draft import Draft, Line, draft

SOURCE = "opening.opening"
OFFICE = "KANTOR"
BETWEEN_UNITS, OPENING_EQUITY = "1-1910", "3-9000"


def opening(no: int, on: date, balances: Iterable[Line]) -> Draft:
    """The opening entry out of all balances. Raises TooFewLines where there is nothing to bring in."""
    lines = [line for line in balances if line.amount]
    between = list(_between_units(lines))
    left = -unexplained(lines)
    return draft(SOURCE, no, on, [*lines, *between, Line(OPENING_EQUITY, OFFICE, left)])


def unexplained(balances: Iterable[Line]) -> int:
    """What the balances leave on 3-9000: debits less credits, in rupiah. Zero when they tie out."""
    return sum(line.amount for line in balances)


def _between_units(lines: Iterable[Line]) -> Iterable[Line]:
    nets: dict[str, int] = defaultdict(int)
    for line in lines:
        nets[line.unit] += line.amount
    for unit, net in sorted(nets.items()):
        if unit != OFFICE and net:
            yield Line(BETWEEN_UNITS, unit, -net, f"unit:{OFFICE}")
            yield Line(BETWEEN_UNITS, OFFICE, net, f"unit:{unit}")
