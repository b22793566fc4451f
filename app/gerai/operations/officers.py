"""Officers: who holds which role where. Nobody appoints or dismisses themselves."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select

from app.access.models import User
from app.access.operations import add_user, reset_password
from app.access.sessions import end_all
from app.books import DISTRICT
from app.books.acts import act
from app.books.book import OpenBook
from app.gerai.models import Officer
from app.gerai.refusals import (
    AlreadyAppointed,
    NotAppointed,
    OwnPassword,
    OwnRole,
    PasswordNotYours,
    PersonNotOfHere,
    PersonUnknown,
    RoleUnknown,
)
from app.gerai.roles import DISTRICT_ROLES, Role


@dataclass(frozen=True)
class FirstPassword:
    """Kept out of the act's content hash, from which it could be guessed."""

    text: str = field(compare=False, repr=False)


@act("gerai.appoint")
def appoint(book: OpenBook, *, username: str, role: Role) -> dict[str, Any]:
    """Give a role to a person who already has an account.

    A board reaches only those who serve or served here; whom it does not know, a district administrator
    appoints (docs/adr/0012). Raises PersonUnknown, PersonNotOfHere, AlreadyAppointed, OwnRole, RoleUnknown.
    """
    user = book.session.scalar(select(User).where(User.username == username.strip().lower()))
    if not _is_district_admin(book):
        if user is None or not _served_here(book, user.id):
            raise PersonNotOfHere("username")
    elif user is None:
        raise PersonUnknown("username")
    return _give(book, user, role)


@act("gerai.appoint_new")
def appoint_new(
    book: OpenBook, *, username: str, name: str, password: FirstPassword, role: Role
) -> dict[str, Any]:
    """Make an account with a first password, to be changed at the first sign-in, and give it a role.

    Raises UsernameMalformed, UsernameTaken, PasswordTooShort, RoleUnknown.
    """
    user = add_user(username=username, name=name, password=password.text, at=book.at)
    return _give(book, user, role)


@act("gerai.dismiss")
def dismiss(book: OpenBook, *, user_id: int, role: Role) -> dict[str, Any]:
    """End a role; with the last one, their sessions on every device. Raises NotAppointed, OwnRole."""
    officer = book.session.get(Officer, (book.gerai_id, user_id, role.value))
    if officer is None or officer.ended_at is not None:
        raise NotAppointed()
    if user_id == book.user_id:
        raise OwnRole()
    officer.ended_at = book.at
    book.session.flush()
    if not _held(book, user_id):
        end_all(book.session, user_id, book.at)
    return {"user": user_id, "role": role.value}


@act("gerai.renew_password")
def renew_password(book: OpenBook, *, user_id: int, password: FirstPassword) -> dict[str, Any]:
    """Give an officer who forgot it a new first password, and end their sessions.

    Whoever serves in another place too gets it from a district administrator: an account reaches as far
    as all its roles. Raises NotAppointed, OwnPassword, PasswordNotYours, PasswordTooShort.
    """
    places = {officer.gerai_id for officer in _held(book, user_id)}
    if book.gerai_id not in places:
        raise NotAppointed()
    if user_id == book.user_id:
        raise OwnPassword()
    if places != {book.gerai_id} and not _is_district_admin(book):
        raise PasswordNotYours()
    reset_password(book.session.get_one(User, user_id), password.text, book.at)
    return {"user": user_id}


def _held(book: OpenBook, user_id: int) -> Sequence[Officer]:
    """The roles this person holds now, wherever."""
    return book.session.scalars(
        select(Officer).where(Officer.user_id == user_id, Officer.ended_at.is_(None))
    ).all()


def _served_here(book: OpenBook, user_id: int) -> bool:
    query = select(Officer.role).where(Officer.gerai_id == book.gerai_id, Officer.user_id == user_id)
    return book.session.scalar(query.limit(1)) is not None


def _is_district_admin(book: OpenBook) -> bool:
    officer = book.session.get(Officer, (DISTRICT, book.user_id, Role.DISTRICT_ADMIN.value))
    return officer is not None and officer.ended_at is None


def _give(book: OpenBook, user: User, role: Role) -> dict[str, Any]:
    if (role in DISTRICT_ROLES) != (book.gerai_id == DISTRICT):
        raise RoleUnknown("role")
    if user.id == book.user_id:
        raise OwnRole("role")
    officer = book.session.get(Officer, (book.gerai_id, user.id, role.value))
    if officer is not None and officer.ended_at is None:
        raise AlreadyAppointed("role", name=user.name)
    if officer is None:
        officer = Officer(gerai_id=book.gerai_id, user_id=user.id, role=role.value)
        book.session.add(officer)
    officer.appointed_at, officer.ended_at = book.at, None
    return {"user": user.id, "role": role.value}
