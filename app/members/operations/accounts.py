"""The account with which a member signs in to see what is their own."""

from typing import Any

from sqlalchemy import select

from app.access.models import User
from app.books.acts import act
from app.books.book import OpenBook
from app.gerai.models import Officer
from app.gerai.roles import Role
from app.members.models import MemberAccount
from app.members.operations.steps import here_or_gone, still_here
from app.members.refusals import AccountTaken, AccountUnfit


@act("members.link_account")
def link_account(book: OpenBook, *, member_no: int, username: str) -> dict[str, Any]:
    """Say whose account it is; the account must hold the role of a member here.

    Raises MemberUnknown, AlreadyLeft, AccountUnfit, AccountTaken.
    """
    still_here(book, member_no)
    user_id = _member_user(book, username.strip().lower())
    if user_id is None:
        raise AccountUnfit("username")
    own = (MemberAccount.gerai_id == book.gerai_id, MemberAccount.user_id == user_id)
    if book.session.scalar(select(MemberAccount.member_no).where(*own)) not in (None, member_no):
        raise AccountTaken("username")
    account = book.session.get(MemberAccount, (book.gerai_id, member_no))
    if account is None:
        account = MemberAccount(gerai_id=book.gerai_id, member_no=member_no)
        book.session.add(account)
    account.user_id, account.linked_at = user_id, book.at
    return {"member": member_no, "user": user_id}


@act("members.unlink_account")
def unlink_account(book: OpenBook, *, member_no: int) -> dict[str, Any]:
    """The member's account means nobody any more. Raises MemberUnknown."""
    here_or_gone(book, member_no)
    account = book.session.get(MemberAccount, (book.gerai_id, member_no))
    if account is not None:
        book.session.delete(account)
    return {"member": member_no}


def _member_user(book: OpenBook, username: str) -> int | None:
    held = select(Officer.user_id).where(
        Officer.gerai_id == book.gerai_id, Officer.role == Role.MEMBER.value, Officer.ended_at.is_(None)
    )
    return book.session.scalar(select(User.id).where(User.username == username, User.id.in_(held)))
