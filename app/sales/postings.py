"""A sale in the ledger: the whole accounting policy of the till on one page. Pure.

Turnover, discounts and cost stand apart for members and others, since SHU depends on it. Gross sales
are credited, discounts debited; the rounding of cash in the buyer's favour is an expense of its own.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from app.cash import postings as cash
from app.ledger.draft import Draft, Line, credit, debit, draft
from app.sales.basket import Payment

SOURCE = "sales.sale"
UNIT = "TOKO"
SALES = {True: "4-1100", False: "4-1110"}
DISCOUNTS = {True: "4-1190", False: "4-1191"}
COSTS = {True: "5-1100", False: "5-1110"}


def sale_lines(
    *, sale_no: int, shift_no: int, debtor_id: int, member: bool, gross: int, discount: int, payment: Payment
) -> list[Line]:
    """Money and turnover. What a told sale leaves unpaid is its sender's, what it took too much the buyer's."""
    paid_cash = payment.due_cash - payment.short
    return [
        cash.tender_line("cash", UNIT, paid_cash, cash.drawer_of(shift_no)),
        cash.tender_line("qris", UNIT, payment.non_cash, ""),
        debit(cash.CASHIER_DEBT, UNIT, payment.short, f"user:{debtor_id}"),
        credit(cash.CUSTOMER_ADVANCE, UNIT, payment.over, f"sale:{sale_no}"),
        debit(cash.ROUNDING, UNIT, -payment.rounding),
        debit(DISCOUNTS[member], UNIT, discount),
        credit(SALES[member], UNIT, gross),
    ]


def cost_lines(costs: Mapping[str, int], *, member: bool) -> Iterable[Line]:
    """What the goods cost leaves the stock: ``costs`` is stock account -> rupiah."""
    yield debit(COSTS[member], UNIT, sum(costs.values()))
    for account in sorted(costs):
        yield credit(account, UNIT, costs[account])


def sale(sale_no: int, on: date, lines: Iterable[Line]) -> Draft | None:
    """The draft of a sale; None when it moved no money and no goods of any worth."""
    kept = [line for line in lines if line.amount]
    return draft(SOURCE, sale_no, on, kept) if kept else None
