"""Questions about bon."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Row, case, func, select

from app.access.models import User
from app.foundation.database import db
from app.ledger.models import Balance
from app.members.models import Member
from app.receivables import postings, rules
from app.receivables.models import BonPayment, CreditLimit, Receivable
from app.receivables.rules import Movement, OpenCharge


@dataclass(frozen=True)
class Account:
    """A member's bon as it stands: rupiah owed, the limit, and what is open of each charge."""

    member_no: int
    limit: int
    owed: int
    charges: Sequence[OpenCharge]

    @property
    def left(self) -> int:
        return self.limit - self.owed

    def ages(self, on: date) -> list[int]:
        return rules.ageing(self.charges, on)


def account(gerai_id: int, member_no: int) -> Account:
    limit = db.session.get(CreditLimit, (gerai_id, member_no))
    balance = db.session.get(Balance, (gerai_id, postings.BON, postings.subledger(member_no)))
    charges = open_of(gerai_id, [member_no]).get(member_no, [])
    return Account(member_no, limit.amount if limit else 0, balance.amount if balance else 0, charges)


def open_of(gerai_id: int, member_nos: Iterable[int] | None = None) -> dict[int, list[OpenCharge]]:
    """What is open of each charge, by member. One query."""
    query = select(
        Receivable.member_no, Receivable.no, Receivable.kind, Receivable.moved_on, Receivable.amount,
        Receivable.against_no,
    ).where(Receivable.gerai_id == gerai_id)  # fmt: skip
    if member_nos is not None:
        query = query.where(Receivable.member_no.in_(list(member_nos)))
    by_member: dict[int, list[Movement]] = {}
    for member_no, no, kind, moved_on, amount, against in db.session.execute(query.order_by(Receivable.no)):
        by_member.setdefault(member_no, []).append(Movement(no, kind, moved_on, amount, against))
    return {no: rules.open_charges(rows) for no, rows in by_member.items()}


def rooms_left(gerai_id: int, member_nos: Sequence[int]) -> dict[int, int]:
    """How much more each of these may owe; below zero where the limit was passed. Two queries."""
    limits = select(CreditLimit.member_no, CreditLimit.amount).where(
        CreditLimit.gerai_id == gerai_id, CreditLimit.member_no.in_(member_nos)
    )
    owed = select(Balance.subledger, Balance.amount).where(
        Balance.gerai_id == gerai_id,
        Balance.account == postings.BON,
        Balance.subledger.in_([postings.subledger(no) for no in member_nos]),
    )
    limit_of: dict[int, int] = dict(db.session.execute(limits).all())
    owed_by: dict[str, int] = dict(db.session.execute(owed).all())
    return {no: limit_of.get(no, 0) - owed_by.get(postings.subledger(no), 0) for no in member_nos}


@dataclass(frozen=True)
class Debtor:
    """One line of the list: rupiah owed in all, by age, and what is older than the term."""

    no: int
    name: str
    dusun: str
    limit: int
    ages: list[int]

    @property
    def owed(self) -> int:
        return sum(self.ages)

    @property
    def overdue(self) -> int:
        return rules.overdue(self.ages)


def debtors(gerai_id: int, on: date) -> list[Debtor]:
    """Everybody who owes something, the oldest debts first. Three queries; a village has a few hundred members."""
    ages = {
        no: rules.ageing(charges, on)
        for no, charges in open_of(gerai_id, _owing(gerai_id)).items()
        if charges
    }
    names = select(Member.no, Member.name, Member.dusun, func.coalesce(CreditLimit.amount, 0)).outerjoin(
        CreditLimit, (CreditLimit.gerai_id == Member.gerai_id) & (CreditLimit.member_no == Member.no)
    )
    rows = db.session.execute(names.where(Member.gerai_id == gerai_id, Member.no.in_(list(ages))))
    found = [Debtor(no, name, dusun, limit, ages[no]) for no, name, dusun, limit in rows]
    return sorted(found, key=lambda each: (*(-amount for amount in reversed(each.ages)), each.no))


def _owing(gerai_id: int) -> list[int]:
    signed = case((Receivable.kind == "charge", Receivable.amount), else_=-Receivable.amount)
    query = select(Receivable.member_no).where(Receivable.gerai_id == gerai_id)
    return list(db.session.scalars(query.group_by(Receivable.member_no).having(func.sum(signed) > 0)))


@dataclass(frozen=True)
class StatementLine:
    movement: Receivable
    balance: int


def statement(gerai_id: int, member_no: int, *, since: date, until: date) -> tuple[int, list[StatementLine]]:
    """(what was owed before ``since``, every movement until ``until`` with what was owed after it)."""
    query = select(Receivable).where(
        Receivable.gerai_id == gerai_id, Receivable.member_no == member_no, Receivable.moved_on <= until
    )
    before, balance, lines = 0, 0, []
    for row in db.session.scalars(query.order_by(Receivable.moved_on, Receivable.no)):
        balance += row.amount if row.kind == "charge" else -row.amount
        if row.moved_on < since:
            before = balance
        else:
            lines.append(StatementLine(row, balance))
    return before, lines


def payment(gerai_id: int, no: int) -> Row[BonPayment, str, str | None] | None:
    """(payment, the member's name, who received it)"""
    of_member = (Member.gerai_id == BonPayment.gerai_id) & (Member.no == BonPayment.member_no)
    query = (
        select(BonPayment, Member.name, User.name.label("received_by"))
        .join(Member, of_member)
        .outerjoin(User, User.id == BonPayment.received_by)
        .where(BonPayment.gerai_id == gerai_id, BonPayment.no == no)
    )
    return db.session.execute(query).one_or_none()


def member(gerai_id: int, member_no: int) -> Any:
    return db.session.get(Member, (gerai_id, member_no))
