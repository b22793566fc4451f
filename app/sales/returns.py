"""What comes back of a sale, and what the buyer gets for it. Pure.

Every part of a line takes its share of the price, discount, cost, deposits and what its supplier is owed,
each the difference of two rounded sums: how much all that has come back by now is worth, less how much it was
worth before. So the parts always sum to the line, in whatever pieces and order it comes back.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.foundation.money import divide_half_up
from app.foundation.quantity import SCALE
from app.sales import refusals
from app.sales.payment import CASH_STEP
from app.sales.request import BackLine, TenderRequest


@dataclass(frozen=True)
class SoldLine:
    """A line as it was sold, and ``back_milli``, what of it had come back before."""

    line: int
    item_no: int | None
    group: str | None
    name: str
    unit: str
    quantity_milli: int
    stock_milli: int
    unit_price: int
    discount: int
    amount: int
    cost: int
    supplier_no: int | None
    owed: int
    container_no: int | None
    empties: int
    deposits: int
    deposit: int
    back_milli: int = 0

    @property
    def left_milli(self) -> int:
        return self.quantity_milli - self.back_milli

    @property
    def is_whole(self) -> bool:
        """Whether it was sold in whole pieces, and comes back so."""
        return self.quantity_milli % SCALE == 0 and self.stock_milli % SCALE == 0


@dataclass(frozen=True)
class Part:
    """What comes back of one line now, and its share of everything."""

    sold: SoldLine
    quantity_milli: int
    stock_milli: int
    discount: int
    amount: int
    cost: int
    owed: int
    empties: int
    deposits: int
    deposit: int


def part_of(sold: SoldLine, quantity_milli: int) -> Part:
    def share(whole: int) -> int:
        before, after = sold.back_milli, sold.back_milli + quantity_milli
        return _up_to(whole, after, sold.quantity_milli) - _up_to(whole, before, sold.quantity_milli)

    return Part(
        sold,
        quantity_milli,
        share(sold.stock_milli),
        share(sold.discount),
        share(sold.amount),
        share(sold.cost),
        share(sold.owed),
        share(sold.empties),
        share(sold.deposits),
        share(sold.deposit),
    )


def _up_to(whole: int, milli: int, of_milli: int) -> int:
    return divide_half_up(whole * milli, of_milli)


def parts_of(
    lines: Sequence[SoldLine], wanted: Sequence[BackLine], piecewise: Mapping[int, bool]
) -> list[Part]:
    """``piecewise`` says of an item whether it comes in pieces only.

    Raises NothingReturned, LineUnknown, QuantityNotWhole, ReturnedTooMuch.
    """
    if not wanted:
        raise refusals.NothingReturned()
    by_line = {line.line: line for line in lines}
    return [_checked(by_line, back, piecewise) for back in wanted]


def _checked(by_line: Mapping[int, SoldLine], back: BackLine, piecewise: Mapping[int, bool]) -> Part:
    sold = by_line.get(back.line)
    if sold is None:
        raise refusals.LineUnknown(line=back.line)
    if sold.is_whole and piecewise.get(sold.item_no or 0, False) and back.quantity_milli % SCALE:
        raise refusals.QuantityNotWhole(item=sold.name, unit=sold.unit, line=back.line)
    if back.quantity_milli > sold.left_milli:
        raise refusals.ReturnedTooMuch(item=sold.name, unit=sold.unit, line=back.line, left=sold.left_milli)
    return part_of(sold, back.quantity_milli)


@dataclass(frozen=True)
class Account:
    """The money of a sale: what was paid by kind, what has been given back by kind, and what it was worth by then.

    ``worth`` is what all that came back before was sold for, with its deposits; ``owed`` what the buyer's bon
    stands at now.
    """

    paid: int
    by_kind: Mapping[str, int]
    back_by_kind: Mapping[str, int]
    worth: int
    owed: int

    @property
    def refunded(self) -> int:
        return sum(self.back_by_kind.values())

    def left(self, kind: str) -> int:
        return max(0, self.by_kind.get(kind, 0) - self.back_by_kind.get(kind, 0))


def due(account: Account, worth: int, *, complete: bool) -> int:
    """What the buyer is due for goods worth so much, before cash is rounded; never more than was paid in all."""
    target = account.paid if complete else min(account.worth + worth, account.paid)
    return max(0, target - account.refunded)


def refund(
    account: Account, amount: int, asked: Sequence[TenderRequest], prefer: str = "cash"
) -> dict[str, int]:
    """How ``amount`` is given back, by kind: what is still open of the sale's bon comes off the bon.

    Then by QRIS or transfer as far as it is asked (or preferred) and was paid so, the rest in cash, rounded up in
    the buyer's favour. Raises RefundDiffers where what was asked is not that.
    """
    wanted = {
        kind: sum(t.amount for t in asked if t.kind == kind) for kind in ("bon", "qris", "transfer", "cash")
    }
    if not asked and prefer in wanted:
        wanted[prefer] = amount
    parts = {"bon": min(amount, account.left("bon"), max(0, account.owed))}
    rest = amount - parts["bon"]
    for kind in ("qris", "transfer"):
        parts[kind] = min(wanted[kind], account.left(kind), rest)
        rest -= parts[kind]
    parts["cash"] = -(-rest // CASH_STEP) * CASH_STEP
    if asked and wanted != parts:
        raise refusals.RefundDiffers(due=sum(parts.values()), refund=as_list(parts))
    return {kind: part for kind, part in parts.items() if part}


def as_list(parts: Mapping[str, int]) -> list[dict[str, object]]:
    return [{"kind": kind, "amount": amount} for kind, amount in parts.items() if amount]


def is_complete(lines: Iterable[SoldLine], parts: Iterable[Part]) -> bool:
    """Whether nothing is left with the buyer after these parts."""
    now = {part.sold.line: part.quantity_milli for part in parts}
    return all(line.left_milli == now.get(line.line, 0) for line in lines)
