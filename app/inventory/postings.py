"""How stock stands in the books. Pure.

Goods received: debit the stock account of their kind, credit the safe or what is received and not yet
invoiced; what goods sold too early really cost more (or less) goes to 5-7100. Goods damaged, expired,
lost, found or used by the gerai itself: 5-7100 against their stock account.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from app.ledger.draft import Draft, Line, credit, debit, draft

RECEIVING, ADJUSTMENT = "inventory.receiving", "inventory.adjustment"
UNIT = "TOKO"
STOCK_ACCOUNTS = {"sembako": "1-1500", "subsidised": "1-1520", "produce": "1-1530"}
SAFE, UNBILLED, VARIANCE = "1-1100", "2-1107", "5-7100"


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


def receiving(
    no: int, on: date, *, paid_from: str, changes: Iterable[tuple[str, int]], variance: int, cost: int
) -> Draft | None:
    """``changes`` are (group, rupiah into the stock's value); with ``variance`` they make up ``cost``."""
    paid = (
        credit(SAFE, UNIT, cost) if paid_from == "safe" else credit(UNBILLED, UNIT, cost, f"receiving:{no}")
    )
    return _balanced(RECEIVING, no, on, [*into_stock(changes), debit(VARIANCE, UNIT, variance), paid])


def adjustment(no: int, on: date, *, group: str, change: int) -> Draft | None:
    """``change`` is what the stock's value moved by: below zero it is an expense."""
    return _balanced(ADJUSTMENT, no, on, [*into_stock([(group, change)]), debit(VARIANCE, UNIT, -change)])
