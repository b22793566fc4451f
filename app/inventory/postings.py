"""How stock stands in the books. Pure.

Goods damaged, expired, lost, found, used by the gerai itself or missing when they were counted: 5-7100
against their stock account. The deposit for a container is owed to whoever brings it back (2-1315), and
kept as other income when nobody will. What goods cost that came in is purchasing's.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from app.cash.postings import DRAWER, drawer_of
from app.ledger.draft import Draft, Line, credit, debit, draft

ADJUSTMENT, COUNT = "inventory.adjustment", "inventory.count"
CONTAINER_RETURN, CONTAINER_CORRECTION = "inventory.container_return", "inventory.container_correction"
UNIT = "TOKO"
STOCK_ACCOUNTS = {"sembako": "1-1500", "subsidised": "1-1520", "produce": "1-1530"}
VARIANCE, DEPOSITS, OTHER_INCOME = "5-7100", "2-1315", "7-1900"
RESERVED = {**dict.fromkeys(STOCK_ACCOUNTS.values(), "inventory"), DEPOSITS: "inventory"}


def stock_account(group: str) -> str:
    """The account an item's stock stands on, by the item's group."""
    return STOCK_ACCOUNTS[group]


def into_stock(changes: Iterable[tuple[str, int]]) -> list[Line]:
    """One debit for each stock account, out of (group, signed rupiah)."""
    sums: dict[str, int] = defaultdict(int)
    for group, amount in changes:
        sums[stock_account(group)] += amount
    return [debit(account, UNIT, amount) for account, amount in sorted(sums.items())]


def _balanced(source: str, no: int, on: date, lines: Iterable[Line]) -> Draft | None:
    """None when nothing has a value: goods that were free and always were."""
    kept = [line for line in lines if line.amount]
    return draft(source, no, on, kept) if kept else None


def adjustment(no: int, on: date, *, group: str, change: int) -> Draft | None:
    """``change`` is what the stock's value moved by: below zero it is an expense."""
    return _balanced(ADJUSTMENT, no, on, [*into_stock([(group, change)]), debit(VARIANCE, UNIT, -change)])


def count(no: int, on: date, *, changes: Iterable[tuple[str, int]]) -> Draft | None:
    """All differences of a session at once: ``changes`` are (group, signed rupiah of the stock's value)."""
    lines = into_stock(changes)
    return _balanced(COUNT, no, on, [*lines, debit(VARIANCE, UNIT, -sum(line.amount for line in lines))])


def deposit(container_no: int, amount: int) -> Line:
    """A deposit taken for a container that goes out (or, below zero, given back)."""
    return credit(DEPOSITS, UNIT, amount, f"container:{container_no}")


def container_return(
    no: int, on: date, container_no: int, shift_no: int, *, refund: int, kept: int
) -> Draft | None:
    """Deposits go back out of the drawer; what nobody can claim any more is other income."""
    lines = [deposit(container_no, -refund - kept), credit(OTHER_INCOME, UNIT, kept)]
    return _balanced(CONTAINER_RETURN, no, on, [*lines, credit(DRAWER, UNIT, refund, drawer_of(shift_no))])


def container_correction(no: int, on: date, container_no: int, *, kept: int) -> Draft | None:
    """Containers that will not come back leave their deposit to the gerai."""
    return _balanced(
        CONTAINER_CORRECTION, no, on, [deposit(container_no, -kept), credit(OTHER_INCOME, UNIT, kept)]
    )
