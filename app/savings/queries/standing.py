"""What a member has paid in and still owes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from app.foundation.database import db
from app.foundation.dates import month_start, next_month
from app.ledger.models import Balance
from app.members.models import Member
from app.members.status import subledger_of
from app.savings.kinds import ACCOUNTS, SavingsKind
from app.savings.models import ShareTerm, WajibMonth
from app.savings.rules import Terms, terms_on


@dataclass(frozen=True)
class Standing:
    """A member's three balances in rupiah, and what the terms ask."""

    balances: dict[SavingsKind, int]
    pokok_owed: int | None
    """The whole pokok; None where the gerai has no terms yet."""
    next_month: date
    """The first month of wajib that is not paid, as far as the counter knows."""

    @property
    def pokok_rest(self) -> int:
        return max((self.pokok_owed or 0) - self.balances[SavingsKind.POKOK], 0)

    @property
    def total(self) -> int:
        return sum(self.balances.values())


def terms(gerai_id: int) -> Sequence[Terms]:
    """All terms of a gerai, in the order of their days."""
    query = select(ShareTerm.valid_from, ShareTerm.pokok, ShareTerm.wajib)
    found = db.session.execute(query.where(ShareTerm.gerai_id == gerai_id).order_by(ShareTerm.valid_from))
    return [Terms(*row) for row in found]


def balances(gerai_id: int, member_no: int) -> dict[SavingsKind, int]:
    """What stands in a member's name, by kind; read from the ledger's kept balances."""
    query = select(Balance.account, Balance.amount).where(
        Balance.gerai_id == gerai_id,
        Balance.account.in_(ACCOUNTS.values()),
        Balance.subledger == subledger_of(member_no),
    )
    held = dict(db.session.execute(query).all())
    return {kind: -held.get(account, 0) for kind, account in ACCOUNTS.items()}


def member_standing(gerai_id: int, member: Member, today: date) -> Standing:
    owed = terms_on(terms(gerai_id), member.registered_on)
    return Standing(
        balances(gerai_id, member.no),
        owed.pokok if owed else None,
        next_unpaid_month(gerai_id, member, today),
    )


def next_unpaid_month(gerai_id: int, member: Member, today: date) -> date:
    """The month after the last one paid; before any was, this month or the one the membership began in.

    Wajib that came in with the saldo awal names no months, so for those who were members before the books
    began the counter proposes the present month.
    """
    last = select(func.max(WajibMonth.month_on)).where(
        WajibMonth.gerai_id == gerai_id, WajibMonth.member_no == member.no
    )
    paid = db.session.scalar(last)
    return next_month(paid) if paid else month_start(today)


def paid_months(gerai_id: int, member_no: int, since: date) -> set[date]:
    """The months of wajib paid from the month ``since`` on."""
    query = select(WajibMonth.month_on).where(
        WajibMonth.gerai_id == gerai_id, WajibMonth.member_no == member_no, WajibMonth.month_on >= since
    )
    return set(db.session.scalars(query))
