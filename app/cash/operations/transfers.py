"""Money from one hand to another: drawer, safe and bank, through 1-1130, each end by another person."""

from typing import Any

from sqlalchemy import insert, select

from app.books.acts import act
from app.books.book import OpenBook
from app.cash import postings
from app.cash.models import BankAccount, CashReceipt, CashTransfer
from app.cash.operations.movements import NO_LIMIT, check_amount, working_shift, write_drawer_moves
from app.cash.queries import drawer_by_unit
from app.cash.reasons import SHORTEST_REASON, explains
from app.cash.refusals import (
    BankUnknown,
    OwnTransfer,
    ReasonTooShort,
    RouteUnknown,
    SafeShort,
    TransferDiffers,
    TransferReceived,
    TransferUnknown,
    UnitNotHere,
)
from app.cash.rules import allot
from app.gerai import queries as gerai
from app.ledger.models import Balance, Posting
from app.ledger.operations import post

ROUTES = {("drawer", "safe"), ("drawer", "bank"), ("safe", "bank"), ("bank", "safe")}


@act("cash.give")
def give_cash(
    book: OpenBook,
    *,
    origin: str,
    destination: str,
    amount: int,
    note: str,
    shift_no: int | None = None,
    bank_no: int | None = None,
    unit: str = postings.OFFICE,
    any_shift: bool = False,
) -> dict[str, Any]:
    """Hand money over; it is on its way until somebody else has received it.

    ``unit`` says whose money leaves the safe or the bank; a drawer knows that itself. Raises RouteUnknown,
    AmountMissing, BankUnknown, UnitNotHere, SafeShort, ShiftUnknown, ShiftClosed, NotYourShift.
    """
    if (origin, destination) not in ROUTES:
        raise RouteUnknown("route")
    check_amount(amount, NO_LIMIT)
    bank = known_bank(book, bank_no) if "bank" in (origin, destination) else None
    no = book.next_no("cash_transfer")
    by_unit, subledger, shift = {unit: amount}, "", None
    if origin == "drawer":
        shift = working_shift(book, shift_no or 0, any_shift)
        by_unit, subledger = allot(drawer_by_unit(book.gerai_id, shift), amount), shift.drawer
        out = {each: -part for each, part in by_unit.items()}
        write_drawer_moves(book, shift_no=shift.no, source=postings.TRANSFER, source_no=no, by_unit=out)
    else:
        _check_unit(book, unit)
        subledger = bank.subledger if bank is not None and origin == "bank" else ""
        if origin == "safe":
            check_safe(book, amount)
    entry = post(book, postings.giving(no, book.today, origin=origin, subledger=subledger, by_unit=by_unit))
    facts = {
        "origin": origin, "destination": destination, "amount": amount, "note": note.strip(),
        "shift_no": shift.no if shift else None, "bank_no": bank.no if bank else None,
    }  # fmt: skip
    by = {"given_at": book.at, "given_by": book.user_id, "entry_no": entry, "act_no": book.act_no}
    book.write(insert(CashTransfer), [{"gerai_id": book.gerai_id, "no": no, **facts, **by}])
    return {"cash_transfer": no, "entry": entry}


@act("cash.receive")
def receive_cash(book: OpenBook, *, transfer_no: int, amount: int, reason: str) -> dict[str, Any]:
    """Another person has counted what arrived. Raises TransferUnknown, TransferReceived, OwnTransfer,
    and, where the count differs, TransferDiffers without a reason and ReasonTooShort with a poor one.
    """
    transfer = on_its_way(book, transfer_no)
    if transfer.given_by == book.user_id:
        raise OwnTransfer()
    difference = amount - transfer.amount
    if difference and not reason.strip():
        raise TransferDiffers("reason", given=transfer.amount, counted=amount)
    if difference and not explains(reason):
        raise ReasonTooShort("reason", letters=SHORTEST_REASON)
    entry = arrive(book, transfer, amount, reason.strip() if difference else "")
    return {"cash_transfer": transfer_no, "difference": difference, "entry": entry}


def arrive(book: OpenBook, transfer: CashTransfer, amount: int, reason: str) -> int:
    """Write the other end of a transfer; answers its entry."""
    subledger = f"bank:{transfer.bank_no}" if transfer.destination == "bank" else ""
    event = postings.receiving(
        transfer.no,
        book.today,
        destination=transfer.destination,
        subledger=subledger,
        by_unit=_units_of(book, transfer),
        difference=amount - transfer.amount,
    )
    entry = post(book, event)
    key = {"gerai_id": book.gerai_id, "transfer_no": transfer.no, "amount": amount, "reason": reason}
    by = {"received_at": book.at, "received_by": book.user_id, "entry_no": entry, "act_no": book.act_no}
    book.write(insert(CashReceipt), [{**key, **by}])
    return entry


def on_its_way(book: OpenBook, transfer_no: int) -> CashTransfer:
    transfer = book.session.get(CashTransfer, (book.gerai_id, transfer_no))
    if transfer is None:
        raise TransferUnknown()
    if book.session.get(CashReceipt, (book.gerai_id, transfer_no)) is not None:
        raise TransferReceived()
    return transfer


def known_bank(book: OpenBook, bank_no: int | None) -> BankAccount:
    """The account, as long as it is in use. Raises BankUnknown."""
    bank = book.session.get(BankAccount, (book.gerai_id, bank_no)) if bank_no else None
    if bank is None or bank.ended_at is not None:
        raise BankUnknown("bank")
    return bank


def check_safe(book: OpenBook, amount: int) -> None:
    """Raises SafeShort: money that is carried away must have been there."""
    row = book.session.get(Balance, (book.gerai_id, postings.SAFE, ""), populate_existing=True)
    held = row.amount if row else 0
    if held < amount:
        raise SafeShort("amount", held=held)


def _check_unit(book: OpenBook, unit: str) -> None:
    if unit not in {*gerai.units(book.gerai_id), postings.OFFICE}:
        raise UnitNotHere("unit")


def _units_of(book: OpenBook, transfer: CashTransfer) -> dict[str, int]:
    """Whose money is on its way: what the giving entry put there."""
    query = select(Posting.unit, Posting.amount).where(
        Posting.gerai_id == book.gerai_id,
        Posting.entry_no == transfer.entry_no,
        Posting.account == postings.TRANSIT,
    )
    return dict(book.session.execute(query).all())
