"""Money on its way, what differences are undecided, who owes the gerai, and what was counted by surprise."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Row, and_, cast, func, select
from sqlalchemy.orm import aliased

from app.access.models import User
from app.cash.models import (
    BankAccount,
    CashMovement,
    CashReceipt,
    CashTransfer,
    DifferenceDecision,
    Shift,
    ShiftClosing,
    ShiftCount,
    SurpriseCount,
    SurpriseCountLine,
    SurpriseFinding,
)
from app.cash.postings import CASHIER_DEBT, REVISION
from app.cash.queries.drawer import drawer_totals
from app.cash.rules import Undecided, undecided
from app.foundation.database import db
from app.ledger.models import Balance, Entry, Posting


def transfers(
    gerai_id: int, *, waiting: bool | None = None, before: int | None = None, limit: int = 30
) -> Sequence[Any]:
    """(transfer, receipt or None, giver, receiver or None, bank or None), newest first."""
    giver, receiver = aliased(User), aliased(User)
    arrived = and_(CashReceipt.gerai_id == CashTransfer.gerai_id, CashReceipt.transfer_no == CashTransfer.no)
    at_bank = and_(BankAccount.gerai_id == CashTransfer.gerai_id, BankAccount.no == CashTransfer.bank_no)
    query = (
        select(
            CashTransfer, CashReceipt, giver.name.label("giver"), receiver.name.label("receiver"), BankAccount
        )
        .join(giver, giver.id == CashTransfer.given_by)
        .outerjoin(CashReceipt, arrived)
        .outerjoin(receiver, receiver.id == CashReceipt.received_by)
        .outerjoin(BankAccount, at_bank)
        .where(CashTransfer.gerai_id == gerai_id)
    )
    if waiting is not None:
        empty = CashReceipt.transfer_no.is_(None)
        query = query.where(empty if waiting else ~empty)
    if before is not None:
        query = query.where(CashTransfer.no < before)
    return db.session.execute(query.order_by(CashTransfer.no.desc()).limit(limit)).all()


def transfer(gerai_id: int, no: int) -> Any:
    found = [row for row in transfers(gerai_id, before=no + 1, limit=1) if row.CashTransfer.no == no]
    return found[0] if found else None


def given_before(gerai_id: int, before: datetime) -> Sequence[int]:
    """Transfers given before a moment that nobody has received: they keep a month from closing."""
    arrived = and_(CashReceipt.gerai_id == CashTransfer.gerai_id, CashReceipt.transfer_no == CashTransfer.no)
    query = select(CashTransfer.no).outerjoin(CashReceipt, arrived)
    query = query.where(
        CashTransfer.gerai_id == gerai_id, CashReceipt.transfer_no.is_(None), CashTransfer.given_at < before
    )
    return db.session.scalars(query.order_by(CashTransfer.no)).all()


def movements(
    gerai_id: int, *, shift_no: int | None = None, before: int | None = None, limit: int = 30
) -> Sequence[Row[CashMovement, str]]:
    """(movement, who recorded it), newest first."""
    query = select(CashMovement, User.name).join(User, User.id == CashMovement.recorded_by)
    query = query.where(CashMovement.gerai_id == gerai_id)
    if shift_no is not None:
        query = query.where(CashMovement.shift_no == shift_no)
    if before is not None:
        query = query.where(CashMovement.no < before)
    return db.session.execute(query.order_by(CashMovement.no.desc()).limit(limit)).all()


def movement(gerai_id: int, no: int) -> Row[CashMovement, str] | None:
    found = [row for row in movements(gerai_id, before=no + 1, limit=1) if row.CashMovement.no == no]
    return found[0] if found else None


def balance_of(gerai_id: int, account: str, subledger: str = "") -> int:
    """Signed rupiah that an account, or one part of it, stands at."""
    query = select(Balance.amount).where(
        Balance.gerai_id == gerai_id, Balance.account == account, Balance.subledger == subledger
    )
    return db.session.scalar(query) or 0


@dataclass(frozen=True)
class OpenDifference:
    """A difference with something left to decide, and whom it concerns: (user id, name)."""

    origin: str
    origin_no: int
    at: datetime
    difference: int
    left: Undecided
    people: Sequence[tuple[int, str]]
    reason: str


def undecided_of(gerai_id: int, origin: str, origin_no: int) -> Undecided:
    """What is left to decide of one difference; nothing where there is none."""
    found = _differences(gerai_id, origin, origin_no)
    return found[0].left if found else Undecided(0, 0)


def open_differences(gerai_id: int) -> list[OpenDifference]:
    """Every difference that somebody still has to decide, newest first."""
    found = [each for each in _differences(gerai_id) if each.left]
    return sorted(found, key=lambda each: each.at, reverse=True)


def concerned(gerai_id: int, origin: str, origin_no: int) -> list[int]:
    """The ids of those a difference concerns: they do not decide it."""
    return [user_id for each in _differences(gerai_id, origin, origin_no) for user_id, _name in each.people]


def _differences(
    gerai_id: int, origin: str | None = None, origin_no: int | None = None
) -> list[OpenDifference]:
    taken = _decided(gerai_id, origin, origin_no)
    found = []
    if origin in (None, "shift"):
        found += _of_shifts(gerai_id, origin_no, taken)
    if origin in (None, "transfer"):
        found += _of_transfers(gerai_id, origin_no, taken)
    return found


Taken = dict[tuple[str, int], tuple[int, int]]
"""(origin, number) -> (taken as income, borne as expense or debt)."""


def _decided(gerai_id: int, origin: str | None, origin_no: int | None) -> Taken:
    query = select(
        DifferenceDecision.origin, DifferenceDecision.origin_no, DifferenceDecision.outcome,
        func.sum(DifferenceDecision.amount),
    ).where(DifferenceDecision.gerai_id == gerai_id)  # fmt: skip
    if origin is not None:
        query = query.where(DifferenceDecision.origin == origin, DifferenceDecision.origin_no == origin_no)
    key = DifferenceDecision.origin, DifferenceDecision.origin_no, DifferenceDecision.outcome
    taken: Taken = {}
    for each, no, outcome, amount in db.session.execute(query.group_by(*key)):
        income, borne = taken.get((each, no), (0, 0))
        more = (int(amount), 0) if outcome == "income" else (0, -int(amount))
        taken[each, no] = (income + more[0], borne + more[1])
    return taken


def _of_shifts(gerai_id: int, no: int | None, taken: Taken) -> list[OpenDifference]:
    """Only shifts whose count differed, or that a late document changed, are reckoned anew."""
    rests_on = and_(
        ShiftCount.gerai_id == ShiftClosing.gerai_id,
        ShiftCount.shift_no == ShiftClosing.shift_no,
        ShiftCount.attempt == ShiftClosing.attempt,
    )
    late = select(cast(Entry.source_no, BigInteger)).where(
        Entry.gerai_id == gerai_id, Entry.source == REVISION
    )
    query = (
        select(Shift, ShiftCount, ShiftClosing.reason, User.name, Shift.no.in_(late).label("is_late"))
        .join(ShiftClosing, and_(ShiftClosing.gerai_id == Shift.gerai_id, ShiftClosing.shift_no == Shift.no))
        .join(ShiftCount, rests_on)
        .join(User, User.id == Shift.cashier_id)
        .where(Shift.gerai_id == gerai_id)
        .where((ShiftCount.counted != ShiftCount.expected) | Shift.no.in_(late))
    )
    if no is not None:
        query = query.where(Shift.no == no)
    rows = db.session.execute(query).all()
    open_rows = [row for row in rows if row.is_late or _is_open(row.ShiftCount, taken)]
    totals = drawer_totals(gerai_id, [row.Shift.no for row in open_rows]) if open_rows else {}
    found = []
    for shift, count, reason, name, _late in open_rows:
        difference = count.counted - shift.opening_float - totals.get(shift.no, 0)
        income, borne = taken.get(("shift", shift.no), (0, 0))
        left = undecided(difference, income=income, borne=borne)
        people = [(shift.cashier_id, name)]
        closed_at = shift.closed_at or shift.opened_at
        found.append(OpenDifference("shift", shift.no, closed_at, difference, left, people, reason))
    return found


def _is_open(count: ShiftCount, taken: Taken) -> bool:
    income, borne = taken.get(("shift", count.shift_no), (0, 0))
    return bool(undecided(count.difference, income=income, borne=borne))


def _of_transfers(gerai_id: int, no: int | None, taken: Taken) -> list[OpenDifference]:
    giver, receiver = aliased(User), aliased(User)
    arrived = and_(CashReceipt.gerai_id == CashTransfer.gerai_id, CashReceipt.transfer_no == CashTransfer.no)
    query = (
        select(CashTransfer, CashReceipt, giver.name.label("giver"), receiver.name.label("receiver"))
        .join(CashReceipt, arrived)
        .join(giver, giver.id == CashTransfer.given_by)
        .join(receiver, receiver.id == CashReceipt.received_by)
        .where(CashTransfer.gerai_id == gerai_id, CashTransfer.amount != CashReceipt.amount)
    )
    if no is not None:
        query = query.where(CashTransfer.no == no)
    found = []
    for row in db.session.execute(query):
        given, came = row.CashTransfer, row.CashReceipt
        difference = came.amount - given.amount
        income, borne = taken.get(("transfer", given.no), (0, 0))
        left = undecided(difference, income=income, borne=borne)
        people = [(given.given_by, row.giver), (came.received_by, row.receiver)]
        found.append(
            OpenDifference("transfer", given.no, came.received_at, difference, left, people, came.reason)
        )
    return found


def debts(gerai_id: int) -> list[tuple[int, str, int]]:
    """(user id, name, rupiah) of the officers who owe the gerai, by name."""
    query = select(Balance.subledger, Balance.amount).where(
        Balance.gerai_id == gerai_id,
        Balance.account == CASHIER_DEBT,
        Balance.subledger.like("user:%"),
        Balance.amount != 0,
    )
    owed = {int(subledger.removeprefix("user:")): amount for subledger, amount in db.session.execute(query)}
    names = select(User.id, User.name).where(User.id.in_(owed)).order_by(User.name)
    return [(user_id, name, owed[user_id]) for user_id, name in db.session.execute(names)]


def debt_by_unit(gerai_id: int, user_id: int) -> dict[str, int]:
    """Unit -> what an officer owes it."""
    query = select(Posting.unit, func.sum(Posting.amount)).where(
        Posting.gerai_id == gerai_id,
        Posting.account == CASHIER_DEBT,
        Posting.subledger == f"user:{user_id}",
    )
    return {unit: int(amount) for unit, amount in db.session.execute(query.group_by(Posting.unit))}


def surprise_counts(gerai_id: int, *, before: int | None = None, limit: int = 30) -> Sequence[Any]:
    """(count, finding or None, auditor, witness), newest first."""
    auditor, witness = aliased(User), aliased(User)
    written = and_(
        SurpriseFinding.gerai_id == SurpriseCount.gerai_id, SurpriseFinding.count_no == SurpriseCount.no
    )
    query = (
        select(SurpriseCount, SurpriseFinding, auditor.name.label("auditor"), witness.name.label("witness"))
        .join(auditor, auditor.id == SurpriseCount.counted_by)
        .join(witness, witness.id == SurpriseCount.witness_id)
        .outerjoin(SurpriseFinding, written)
        .where(SurpriseCount.gerai_id == gerai_id)
    )
    if before is not None:
        query = query.where(SurpriseCount.no < before)
    return db.session.execute(query.order_by(SurpriseCount.no.desc()).limit(limit)).all()


def surprise_count(gerai_id: int, no: int) -> Any:
    found = [row for row in surprise_counts(gerai_id, before=no + 1, limit=1) if row.SurpriseCount.no == no]
    return found[0] if found else None


def surprise_lines(gerai_id: int, no: int) -> dict[int, int]:
    """Denomination -> pieces."""
    query = select(SurpriseCountLine.denomination, SurpriseCountLine.pieces).where(
        SurpriseCountLine.gerai_id == gerai_id, SurpriseCountLine.count_no == no
    )
    return dict(db.session.execute(query).all())
