"""What a counter asks of the register, with every sale or payment: straight from the driver."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import String, bindparam, cast, select

from app.foundation import batch
from app.foundation.database import db
from app.members.models import Member
from app.members.status import MEMBER


@dataclass(frozen=True)
class MemberFacts:
    """What a counter needs to know of a person of the register."""

    no: int
    name: str
    status: str
    since_on: date | None

    @property
    def is_member(self) -> bool:
        """A full member now: neither a candidate nor gone."""
        return self.status == MEMBER


_FACTS = select(Member.no, Member.name, Member.status, cast(Member.since_on, String(10))).where(
    Member.gerai_id == bindparam("gerai_id"), Member.no == bindparam("no")
)


def member_facts(gerai_id: int, member_no: int) -> MemberFacts | None:
    """The person of this number, also one who has left; None where the gerai has none."""
    found = batch.ask(db.session.connection(), _FACTS, gerai_id=gerai_id, no=member_no)
    return _facts(found[0]) if found else None


def _facts(row: tuple[Any, ...]) -> MemberFacts:
    no, name, status, since_on = row
    return MemberFacts(no, name, status, date.fromisoformat(since_on) if since_on else None)
