"""How buying stands in the books. Pure.

Goods received: debit the stock account of their kind at what they cost with freight and less discount,
credit the money that paid them, the supplier (2-1100), or what is received and not yet invoiced (2-1107);
what goods sold too early really cost more (or less) goes to 5-7100, and so does what a later bill or a
credit nota differs by, as far as the goods are gone. Goods on consignment are worth nothing to the gerai:
when they are sold their owner's share is owed to him (2-1105) and only the rest is revenue (4-7100).
"""

from collections.abc import Iterable
from datetime import date

from app.cash.postings import DRAWER, SAFE, drawer_of
from app.inventory.postings import UNIT, VARIANCE, into_stock
from app.ledger.draft import Draft, Line, credit, debit, draft
from app.purchasing.rules import ConsignedSale

RECEIVING, BILL = "inventory.receiving", "purchasing.bill"
"""Receivings were inventory's once, and their entries keep that name."""
PAYMENT, RETURN, SETTLEMENT = "purchasing.payment", "purchasing.return", "purchasing.settlement"
BANK, PAYABLE, CONSIGNMENT, UNBILLED = "1-1200", "2-1100", "2-1105", "2-1107"
COMMISSION = "4-7100"
RESERVED = dict.fromkeys((PAYABLE, CONSIGNMENT, UNBILLED), "purchasing")


def of_supplier(supplier_no: int) -> str:
    return f"supplier:{supplier_no}"


def of_receiving(receiving_no: int) -> str:
    return f"receiving:{receiving_no}"


def money(paid_from: str, amount: int, *, shift_no: int | None = None, bank_no: int | None = None) -> Line:
    """Money that leaves the safe, a drawer or the bank (or, below zero, comes back)."""
    if paid_from == "safe":
        return credit(SAFE, UNIT, amount)
    if paid_from == "drawer" and shift_no is not None:
        return credit(DRAWER, UNIT, amount, drawer_of(shift_no))
    if paid_from == "bank" and bank_no is not None:
        return credit(BANK, UNIT, amount, f"bank:{bank_no}")
    raise ValueError(f"no money leaves {paid_from}")


def _draft(source: str, no: int, on: date, lines: Iterable[Line]) -> Draft | None:
    """None when nothing has a value: goods that were free and always were."""
    kept = [line for line in lines if line.amount]
    return draft(source, no, on, kept) if kept else None


def receiving(
    no: int, on: date, *, changes: Iterable[tuple[str, int]], variance: int, against: Line
) -> Draft | None:
    """``changes`` are (group, rupiah into the stock's value); with ``variance`` they are what ``against`` credits."""
    return _draft(RECEIVING, no, on, [*into_stock(changes), debit(VARIANCE, UNIT, variance), against])


def bill(
    no: int,
    on: date,
    *,
    receiving_no: int,
    supplier_no: int,
    received: int,
    amount: int,
    changes: Iterable[tuple[str, int]],
) -> Draft | None:
    """What was received and not invoiced is owed now; what the bill differs by goes into the stock that is left."""
    into = into_stock(changes)
    rest = amount - received - sum(line.amount for line in into)
    return _draft(
        BILL,
        no,
        on,
        [
            debit(UNBILLED, UNIT, received, of_receiving(receiving_no)),
            *into,
            debit(VARIANCE, UNIT, rest),
            credit(PAYABLE, UNIT, amount, of_supplier(supplier_no)),
        ],
    )


def payment(no: int, on: date, *, supplier_no: int, amount: int, paid: Line) -> Draft:
    return draft(PAYMENT, no, on, [debit(PAYABLE, UNIT, amount, of_supplier(supplier_no)), paid])


def goods_return(
    no: int, on: date, *, costs: Iterable[tuple[str, int]], credited: int, against: Line
) -> Draft | None:
    """``costs`` are (group, rupiah out of the stock's value); ``against`` takes the credit."""
    out = into_stock((group, -cost) for group, cost in costs)
    difference = -credited - sum(line.amount for line in out)
    return _draft(RETURN, no, on, [against, *out, debit(VARIANCE, UNIT, difference)])


def consigned_lines(sold: Iterable[ConsignedSale]) -> list[Line]:
    """For the entry of a sale: each owner's share is owed, the rest of what the buyer paid is commission.

    The selling room credits no turnover for these lines. Returns carry negative figures.
    """
    shares: dict[int, int] = {}
    commission = 0
    for each in sold:
        shares[each.supplier_no] = shares.get(each.supplier_no, 0) + each.share
        commission += each.amount - each.share
    owed = [credit(CONSIGNMENT, UNIT, shares[no], of_supplier(no)) for no in sorted(shares)]
    return [line for line in (*owed, credit(COMMISSION, UNIT, commission)) if line.amount]


def settlement(no: int, on: date, *, supplier_no: int, missing: int, paid: Iterable[Line]) -> Draft | None:
    """The gerai answers for what is missing (5-7100), and pays the owner."""
    money_out = list(paid)
    settled = -sum(line.amount for line in money_out)
    owner = of_supplier(supplier_no)
    return _draft(
        SETTLEMENT,
        no,
        on,
        [
            debit(VARIANCE, UNIT, missing),
            credit(CONSIGNMENT, UNIT, missing, owner),
            debit(CONSIGNMENT, UNIT, settled, owner),
            *money_out,
        ],
    )
