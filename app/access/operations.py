"""What happens at the door. These write no act: the books are a floor above; the door keeps its own log."""

import re
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from app.access import passwords, pins, sessions
from app.access.models import SignInEvent, User
from app.access.refusals import (
    PasswordTooShort,
    PasswordUnchanged,
    UsernameMalformed,
    UsernameTaken,
    WrongCredentials,
    WrongPassword,
)
from app.access.sessions import SignedIn
from app.foundation.database import db, unit_of_work

USERNAME = re.compile(r"[a-z0-9][a-z0-9.-]{2,39}")


def sign_in(*, username: str, password: str, at: datetime, address: str, agent: str = "") -> SignedIn:
    """A new session of the user whose credentials these are. Raises WrongCredentials, the same for every reason."""
    user: User | None = db.session.scalar(select(User).where(User.username == username.strip().lower()))
    right = passwords.matches(user.password_hash if user else None, password)
    if user is None or not right or not user.is_active:
        _log(user.id if user else None, "refused", at, address)
        raise WrongCredentials()
    with unit_of_work() as session:
        session.add(SignInEvent(user_id=user.id, kind="signed_in", at=at, address=address))
        if passwords.is_outdated(user.password_hash):
            user.password_hash = passwords.hashed(password)
        return sessions.start(session, user, at=at, address=address, agent=agent)


def sign_out(*, user_id: int, token_hash: str, at: datetime, address: str) -> None:
    """End this session: a copy of its cookie is worth nothing from now on."""
    with unit_of_work() as session:
        sessions.end_one(session, user_id, token_hash, at)
        session.add(SignInEvent(user_id=user_id, kind="signed_out", at=at, address=address))


def end_session(*, user_id: int, token_hash: str, at: datetime, address: str) -> bool:
    """End one of one's own sessions from another device; False when it had ended already."""
    with unit_of_work() as session:
        ended = sessions.end_one(session, user_id, token_hash, at)
        if ended:
            session.add(SignInEvent(user_id=user_id, kind="session_ended", at=at, address=address))
    return ended


def change_password(
    *, user_id: int, old: str, new: str, at: datetime, address: str, agent: str = ""
) -> SignedIn:
    """Set a new password and end the sessions on every device; answers a new one for this device.

    Raises WrongPassword, PasswordTooShort, PasswordUnchanged.
    """
    user = db.session.get_one(User, user_id)
    if not passwords.matches(user.password_hash, old):
        raise WrongPassword("old")
    if old == new:
        raise PasswordUnchanged("new")
    with unit_of_work() as session:
        set_password(user, new)
        user.must_change_password = False
        sessions.end_all(session, user_id, at)
        session.add(SignInEvent(user_id=user.id, kind="password_changed", at=at, address=address))
        return sessions.start(session, user, at=at, address=address, agent=agent)


def set_password(user: User, password: str) -> None:
    """Within a unit of work. Raises PasswordTooShort."""
    check_password(password)
    user.password_hash = passwords.hashed(password)
    user.session_epoch = (user.session_epoch or 0) + 1


def reset_password(user: User, password: str, at: datetime) -> None:
    """Within a unit of work: a password chosen by somebody else, to be changed first; the PIN goes with the old one.

    Raises PasswordTooShort.
    """
    set_password(user, password)
    user.must_change_password = True
    pins.drop_pin(user.id)
    sessions.end_all(db.session(), user.id, at)
    db.session.add(SignInEvent(user_id=user.id, kind="password_reset", at=at, address=""))


def check_password(password: str) -> None:
    if len(password) < passwords.SHORTEST:
        raise PasswordTooShort("new", shortest=passwords.SHORTEST)


def add_user(*, username: str, name: str, password: str, at: datetime, must_change: bool = True) -> User:
    """Within a unit of work. Raises UsernameMalformed, UsernameTaken, PasswordTooShort."""
    username = username.strip().lower()
    if USERNAME.fullmatch(username) is None:
        raise UsernameMalformed("username")
    if db.session.scalar(select(User.id).where(User.username == username)) is not None:
        raise UsernameTaken("username", username=username)
    user = User(username=username, name=name.strip(), created_at=at, must_change_password=must_change)
    set_password(user, password)
    try:
        with db.session.begin_nested():
            db.session.add(user)
    except IntegrityError:  # taken a moment ago, in another gerai's act
        raise UsernameTaken("username", username=username) from None
    return user


def _log(user_id: int | None, kind: str, at: datetime, address: str) -> None:
    event = SignInEvent(user_id=user_id, kind=kind, at=at, address=address)
    with unit_of_work() as session:
        session.add(event)
