"""What voids and returns write alike: goods back into stock, the document, the money."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import insert

from app.books.book import OpenBook
from app.cash import queries as cash
from app.cash.operations import write_tenders
from app.cash.operations.tenders import Taken
from app.cash.queries import ShiftFacts
from app.foundation.refusals import Refusal
from app.inventory.operations import ContainerMove, Move, Moved, move, move_containers
from app.inventory.postings import stock_account
from app.receivables.operations import credit_charge
from app.sales import approval, postings, refusals
from app.sales.approval import Approval
from app.sales.models import SaleReturn, SaleReturnLine
from app.sales.operations.consigned import take_back_consigned
from app.sales.postings import Figures
from app.sales.queries.sold import Sold
from app.sales.returns import Part

SOURCES = {"void": postings.VOID, "return": postings.RETURN}


@dataclass(frozen=True)
class Coming:
    """What is about to come back. ``kind`` is void or return; ``refund`` is rupiah by kind of payment."""

    kind: str
    no: int
    on: date
    shift_no: int
    sold: Sold
    parts: Sequence[Part]
    refund: Mapping[str, int]
    rounding: int
    reason: str
    approver: Approval | None

    @property
    def source(self) -> str:
        return SOURCES[self.kind]

    @property
    def value(self) -> int:
        return sum(part.amount for part in self.parts)

    @property
    def deposit(self) -> int:
        return sum(part.deposit for part in self.parts)


def open_shift(book: OpenBook, shift_no: int, *, any_shift: bool) -> ShiftFacts:
    """The open shift that pays. Raises ShiftUnknown, ShiftNotOpen, ShiftOfAnother."""
    shift = cash.shift_facts(book.gerai_id, shift_no)
    if shift is None:
        raise refusals.ShiftUnknown("shift")
    if not shift.is_open:
        raise refusals.ShiftNotOpen("shift")
    if shift.cashier_id != book.user_id and not any_shift:
        raise refusals.ShiftOfAnother("shift")
    return shift


def approver_of(
    amount: int, limit: int | None, given: Approval | None, refusal: type[Refusal]
) -> Approval | None:
    """Who lets ``amount`` pass above one's own limit; None where nobody is needed.

    Raises ApprovalWrong, ApprovalNotEnough, and ``refusal`` where nobody was asked.
    """
    if approval.within(amount, limit):
        return None
    if given is None:
        raise refusal(amount=amount, limit=limit)
    if given.user_id is None:
        raise refusals.ApprovalWrong("approver")
    if not given.reaches(amount):
        raise refusals.ApprovalNotEnough("approver", limit=given.limit or 0)
    return given


def restock(book: OpenBook, coming: Coming) -> dict[str, int]:
    """Goods back at the cost they left with. Answers the variance by stock account: what of it is no stock value."""
    places = [part for part in coming.parts if part.sold.item_no is not None and part.stock_milli]
    moves = [Move(part.sold.item_no or 0, part.stock_milli, part.cost) for part in places]
    variances: dict[str, int] = defaultdict(int)
    if moves:
        moved = move(book, on=coming.on, source=coming.source, source_no=coming.no, moves=moves)
        for part, each in zip(places, moved, strict=True):
            _note_variance(variances, part, each)
    _containers_back(book, coming)
    take_back_consigned(book, coming.on, coming.source, coming.no, coming.parts)
    return variances


def _note_variance(variances: dict[str, int], part: Part, each: Moved) -> None:
    if each.variance and part.sold.group is not None:
        variances[stock_account(part.sold.group)] += each.variance


def _containers_back(book: OpenBook, coming: Coming) -> None:
    """Full ones come back: the buyer gets the empties back, or the deposit."""
    moves = [
        ContainerMove(
            part.sold.container_no,
            empty=-part.empties,
            lent=-(part.stock_milli // 1000 - part.empties),
            deposit=-part.deposit,
        )
        for part in coming.parts
        if part.sold.container_no is not None
    ]
    if moves:
        move_containers(book, on=coming.on, source=coming.source, source_no=coming.no, moves=moves)


def figures_back(coming: Coming) -> Figures:
    """The parts' figures as they were posted when they were sold; the entry takes them the other way round."""
    own = [part for part in coming.parts if part.sold.supplier_no is None]
    theirs = [part for part in coming.parts if part.sold.supplier_no is not None]
    return Figures(
        member=coming.sold.member_no is not None,
        gross=sum(part.amount + part.discount for part in own),
        discount=sum(part.discount for part in own),
        commission=sum(part.amount - part.owed for part in theirs),
        owed=_by((part.sold.supplier_no or 0, part.owed) for part in theirs),
        deposits=_by(
            (part.sold.container_no, part.deposit)
            for part in coming.parts
            if part.sold.container_no is not None
        ),
        costs=_by((stock_account(part.sold.group), part.cost) for part in coming.parts if part.sold.group),
    )


def _by(pairs: Iterable[tuple[object, int]]) -> dict:  # type: ignore[type-arg]  # keys as they come
    sums: dict[object, int] = defaultdict(int)
    for key, amount in pairs:
        sums[key] += amount
    return sums


def write_back(book: OpenBook, coming: Coming, entry: int | None) -> None:
    """The document and its lines."""
    row = {
        "gerai_id": book.gerai_id,
        "no": coming.no,
        "kind": coming.kind,
        "sale_no": coming.sold.sale.no,
        "shift_no": coming.shift_no,
        "at": book.at,
        "posted_on": coming.on,
        "reason": coming.reason,
        "value": coming.value,
        "rounding": coming.rounding,
        "deposit": coming.deposit,
        "cost": sum(part.cost for part in coming.parts),
        "taken_by": book.user_id,
        "approver_id": coming.approver.user_id if coming.approver else None,
        "entry_no": entry,
        "act_no": book.act_no,
    }
    book.write(insert(SaleReturn), [row])
    key = {"gerai_id": book.gerai_id, "return_no": coming.no, "sale_no": coming.sold.sale.no}
    book.write(insert(SaleReturnLine), [{**key, **_line(part)} for part in coming.parts])


def _line(part: Part) -> dict[str, int]:
    return {
        "line": part.sold.line,
        "quantity_milli": part.quantity_milli,
        "stock_milli": part.stock_milli,
        "discount": part.discount,
        "amount": part.amount,
        "cost": part.cost,
        "owed": part.owed,
        "empties": part.empties,
        "deposits": part.deposits,
        "deposit": part.deposit,
    }


def give_back(book: OpenBook, coming: Coming) -> None:
    """The tenders, negative, in the shift that pays; and what comes off the bon."""
    write_tenders(
        book,
        shift_no=coming.shift_no,
        unit=postings.UNIT,
        source=coming.source,
        source_no=coming.no,
        taken=[Taken(kind, -amount, -amount) for kind, amount in coming.refund.items()],
    )
    bon, debtor = coming.refund.get("bon", 0), coming.sold.debtor_no
    if bon and debtor is not None:
        credit_charge(
            book,
            member_no=debtor,
            amount=bon,
            charged_by=(postings.SOURCE, coming.sold.sale.no),
            source=coming.source,
            source_no=coming.no,
            on=coming.on,
        )
