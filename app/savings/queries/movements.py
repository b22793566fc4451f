"""What was paid in, one by one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Row, func, select

from app.access.models import User
from app.cash.models import Tender
from app.foundation.database import db
from app.members.models import Member
from app.savings.kinds import COUNTER
from app.savings.models import SavingsMovement, WajibMonth
from app.savings.postings import SOURCE

PAGE = 30


@dataclass(frozen=True)
class Receipt:
    """Everything the receipt of a payment says."""

    no: int
    member_no: int
    name: str
    kind: str
    amount: int
    balance: int
    at: datetime
    by: str
    shift_no: int | None
    tender: str
    given: int
    entry_no: int
    months: tuple[date, ...]


def receipt(gerai_id: int, no: int) -> Receipt | None:
    """A payment at the counter; None for what was brought in with the saldo awal."""
    query = (
        select(SavingsMovement, Member.name, User.name, Tender)
        .join(
            Member, (Member.gerai_id == SavingsMovement.gerai_id) & (Member.no == SavingsMovement.member_no)
        )
        .join(User, User.id == SavingsMovement.recorded_by)
        .join(
            Tender,
            (Tender.gerai_id == SavingsMovement.gerai_id)
            & (Tender.source == SOURCE)
            & (Tender.source_no == SavingsMovement.no),
        )
        .where(SavingsMovement.gerai_id == gerai_id, SavingsMovement.no == no)
    )
    row = db.session.execute(query).one_or_none()
    if row is None:
        return None
    moved, name, by, tender = row
    return Receipt(
        moved.no, moved.member_no, name, moved.kind, moved.amount, moved.balance, moved.recorded_at, by,
        moved.shift_no, tender.kind, tender.given, moved.entry_no, _months(gerai_id, no),
    )  # fmt: skip


def _months(gerai_id: int, movement_no: int) -> tuple[date, ...]:
    query = select(WajibMonth.month_on).where(
        WajibMonth.gerai_id == gerai_id, WajibMonth.movement_no == movement_no
    )
    return tuple(db.session.scalars(query.order_by(WajibMonth.month_on)))


def movements_of(gerai_id: int, member_no: int, limit: int = 6) -> Sequence[SavingsMovement]:
    """A member's newest movements."""
    query = select(SavingsMovement).where(
        SavingsMovement.gerai_id == gerai_id, SavingsMovement.member_no == member_no
    )
    return db.session.scalars(query.order_by(SavingsMovement.no.desc()).limit(limit)).all()


def movements(
    gerai_id: int, *, before: int | None = None, after: int | None = None, limit: int = PAGE
) -> Sequence[Row[SavingsMovement, str]]:
    """(movement, member's name), newest first."""
    query = select(SavingsMovement, Member.name).join(
        Member, (Member.gerai_id == SavingsMovement.gerai_id) & (Member.no == SavingsMovement.member_no)
    )
    query = query.where(SavingsMovement.gerai_id == gerai_id)
    if after is not None:
        newer = query.where(SavingsMovement.no > after).order_by(SavingsMovement.no)
        return db.session.execute(newer.limit(limit)).all()[::-1]
    if before is not None:
        query = query.where(SavingsMovement.no < before)
    return db.session.execute(query.order_by(SavingsMovement.no.desc()).limit(limit)).all()


def received_in(gerai_id: int, shift_no: int) -> tuple[int, int]:
    """(payments, rupiah) of a shift."""
    query = select(func.count(), func.sum(SavingsMovement.amount)).where(
        SavingsMovement.gerai_id == gerai_id,
        SavingsMovement.shift_no == shift_no,
        SavingsMovement.source == COUNTER,
    )
    number, amount = db.session.execute(query).one()
    return number, int(amount or 0)
