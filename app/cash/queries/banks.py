"""Bank accounts, their lines, and the takings that have not reached the bank."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Row, and_, func, select

from app.cash.models import BankAccount, BankLine, BankMatch, CashReceipt, CashTransfer, SettledDay
from app.cash.postings import BANK, QRIS, SETTLEMENT
from app.cash.settlement import Suggestion, Takings, is_fee, is_interest, span_for
from app.foundation.database import db
from app.ledger.models import Balance, Entry, Posting

LOOKS_BACK = timedelta(days=92)
CHUNK = 500


def banks(gerai_id: int) -> Sequence[BankAccount]:
    """The accounts in use."""
    query = select(BankAccount).where(BankAccount.gerai_id == gerai_id, BankAccount.ended_at.is_(None))
    return db.session.scalars(query.order_by(BankAccount.no)).all()


def bank(gerai_id: int, no: int) -> BankAccount | None:
    return db.session.get(BankAccount, (gerai_id, no))


def bank_balances(gerai_id: int) -> dict[str, int]:
    """Subledger -> what the books say an account holds."""
    query = select(Balance.subledger, Balance.amount).where(
        Balance.gerai_id == gerai_id, Balance.account == BANK
    )
    return dict(db.session.execute(query).all())


def waiting_takings(gerai_id: int) -> dict[str, int]:
    """Kind -> rupiah taken by it that have not reached the bank."""
    query = select(Balance.subledger, Balance.amount).where(
        Balance.gerai_id == gerai_id, Balance.account == QRIS
    )
    return {kind: amount for kind, amount in db.session.execute(query) if kind in ("qris", "transfer")}


def known_fingerprints(gerai_id: int, bank_no: int, marks: Sequence[str]) -> set[str]:
    """Which of these lines the account has already."""
    found: set[str] = set()
    for start in range(0, len(marks), CHUNK):
        query = select(BankLine.fingerprint).where(
            BankLine.gerai_id == gerai_id,
            BankLine.bank_no == bank_no,
            BankLine.fingerprint.in_(marks[start : start + CHUNK]),
        )
        found |= set(db.session.scalars(query))
    return found


def bank_lines(
    gerai_id: int, bank_no: int, *, matched: bool, before: int | None = None, limit: int = 30
) -> Sequence[Row[BankLine, BankMatch | None]]:
    """(line, its match or None), newest first."""
    same = and_(BankMatch.gerai_id == BankLine.gerai_id, BankMatch.line_no == BankLine.no)
    query = select(BankLine, BankMatch).outerjoin(BankMatch, same)
    is_there = BankMatch.line_no.is_not(None)
    query = query.where(
        BankLine.gerai_id == gerai_id, BankLine.bank_no == bank_no, is_there if matched else ~is_there
    )
    if before is not None:
        query = query.where(BankLine.no < before)
    return db.session.execute(query.order_by(BankLine.no.desc()).limit(limit)).all()


def bank_line(gerai_id: int, no: int) -> Row[BankLine, BankMatch | None] | None:
    same = and_(BankMatch.gerai_id == BankLine.gerai_id, BankMatch.line_no == BankLine.no)
    query = select(BankLine, BankMatch).outerjoin(BankMatch, same)
    return db.session.execute(query.where(BankLine.gerai_id == gerai_id, BankLine.no == no)).one_or_none()


def unmatched_count(gerai_id: int, bank_no: int) -> int:
    same = and_(BankMatch.gerai_id == BankLine.gerai_id, BankMatch.line_no == BankLine.no)
    query = select(func.count()).select_from(BankLine).outerjoin(BankMatch, same)
    query = query.where(
        BankLine.gerai_id == gerai_id, BankLine.bank_no == bank_no, BankMatch.line_no.is_(None)
    )
    return db.session.scalar(query) or 0


def open_takings(
    gerai_id: int, kind: str, *, since: date, days: Iterable[date] | None = None
) -> list[Takings]:
    """What each day took by ``kind`` and has not reached the bank, oldest first; only ``days`` if given."""
    took = (
        select(Entry.posted_on, Posting.unit, func.sum(Posting.amount))
        .join(Entry, and_(Entry.gerai_id == Posting.gerai_id, Entry.no == Posting.entry_no))
        .where(Posting.gerai_id == gerai_id, Posting.account == QRIS, Posting.subledger == kind)
        .where(Entry.posted_on >= since, Entry.source != SETTLEMENT)
        .group_by(Entry.posted_on, Posting.unit)
    )
    came = (
        select(SettledDay.taken_on, SettledDay.unit, -func.sum(SettledDay.amount))
        .where(SettledDay.gerai_id == gerai_id, SettledDay.kind == kind, SettledDay.taken_on >= since)
        .group_by(SettledDay.taken_on, SettledDay.unit)
    )
    sums: dict[date, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for query in (took, came):
        for on, unit, amount in db.session.execute(query):
            sums[on][unit] += int(amount)
    wanted = None if days is None else set(days)
    return [
        Takings(on, {unit: amount for unit, amount in sums[on].items() if amount})
        for on in sorted(sums)
        if any(sums[on].values()) and (wanted is None or on in wanted)
    ]


def moved_by_entry(gerai_id: int, entry_no: int, subledger: str) -> int | None:
    """How much an entry moved on a bank account; None when it did not touch it."""
    query = select(func.sum(Posting.amount)).where(
        Posting.gerai_id == gerai_id,
        Posting.entry_no == entry_no,
        Posting.account == BANK,
        Posting.subledger == subledger,
    )
    moved = db.session.scalar(query)
    return None if moved is None else int(moved)


def is_matched(gerai_id: int, entry_no: int, bank_no: int) -> bool:
    """Has a line of this account been matched to the entry before?"""
    same = and_(BankLine.gerai_id == BankMatch.gerai_id, BankLine.no == BankMatch.line_no)
    query = select(BankMatch.line_no).join(BankLine, same)
    query = query.where(
        BankMatch.gerai_id == gerai_id, BankMatch.entry_no == entry_no, BankLine.bank_no == bank_no
    )
    return db.session.scalar(query.limit(1)) is not None


def deposits_on_their_way(gerai_id: int, bank_no: int) -> Sequence[CashTransfer]:
    arrived = and_(CashReceipt.gerai_id == CashTransfer.gerai_id, CashReceipt.transfer_no == CashTransfer.no)
    query = select(CashTransfer).outerjoin(CashReceipt, arrived)
    query = query.where(
        CashTransfer.gerai_id == gerai_id,
        CashTransfer.destination == "bank",
        CashTransfer.bank_no == bank_no,
        CashReceipt.transfer_no.is_(None),
    )
    return db.session.scalars(query.order_by(CashTransfer.no)).all()


def entries_without_line(gerai_id: int, bank_no: int, amount: int, limit: int = 5) -> Sequence[Any]:
    """(entry number, day, source, source number) of entries that moved just this on the account, unmatched."""
    matched = select(BankMatch.entry_no).where(BankMatch.gerai_id == gerai_id)
    query = (
        select(Entry.no, Entry.occurred_on, Entry.source, Entry.source_no)
        .join(Posting, and_(Posting.gerai_id == Entry.gerai_id, Posting.entry_no == Entry.no))
        .where(Posting.gerai_id == gerai_id, Posting.account == BANK, Posting.subledger == f"bank:{bank_no}")
        .where(Posting.amount == amount, Entry.no.not_in(matched))
    )
    return db.session.execute(query.order_by(Entry.no.desc()).limit(limit)).all()


def suggestion(gerai_id: int, account: BankAccount, line: BankLine) -> Suggestion | None:
    """What a line most likely was; None when nothing speaks for anything."""
    if line.amount > 0 and (found := _of_money_in(gerai_id, account, line)):
        return found
    known = entries_without_line(gerai_id, account.no, line.amount, limit=1)
    if known:
        return Suggestion("recorded", entry_no=known[0].no)
    if line.amount < 0 and is_fee(line.description):
        return Suggestion("fee")
    return None


def _of_money_in(gerai_id: int, account: BankAccount, line: BankLine) -> Suggestion | None:
    if is_interest(line.description):
        return Suggestion("interest")
    for deposit in deposits_on_their_way(gerai_id, account.no):
        if deposit.amount == line.amount:
            return Suggestion("deposit", transfer_no=deposit.no)
    for kind, rate in (("qris", account.mdr_basis_points), ("transfer", 0)):
        takings = open_takings(gerai_id, kind, since=line.line_on - LOOKS_BACK)
        days = span_for(line.amount, line.line_on, takings, rate)
        if days:
            return Suggestion(kind, days=days)
    return None
