"""Cards: issued, revoked, replaced. One counts at a time."""

from typing import Any

from sqlalchemy import select

from app.books.acts import act
from app.books.book import OpenBook
from app.members.cards import new_token
from app.members.models import MemberCard
from app.members.operations.steps import still_here
from app.members.refusals import CardAlreadyIssued, CardRevoked, CardUnknown

COUNTER = "member_card"


@act("members.issue_card")
def issue_card(book: OpenBook, *, member_no: int) -> dict[str, Any]:
    """A member's first card, or the next after one was revoked. Raises MemberUnknown, AlreadyLeft, CardAlreadyIssued."""
    still_here(book, member_no)
    held = _live_card(book, member_no)
    if held is not None:
        raise CardAlreadyIssued(card=held.no)
    return _issue(book, member_no)


@act("members.revoke_card")
def revoke_card(book: OpenBook, *, card_no: int, reason: str) -> dict[str, Any]:
    """The card means nobody any more. Raises CardUnknown, CardRevoked."""
    card = _revoke(book, card_no, reason)
    return {"member": card.member_no, "card": card_no}


@act("members.replace_card")
def replace_card(book: OpenBook, *, card_no: int, reason: str) -> dict[str, Any]:
    """Revoke a card and issue another. Raises CardUnknown, CardRevoked, AlreadyLeft."""
    card = _revoke(book, card_no, reason)
    still_here(book, card.member_no)
    return _issue(book, card.member_no)


def _issue(book: OpenBook, member_no: int) -> dict[str, Any]:
    no = book.next_no(COUNTER)
    book.session.add(
        MemberCard(
            gerai_id=book.gerai_id,
            no=no,
            member_no=member_no,
            token=new_token(),
            issued_at=book.at,
            act_no=book.act_no,
        )
    )
    return {"member": member_no, "card": no}


def _revoke(book: OpenBook, card_no: int, reason: str) -> MemberCard:
    card = book.session.get(MemberCard, (book.gerai_id, card_no))
    if card is None:
        raise CardUnknown()
    if card.revoked_at is not None:
        raise CardRevoked(card=card_no)
    card.revoked_at, card.reason = book.at, reason
    book.session.flush()
    return card


def _live_card(book: OpenBook, member_no: int) -> MemberCard | None:
    return book.session.scalar(
        select(MemberCard).where(
            MemberCard.gerai_id == book.gerai_id,
            MemberCard.member_no == member_no,
            MemberCard.revoked_at.is_(None),
        )
    )
