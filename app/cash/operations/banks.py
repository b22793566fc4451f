"""Bank accounts, the bank's files, and what each of their lines was."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import insert, select

from app.books.acts import act
from app.books.book import OpenBook
from app.cash import postings, queries
from app.cash.models import BankAccount, BankImport, BankLine, BankMatch, CashTransfer, SettledDay
from app.cash.operations.transfers import arrive, known_bank, on_its_way
from app.cash.refusals import (
    BankExists,
    BankUnknown,
    DaysMissing,
    DepositDiffers,
    EntryDiffers,
    FeeTooLarge,
    LineMatched,
    LineOtherWay,
    LineUnknown,
    TakingsDiffer,
    TakingsLess,
    TransferUnknown,
)
from app.cash.settlement import BASIS, LARGEST_FEE, fees_by_unit
from app.cash.statement import Statement
from app.ledger.operations import post, postable_day


@act("cash.add_bank")
def add_bank(book: OpenBook, *, bank: str, number: str, holder: str, mdr_basis_points: int) -> dict[str, Any]:
    """An account of the cooperative at a bank. Raises BankExists."""
    same = select(BankAccount.no).where(
        BankAccount.gerai_id == book.gerai_id,
        BankAccount.bank == bank,
        BankAccount.number == number,
        BankAccount.ended_at.is_(None),
    )
    if book.session.scalar(same) is not None:
        raise BankExists("number")
    no = book.next_no("bank_account")
    facts = {"bank": bank, "number": number, "holder": holder, "mdr_basis_points": mdr_basis_points}
    book.session.add(BankAccount(gerai_id=book.gerai_id, no=no, **facts))
    return {"bank": no}


@act("cash.set_mdr")
def set_mdr(book: OpenBook, *, bank_no: int, mdr_basis_points: int) -> dict[str, Any]:
    """What the QRIS of this account keeps from now on. Raises BankUnknown."""
    bank = known_bank(book, bank_no)
    before, bank.mdr_basis_points = bank.mdr_basis_points, mdr_basis_points
    return {"bank": bank_no, "before": before, "after": mdr_basis_points}


@act("cash.import_statement")
def import_statement(book: OpenBook, *, bank_no: int, statement: Statement) -> dict[str, Any]:
    """Keep the lines of a bank's file that are not there yet. Raises BankUnknown."""
    known_bank(book, bank_no)
    known = queries.known_fingerprints(book.gerai_id, bank_no, statement.fingerprints)
    fresh = [
        (mark, line)
        for mark, line in zip(statement.fingerprints, statement.lines, strict=True)
        if mark not in known
    ]
    import_no = book.next_no("bank_import")
    header = {
        "gerai_id": book.gerai_id, "no": import_no, "bank_no": bank_no, "lines": len(statement.lines),
        "fresh": len(fresh), "imported_at": book.at, "imported_by": book.user_id, "act_no": book.act_no,
    }  # fmt: skip
    book.write(insert(BankImport), [header])
    same = {"gerai_id": book.gerai_id, "bank_no": bank_no, "import_no": import_no}
    rows = [
        {
            **same, "no": book.next_no("bank_line"), "line_on": line.on, "description": line.description,
            "amount": line.amount, "balance": line.balance, "fingerprint": mark,
        }
        for mark, line in sorted(fresh, key=lambda each: each[1].on)
    ]  # fmt: skip
    book.write(insert(BankLine), rows)
    return {"import": import_no, "lines": len(statement.lines), "fresh": len(rows)}


@act("cash.match_line")
def match_line(
    book: OpenBook,
    *,
    line_no: int,
    kind: str,
    days: tuple[str, ...] = (),
    transfer_no: int | None = None,
    entry_no: int | None = None,
) -> dict[str, Any]:
    """Say what a line of the bank was, and post it as far as it is not in the books yet.

    ``days`` (ISO) are those whose qris or transfer takings it brought; ``transfer_no`` the deposit it
    confirms; ``entry_no`` the entry that has it already. Raises LineUnknown, LineMatched, LineOtherWay and
    what does not fit: DaysMissing, TakingsLess, FeeTooLarge, TakingsDiffer, TransferUnknown, TransferReceived,
    DepositDiffers, EntryDiffers.
    """
    line = _line(book, line_no)
    chosen = tuple(sorted({date.fromisoformat(day) for day in days}))
    if kind in ("qris", "transfer"):
        return _settle(book, line, kind, chosen)
    if kind == "deposit":
        return _confirm(book, line, transfer_no)
    if kind == "recorded":
        return _recognise(book, line, entry_no)
    return _post_own(book, line, kind)


