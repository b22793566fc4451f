"""How a basket is paid: cash, QRIS, transfer and bon together, rounding, change. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.sales import refusals
from app.sales.request import SaleRequest, TenderRequest
from app.sales.verdict import Verdict

CASH_STEP = 100
"""Cash is rounded down to this many rupiah, in the buyer's favour: smaller coins are not to be had."""


@dataclass(frozen=True)
class Payment:
    """How the basket is paid, in rupiah. ``due_cash`` is the cash part after rounding.

    ``owed_by`` is the member whose bon pays ``bon`` of it.
    """

    rounding: int
    due_cash: int
    given_cash: int
    qris: int
    transfer: int
    bon: int
    over: int
    short: int
    owed_by: int | None = None

    @property
    def change(self) -> int:
        return max(0, self.given_cash - self.due_cash)

    @property
    def paid_cash(self) -> int:
        """What stays in the drawer."""
        return self.due_cash - self.short


@dataclass(frozen=True)
class Debtor:
    """Whoever may pay on bon: a number of the register, and the room that is left in rupiah."""

    member_no: int
    room: int


def settle(
    order: SaleRequest, total: int, verdict: Verdict, *, deposit: int = 0, debtor: Debtor | None = None
) -> Payment:
    """How ``total`` and ``deposit`` are paid. Raises an asked sale's objections about total, rounding and tenders."""
    if order.total is not None and order.total != total:
        verdict.object(refusals.TotalDiffers(total=total, told=order.total))
    if order.deposit is not None and order.deposit != deposit:
        verdict.object(refusals.DepositDiffers(deposit=deposit, told=order.deposit))
    given, qris, transfer = (_sum(order.tenders, kind) for kind in ("cash", "qris", "transfer"))
    bon = _bon(order, debtor, verdict)
    due = total + deposit
    non_cash = qris + transfer + bon
    over = max(0, non_cash - due)
    if over:
        verdict.object(refusals.TenderOver(over=over))
    cash_part = max(0, due - non_cash)
    rounding = _rounding(order, cash_part, verdict)
    due_cash = cash_part + rounding
    short = max(0, due_cash - given)
    if short:
        verdict.object(refusals.TenderShort(short=short))
    owed_by = debtor.member_no if debtor and bon else None
    return Payment(rounding, due_cash, given, qris, transfer, bon, over, short, owed_by)


def _bon(order: SaleRequest, debtor: Debtor | None, verdict: Verdict) -> int:
    """What goes on the bon. A told one that nobody of the register owes becomes the sender's, as money missing."""
    bon = _sum(order.tenders, "bon")
    if not bon:
        return 0
    if debtor is None:
        verdict.object(refusals.BonNeedsMember())
        return 0
    if bon > debtor.room:
        verdict.object(refusals.BonOverLimit(left=max(0, debtor.room), bon=bon))
    return bon


def _rounding(order: SaleRequest, cash_part: int, verdict: Verdict) -> int:
    pays_cash = any(tender.kind == "cash" for tender in order.tenders)
    rounding = -(cash_part % CASH_STEP) if pays_cash else 0
    if order.rounding is None or order.rounding == rounding:
        return rounding
    verdict.object(refusals.RoundingDiffers(rounding=rounding, told=order.rounding))
    return max(order.rounding, -cash_part)


def _sum(tenders: Sequence[TenderRequest], kind: str) -> int:
    return sum(tender.amount for tender in tenders if tender.kind == kind)
