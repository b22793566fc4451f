"""How a membership ends: by one's own wish, by decision, by death."""

from datetime import date
from typing import Any

from sqlalchemy import select

from app.books.acts import act
from app.books.book import OpenBook
from app.members.hooks import objections_to_leaving
from app.members.models import Member, MemberCard
from app.members.operations.steps import record_event, still_here
from app.members.refusals import DayUnfit, LeavingObjected
from app.members.status import DECEASED, EXPELLED, RESIGNED


@act("members.resign")
def resign(book: OpenBook, *, member_no: int, on: date, reason: str) -> dict[str, Any]:
    """A member leaves by their own wish. Raises MemberUnknown, AlreadyLeft, DayUnfit, LeavingObjected."""
    return _leave(book, member_no, RESIGNED, on, reason)


@act("members.expel")
def expel(book: OpenBook, *, member_no: int, on: date, reason: str) -> dict[str, Any]:
    """The board ends a membership. Raises MemberUnknown, AlreadyLeft, DayUnfit, LeavingObjected."""
    return _leave(book, member_no, EXPELLED, on, reason)


@act("members.record_death")
def record_death(book: OpenBook, *, member_no: int, on: date, reason: str = "") -> dict[str, Any]:
    """A member has died; what is not settled waits for the heirs. Raises MemberUnknown, AlreadyLeft, DayUnfit."""
    return _end(book, still_here(book, member_no), DECEASED, on, reason)


def _leave(book: OpenBook, member_no: int, kind: str, on: date, reason: str) -> dict[str, Any]:
    member = still_here(book, member_no)
    objections = objections_to_leaving(book, member_no)
    if objections:
        raise LeavingObjected(reasons=" ".join(objections))
    return _end(book, member, kind, on, reason)


def _end(book: OpenBook, member: Member, kind: str, on: date, reason: str) -> dict[str, Any]:
    """Nobody ends before the day they began, and the card ends with them."""
    if not (member.since_on or member.registered_on) <= on <= book.today:
        raise DayUnfit("on")
    member.status, member.left_on = kind, on
    for card in book.session.scalars(_live_cards(book.gerai_id, member.no)):
        card.revoked_at, card.reason = book.at, kind
    book.session.flush()
    record_event(book, member.no, kind, on, reason)
    return {"member": member.no}


def _live_cards(gerai_id: int, member_no: int) -> Any:
    return select(MemberCard).where(
        MemberCard.gerai_id == gerai_id, MemberCard.member_no == member_no, MemberCard.revoked_at.is_(None)
    )