def _line(book: OpenBook, line_no: int) -> BankLine:
    line = book.session.get(BankLine, (book.gerai_id, line_no))
    if line is None:
        raise LineUnknown()
    if book.session.get(BankMatch, (book.gerai_id, line_no)) is not None:
        raise LineMatched()
    return line


def _settle(book: OpenBook, line: BankLine, kind: str, days: Sequence[date]) -> dict[str, Any]:
    """Takings of these days, all that is open of them; the rest is what the provider kept."""
    if line.amount < 0:
        raise LineOtherWay("kind")
    if not days:
        raise DaysMissing("days")
    takings = queries.open_takings(book.gerai_id, kind, since=days[0], days=days)
    gross = sum(each.amount for each in takings)
    fee = gross - line.amount
    _check_fee(kind, gross, fee, line.amount)
    by_unit: dict[str, int] = {}
    for each in takings:
        for unit, amount in each.by_unit.items():
            by_unit[unit] = by_unit.get(unit, 0) + amount
    fees = fees_by_unit(by_unit, fee)
    event = postings.settlement(
        line.no, line.line_on, kind=kind, bank=f"bank:{line.bank_no}", by_unit=by_unit, fees=fees
    )
    entry = post(book, event, postable_day(book, line.line_on))
    answer = _write(book, line, kind, entry, gross=gross, fee=fee)
    rows = [
        {"gerai_id": book.gerai_id, "line_no": line.no, "taken_on": each.on, "unit": unit, "kind": kind, "amount": amount}
        for each in takings
        for unit, amount in sorted(each.by_unit.items())
        if amount
    ]  # fmt: skip
    book.write(insert(SettledDay), rows)
    return answer


def _check_fee(kind: str, gross: int, fee: int, amount: int) -> None:
    if kind == "transfer" and fee:
        raise TakingsDiffer("days", gross=gross, amount=amount)
    if fee < 0:
        raise TakingsLess("days", gross=gross, amount=amount)
    if fee * BASIS > gross * LARGEST_FEE:
        raise FeeTooLarge("days", fee=fee, gross=gross)


def _confirm(book: OpenBook, line: BankLine, transfer_no: int | None) -> dict[str, Any]:
    """The bank itself says that a deposit arrived: it is the receiver, whoever looks at its line."""
    if line.amount < 0:
        raise LineOtherWay("kind")
    transfer = on_its_way(book, transfer_no or 0)
    if transfer.destination != "bank" or transfer.bank_no != line.bank_no:
        raise TransferUnknown("transfer")
    if transfer.amount != line.amount:
        raise DepositDiffers("transfer", given=transfer.amount, amount=line.amount)
    entry = arrive(book, transfer, line.amount, "")
    return _write(book, line, "deposit", entry, transfer=transfer)


def _recognise(book: OpenBook, line: BankLine, entry_no: int | None) -> dict[str, Any]:
    """The books have it already; nothing is posted."""
    moved = queries.moved_by_entry(book.gerai_id, entry_no or 0, f"bank:{line.bank_no}")
    if moved != line.amount or queries.is_matched(book.gerai_id, entry_no or 0, line.bank_no):
        raise EntryDiffers("entry")
    return _write(book, line, "recorded", entry_no or 0)


def _post_own(book: OpenBook, line: BankLine, kind: str) -> dict[str, Any]:
    if kind not in ("fee", "interest"):
        raise LineOtherWay("kind")
    if (kind == "interest") != (line.amount > 0):
        raise LineOtherWay("kind")
    event = postings.bank_own(
        line.no, line.line_on, kind=kind, bank=f"bank:{line.bank_no}", amount=line.amount
    )
    return _write(book, line, kind, post(book, event, postable_day(book, line.line_on)))


def _write(
    book: OpenBook,
    line: BankLine,
    kind: str,
    entry: int,
    *,
    gross: int | None = None,
    fee: int = 0,
    transfer: CashTransfer | None = None,
) -> dict[str, Any]:
    row = {
        "gerai_id": book.gerai_id, "line_no": line.no, "kind": kind, "fee": fee,
        "gross": line.amount if gross is None else gross, "transfer_no": transfer.no if transfer else None,
        "entry_no": entry, "matched_at": book.at, "matched_by": book.user_id, "act_no": book.act_no,
    }  # fmt: skip
    book.write(insert(BankMatch), [row])
    return {"bank_line": line.no, "kind": kind, "fee": fee, "entry": entry}


__all__ = ["BankUnknown", "add_bank", "import_statement", "match_line", "set_mdr"]
