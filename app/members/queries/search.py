"""Finding a person: by number, by pieces of the name or dusun, by the card's QR, by NIK."""

from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, and_, func, or_, select

from app.foundation.database import db
from app.members.cards import token_in
from app.members.models import Member, MemberCard
from app.members.particulars import nik_index
from app.members.status import HERE

LONGEST = 60
LARGEST = 2**31


class MemberHit(NamedTuple):
    no: int
    name: str
    dusun: str


def find_members(gerai: Any, text: str, limit: int = 12) -> list[MemberHit]:
    """Candidates and members that ``text`` means: a card's QR or a number means one, a name may mean many.

    ``gerai`` is anything with a ``gerai_id``.
    """
    words = text[:LONGEST].split()
    if not words:
        return []
    here = (Member.gerai_id == gerai.gerai_id, Member.status.in_(HERE))
    query = select(Member.no, Member.name, Member.dusun).where(*here, matches(gerai.gerai_id, text))
    return [MemberHit(*row) for row in db.session.execute(query.order_by(*by_name()).limit(limit))]


def by_name() -> tuple[Any, ...]:
    return func.lower(Member.name), Member.no


def matches(gerai_id: int, text: str) -> ColumnElement[bool]:
    """Members of this card, else of this number, else with every word in their name or dusun."""
    token = token_in(text)
    if token is not None:
        live = select(MemberCard.member_no).where(
            MemberCard.gerai_id == gerai_id, MemberCard.token == token, MemberCard.revoked_at.is_(None)
        )
        return Member.no.in_(live)
    words = text[:LONGEST].lower().split()
    if len(words) == 1 and words[0].isascii() and words[0].isdigit():
        return Member.no == min(int(words[0]), LARGEST)
    return and_(*(_holds(word) for word in words))


def _holds(word: str) -> ColumnElement[bool]:
    columns = (Member.name, Member.dusun)
    return or_(*(func.lower(column).contains(word, autoescape=True) for column in columns))


def member_of_nik(gerai_id: int, nik: str) -> int | None:
    """The number of the candidate or member with this NIK (16 digits)."""
    return db.session.scalar(
        select(Member.no).where(
            Member.gerai_id == gerai_id,
            Member.nik_index == nik_index(gerai_id, nik),
            Member.left_on.is_(None),
        )
    )
