"""A sale in the ledger: the whole accounting policy of the till on one page. Pure.

Turnover, discounts and cost stand apart for members and others, since SHU depends on it. Gross sales
are credited, discounts debited; the rounding of cash in the buyer's favour is an expense of its own.
Of goods on consignment the supplier's part is owed to the supplier and only the rest, the commission, is
revenue. Deposits for containers are paid with the goods and never turnover: they are owed back.
What comes back is the same lines the other way round, under the same accounts.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from app.cash import postings as cash
from app.ledger.draft import Draft, Line, credit, debit, draft
from app.receivables import postings as bon
from app.sales.payment import Payment

SOURCE, VOID, RETURN = "sales.sale", "sales.void", "sales.return"
UNIT = "TOKO"
SALES = {True: "4-1100", False: "4-1110"}
DISCOUNTS = {True: "4-1190", False: "4-1191"}
COSTS = {True: "5-1100", False: "5-1110"}
COMMISSION, CONSIGNED, DEPOSITS = "4-7100", "2-1105", "2-1315"
VARIANCE = "5-7100"
TURNOVER = (*SALES.values(), *DISCOUNTS.values(), COMMISSION, CONSIGNED)
"""The accounts between which the price of what was sold is divided."""


@dataclass(frozen=True)
class Figures:
    """What goods went for, in rupiah: own goods gross and the discount on them, what suppliers are owed and the
    commission on theirs, deposits by container, and cost by stock account."""

    member: bool
    gross: int = 0
    discount: int = 0
    commission: int = 0
    owed: Mapping[int, int] = field(default_factory=dict)
    deposits: Mapping[int, int] = field(default_factory=dict)
    costs: Mapping[str, int] = field(default_factory=dict)


def goods_lines(figures: Figures) -> list[Line]:
    """Turnover, what others have in it, deposits and cost."""
    costs, member = figures.costs, figures.member
    return [
        debit(DISCOUNTS[member], UNIT, figures.discount),
        credit(SALES[member], UNIT, figures.gross),
        credit(COMMISSION, UNIT, figures.commission),
        *(credit(CONSIGNED, UNIT, owed, f"supplier:{no}") for no, owed in sorted(figures.owed.items())),
        *(credit(DEPOSITS, UNIT, paid, f"container:{no}") for no, paid in sorted(figures.deposits.items())),
        debit(COSTS[member], UNIT, sum(costs.values())),
        *(credit(account, UNIT, costs[account]) for account in sorted(costs)),
    ]


def money_lines(*, sale_no: int, shift_no: int, debtor_id: int, payment: Payment) -> list[Line]:
    """Money taken. What a told sale leaves unpaid is its sender's, what it took too much the buyer's."""
    return [
        *tender_lines(
            shift_no,
            {"cash": payment.paid_cash, "qris": payment.qris, "transfer": payment.transfer},
        ),
        *([bon.charge_line(payment.owed_by, payment.bon)] if payment.owed_by else []),
        debit(cash.CASHIER_DEBT, UNIT, payment.short, f"user:{debtor_id}"),
        credit(cash.CUSTOMER_ADVANCE, UNIT, payment.over, f"sale:{sale_no}"),
        debit(cash.ROUNDING, UNIT, -payment.rounding),
    ]


def tender_lines(shift_no: int, amounts: Mapping[str, int]) -> list[Line]:
    """Kinds of money with what came in by each; negative is given back."""
    drawer = cash.drawer_of(shift_no)
    return [cash.tender_line(kind, UNIT, amount, drawer) for kind, amount in amounts.items()]


def refund_lines(
    *, shift_no: int, money: Mapping[str, int], owed_by: int | None, bon_amount: int, rounding: int
) -> list[Line]:
    """What the buyer gets back, ``money`` by kind; ``rounding`` is what it is more than the goods were sold for."""
    return [
        *tender_lines(shift_no, {kind: -amount for kind, amount in money.items()}),
        *([bon.charge_line(owed_by, -bon_amount)] if owed_by else []),
        debit(cash.ROUNDING, UNIT, rounding),
    ]


def mirrored(lines: Iterable[Line]) -> list[Line]:
    return [Line(line.account, line.unit, -line.amount, line.subledger) for line in lines]


def variance_lines(variances: Mapping[str, int]) -> list[Line]:
    """Goods come back at the cost they left with; where stock had gone below zero, part of it is no stock value."""
    return [
        *(credit(account, UNIT, variances[account]) for account in sorted(variances)),
        debit(VARIANCE, UNIT, sum(variances.values())),
    ]


def document(source: str, no: int, on: date, lines: Iterable[Line]) -> Draft | None:
    """The draft of a sale or of what came back; None when it moved no money and no goods of any worth."""
    kept = [line for line in lines if line.amount]
    return draft(source, no, on, kept) if kept else None
