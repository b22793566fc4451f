"""A whole sale undone, in its own shift while that is open: as if it had not been, and for all to see."""

from typing import Any

from sqlalchemy import select

from app.books.acts import act
from app.books.book import OpenBook
from app.ledger.draft import Line
from app.ledger.models import Posting
from app.ledger.operations import post, postable_day
from app.sales import postings, refusals
from app.sales.operations.back import Coming, approver_of, give_back, open_shift, restock, write_back
from app.sales.operations.counts import count_void
from app.sales.queries.sold import Sold, sold
from app.sales.request import VoidRequest
from app.sales.returns import as_list, part_of


@act("sales.void")
def void_sale(book: OpenBook, *, order: VoidRequest) -> dict[str, Any]:
    """Undo a sale; answers ``{"void", "sale", "entry", "refund"}``.

    Raises SaleUnknown, AlreadyVoided, AlreadyReturned, ReasonMissing, ShiftUnknown, ShiftNotOpen,
    ShiftOfAnother, ShiftDiffers, BonPaidAlready, VoidOverLimit, ApprovalWrong, ApprovalNotEnough.
    """
    found = sold(book.gerai_id, order.sale)
    if found is None:
        raise refusals.SaleUnknown()
    _ensure_voidable(book, order, found)
    amount = found.sale.total + found.deposit
    approver = approver_of(amount, order.limit, order.approval, refusals.VoidOverLimit)
    coming = Coming(
        kind="void",
        no=book.next_no("sale_return"),
        on=postable_day(book, book.today),
        shift_no=order.shift,
        sold=found,
        parts=[part_of(line, line.quantity_milli) for line in found.lines],
        refund={kind: paid for kind, paid in found.account.by_kind.items() if paid},
        rounding=found.sale.rounding,
        reason=order.reason,
        approver=approver,
    )
    entry = _post(book, coming)
    write_back(book, coming, entry)
    give_back(book, coming)
    count_void(book, found.sale.posted_on, found.member_no, found.sale.no)
    answer = {"void": coming.no, "sale": order.sale, "entry": entry, "refund": as_list(coming.refund)}
    return answer | ({"approved_by": approver.name} if approver else {})


def _ensure_voidable(book: OpenBook, order: VoidRequest, found: Sold) -> None:
    if found.void is not None:
        raise refusals.AlreadyVoided()
    if found.returns:
        raise refusals.AlreadyReturned()
    if not order.reason:
        raise refusals.ReasonMissing("reason")
    if order.shift != found.sale.shift_no:
        raise refusals.ShiftDiffers("shift")
    open_shift(book, order.shift, any_shift=order.any_shift)
    if found.account.by_kind.get("bon", 0) > found.account.owed:
        raise refusals.BonPaidAlready()


def _post(book: OpenBook, coming: Coming) -> int | None:
    """The sale's own entry the other way round: also what was missing or too much is taken back."""
    variances = restock(book, coming)
    lines = [
        *postings.mirrored(_lines_of(book, coming.sold.sale.entry_no)),
        *postings.variance_lines(variances),
    ]
    event = postings.document(postings.VOID, coming.no, coming.on, lines)
    return post(book, event, coming.on) if event else None


def _lines_of(book: OpenBook, entry_no: int | None) -> list[Line]:
    if entry_no is None:
        return []
    query = select(Posting).where(Posting.gerai_id == book.gerai_id, Posting.entry_no == entry_no)
    rows = book.session.scalars(query.order_by(Posting.line))
    return [Line(row.account, row.unit, row.amount, row.subledger) for row in rows]
