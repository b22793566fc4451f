"""Containers that come back: counted as they go out, come in, are lent and given back to the agent."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import BigInteger, bindparam, insert, select, text

from app.books.acts import act
from app.books.book import OpenBook
from app.cash.models import Shift
from app.cash.operations.tenders import Taken, write_tenders
from app.cash.queries import drawer_by_unit
from app.cash.refusals import ShiftClosed, ShiftUnknown
from app.inventory import postings
from app.inventory.models import ContainerMovement, ContainerStock
from app.inventory.refusals import ContainersNotLent, DepositTooHigh, DrawerTooLow, NothingChanged
from app.inventory.rules import forfeited
from app.ledger.operations import post

_HELD = select(
    ContainerStock.container_no, ContainerStock.empty, ContainerStock.lent, ContainerStock.deposit
).where(
    ContainerStock.gerai_id == bindparam("gerai_id"),
    ContainerStock.container_no.in_(bindparam("nos", expanding=True, type_=BigInteger)),
)
_MOVEMENT = insert(ContainerMovement)
_STOCK = text(
    "INSERT INTO container_stock (gerai_id, container_no, empty, lent, deposit)"
    " VALUES (:g, :container_no, :empty, :lent, :deposit)"
    " ON CONFLICT (gerai_id, container_no) DO UPDATE SET empty = container_stock.empty + excluded.empty,"
    " lent = container_stock.lent + excluded.lent, deposit = container_stock.deposit + excluded.deposit"
)


@dataclass(frozen=True)
class ContainerMove:
    """Pieces more (or fewer) empty in the shop and lent out, and rupiah of deposit taken (or given back)."""

    container_no: int
    empty: int = 0
    lent: int = 0
    deposit: int = 0
    reason: str = ""


@dataclass(frozen=True)
class Held:
    """Pieces of a container that stand empty and are lent, and the deposits held for them in rupiah."""

    empty: int = 0
    lent: int = 0
    deposit: int = 0


def containers_held(book: OpenBook, container_nos: Iterable[int]) -> dict[int, Held]:
    """What is held of every container asked for. One select."""
    nos = sorted(set(container_nos))
    found = dict.fromkeys(nos, Held())
    if nos:
        rows = book.connection.execute(_HELD, {"gerai_id": book.gerai_id, "nos": nos})
        found.update((row[0], Held(*row[1:])) for row in rows)
    return found


def move_containers(
    book: OpenBook, *, on: date, source: str, source_no: int, moves: Sequence[ContainerMove], note: str = ""
) -> None:
    """Write what a document did to containers. Two statements; its deposits go into the document's own entry.

    A refill for an empty is ``empty=+1``; against a deposit ``lent=+1, deposit=+amount``; a container that
    comes back for its deposit ``empty=+1, lent=-1, deposit=-amount``. Whether a count may go below zero is
    for the caller to ask before (``containers_held``).
    """
    real = [each for each in moves if each.empty or each.lent or each.deposit]
    document = {
        "gerai_id": book.gerai_id, "act_no": book.act_no, "moved_on": on, "source": source,
        "source_no": source_no, "note": note,
    }  # fmt: skip
    book.write(_MOVEMENT, [{**document, "line": book.next_line(), **vars(each)} for each in real])
    rows = [
        {"g": book.gerai_id, "container_no": each.container_no, "empty": each.empty, "lent": each.lent,
         "deposit": each.deposit}
        for each in sorted(real, key=lambda each: each.container_no)
    ]  # fmt: skip
    book.write(_STOCK, rows)


@act("inventory.take_back_containers")
def take_back_containers(
    book: OpenBook, *, container_no: int, pieces: int, refund: int, shift_no: int
) -> dict[str, Any]:
    """Lent containers come back empty, and their deposit goes back out of a drawer.

    Raises ContainersNotLent, DepositTooHigh, ShiftUnknown, ShiftClosed, DrawerTooLow.
    """
    held = containers_held(book, [container_no])[container_no]
    if pieces <= 0 or pieces > held.lent:
        raise ContainersNotLent("pieces", lent=held.lent)
    if refund > held.deposit:
        raise DepositTooHigh("refund", held=held.deposit)
    no = book.next_no("container_return")
    if refund:
        _pay_out(book, no, refund, shift_no)
    rest = held.deposit - refund if pieces == held.lent else 0
    move = ContainerMove(container_no, empty=pieces, lent=-pieces, deposit=-refund - rest)
    move_containers(book, on=book.today, source=postings.CONTAINER_RETURN, source_no=no, moves=[move])
    draft = postings.container_return(no, book.today, container_no, shift_no, refund=refund, kept=rest)
    return {"return": no, "entry": post(book, draft) if draft else None, "refund": refund}


def _pay_out(book: OpenBook, no: int, amount: int, shift_no: int) -> None:
    shift = book.session.get(Shift, (book.gerai_id, shift_no))
    if shift is None:
        raise ShiftUnknown("shift_no")
    if shift.closed_at is not None:
        raise ShiftClosed("shift_no")
    left = sum(drawer_by_unit(book.gerai_id, shift).values())
    if amount > left:
        raise DrawerTooLow("refund", left=left)
    paid = [Taken("cash", -amount, -amount)]
    write_tenders(
        book,
        shift_no=shift_no,
        unit=postings.UNIT,
        source=postings.CONTAINER_RETURN,
        source_no=no,
        taken=paid,
    )


@act("inventory.correct_containers")
def correct_containers(
    book: OpenBook, *, container_no: int, place: str, pieces: int, reason: str, note: str
) -> dict[str, Any]:
    """Say how many stand empty (``place`` "empty") or are lent ("lent"), and why that differs.

    Of lent ones that will never come back the gerai keeps the deposit. Raises NothingChanged.
    """
    held = containers_held(book, [container_no])[container_no]
    change = pieces - (held.empty if place == "empty" else held.lent)
    if not change:
        raise NothingChanged("pieces")
    kept = forfeited(held.deposit, held.lent, -change) if place == "lent" and change < 0 else 0
    no = book.next_no("container_correction")
    move = ContainerMove(container_no, deposit=-kept, reason=reason, **{place: change})
    source = postings.CONTAINER_CORRECTION
    move_containers(book, on=book.today, source=source, source_no=no, moves=[move], note=note)
    draft = postings.container_correction(no, book.today, container_no, kept=kept)
    return {"correction": no, "change": change, "entry": post(book, draft) if draft else None}
