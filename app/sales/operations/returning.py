"""Goods brought back against their receipt, the next day too: never more than was bought less what came back before."""

from typing import Any

from app.books.acts import act
from app.books.book import OpenBook
from app.ledger.operations import post, postable_day
from app.sales import postings, refusals, returns
from app.sales.operations.back import (
    Coming,
    approver_of,
    figures_back,
    give_back,
    open_shift,
    restock,
    write_back,
)
from app.sales.queries.sold import Sold, sold
from app.sales.request import ReturnRequest
from app.sales.returns import Part


@act("sales.return")
def return_goods(book: OpenBook, *, order: ReturnRequest) -> dict[str, Any]:
    """Take goods back; answers ``{"return", "sale", "entry", "value", "deposit", "refund"}``.

    Raises SaleUnknown, AlreadyVoided, NothingReturned, LineUnknown, QuantityNotWhole, ReturnedTooMuch, RefundDiffers,
    ReasonMissing, ShiftUnknown, ShiftNotOpen, ShiftOfAnother, ReturnOverLimit, ApprovalWrong, ApprovalNotEnough.
    """
    found, parts, refund = decided(book.gerai_id, order)
    if not order.reason:
        raise refusals.ReasonMissing("reason")
    open_shift(book, order.shift, any_shift=order.any_shift)
    worth = _worth(parts)
    approver = approver_of(worth, order.limit, order.approval, refusals.ReturnOverLimit)
    coming = Coming(
        kind="return",
        no=book.next_no("sale_return"),
        on=postable_day(book, book.today),
        shift_no=order.shift,
        sold=found,
        parts=parts,
        refund=refund,
        rounding=sum(refund.values()) - worth,
        reason=order.reason,
        approver=approver,
    )
    entry = _post(book, coming)
    write_back(book, coming, entry)
    give_back(book, coming)
    answer = {"return": coming.no, "sale": order.sale, "entry": entry, **_figures(coming)}
    return answer | ({"approved_by": approver.name} if approver else {})


def quote(gerai_id: int, order: ReturnRequest) -> dict[str, Any]:
    """What a return would give back; nothing is written. Raises what ``return_goods`` says of goods and refund."""
    _, parts, refund = decided(gerai_id, order)
    return {
        "sale": order.sale,
        "value": sum(part.amount for part in parts),
        "deposit": sum(part.deposit for part in parts),
        "refund": returns.as_list(refund),
    }


def decided(gerai_id: int, order: ReturnRequest) -> tuple[Sold, list[Part], dict[str, int]]:
    """What comes back and what the buyer gets for it, in rupiah by kind of payment."""
    found = sold(gerai_id, order.sale)
    if found is None:
        raise refusals.SaleUnknown()
    if found.void is not None:
        raise refusals.AlreadyVoided()
    parts = returns.parts_of(found.lines, order.lines, found.piecewise)
    complete = returns.is_complete(found.lines, parts)
    amount = returns.due(found.account, _worth(parts), complete=complete)
    return found, parts, returns.refund(found.account, amount, order.refund, order.prefer)


def _worth(parts: list[Part]) -> int:
    return sum(part.amount + part.deposit for part in parts)


def _figures(coming: Coming) -> dict[str, Any]:
    return {"value": coming.value, "deposit": coming.deposit, "refund": returns.as_list(coming.refund)}


def _post(book: OpenBook, coming: Coming) -> int | None:
    variances = restock(book, coming)
    money = {kind: amount for kind, amount in coming.refund.items() if kind != "bon"}
    bon = coming.refund.get("bon", 0)
    lines = [
        *postings.mirrored(postings.goods_lines(figures_back(coming))),
        *postings.refund_lines(
            shift_no=coming.shift_no,
            money=money,
            owed_by=coming.sold.debtor_no if bon else None,
            bon_amount=bon,
            rounding=coming.rounding,
        ),
        *postings.variance_lines(variances),
    ]
    event = postings.document(postings.RETURN, coming.no, coming.on, lines)
    return post(book, event, coming.on) if event else None
