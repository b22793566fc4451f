"""Finding the person an act is about, and writing the step down."""

from datetime import date

from sqlalchemy import func, insert, select

from app.books.book import OpenBook
from app.members.models import Member, MemberEvent
from app.members.refusals import AlreadyLeft, MemberUnknown

_EVENT = insert(MemberEvent)


def here_or_gone(book: OpenBook, member_no: int) -> Member:
    """Raises MemberUnknown."""
    member = book.session.get(Member, (book.gerai_id, member_no))
    if member is None:
        raise MemberUnknown(member=member_no)
    return member


def still_here(book: OpenBook, member_no: int) -> Member:
    """Raises MemberUnknown, AlreadyLeft."""
    member = here_or_gone(book, member_no)
    if not member.is_here:
        raise AlreadyLeft(member=member_no)
    return member


def record_event(book: OpenBook, member_no: int, kind: str, on: date, reason: str = "") -> None:
    """Write down one step of a member's life, after those that are there."""
    last = select(func.max(MemberEvent.line)).where(
        MemberEvent.gerai_id == book.gerai_id, MemberEvent.member_no == member_no
    )
    line = (book.session.scalar(last) or 0) + 1
    step = {"member_no": member_no, "line": line, "kind": kind, "happened_on": on, "reason": reason}
    book.write(_EVENT, [step | recorded(book)])


def recorded(book: OpenBook) -> dict[str, object]:
    """In which gerai, when, by whom and by which act a step is written."""
    return {
        "gerai_id": book.gerai_id,
        "recorded_at": book.at,
        "recorded_by": book.user_id,
        "act_no": book.act_no,
    }
