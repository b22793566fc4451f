"""Flask-Login, told how our sessions are remembered and when they end.

Each sign-in is a row of its own. The cookie carries a random token and the row its hash, so a cookie that
was copied is worth nothing after the sign-out, and neither is a copy of the database before it.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

import structlog
from flask import Flask, Response, current_app, request, session
from flask.sessions import SecureCookieSessionInterface, SessionMixin
from flask_login import LoginManager, UserMixin, current_user, login_user, logout_user
from sqlalchemy import bindparam, select, update
from sqlalchemy.exc import OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.orm import Session

from app.access.devices import device_words
from app.access.models import User, UserSession
from app.foundation.clock import now
from app.foundation.database import db, unit_of_work

login_manager = LoginManager()
login_manager.session_protection = None  # phones change address all day; rows end sessions instead
log = structlog.get_logger()

SEEN_EVERY = timedelta(hours=1)
"""How coarse "last seen" is: a page is not to wait for a write."""

_SIGNED_IN = (
    select(User.id, User.username, User.name, User.must_change_password, UserSession.seen_at)
    .join(User, User.id == UserSession.user_id)
    .where(
        UserSession.token_hash == bindparam("token_hash"),
        UserSession.ended_at.is_(None),
        UserSession.started_at > bindparam("since"),
        UserSession.epoch == User.session_epoch,
        User.ended_at.is_(None),
    )
)


@dataclass(frozen=True)
class SignedIn(UserMixin):
    """Who is signed in, as every request needs them; ``token`` is what their cookie holds."""

    id: int
    username: str
    name: str
    must_change_password: bool
    seen_at: datetime
    token: str

    def get_id(self) -> str:
        return self.token

    @property
    def token_hash(self) -> str:
        return _hash(self.token)


@login_manager.user_loader
def load(token: str) -> SignedIn | None:
    """The signed-in user, or None when the session, its password or the account has ended.

    Asked with every request, so not through the ORM, and everything at once.
    """
    values = {"token_hash": _hash(token), "since": _since(now())}
    row = db.session.connection().execute(_SIGNED_IN, values).one_or_none()
    return SignedIn(*row, token) if row is not None else None


def _hash(token: str) -> str:
    return sha256(token.encode()).hexdigest()


def _since(moment: datetime) -> datetime:
    """Sessions that started before have ended by themselves, whatever the cookie says."""
    lifetime: timedelta = current_app.config["PERMANENT_SESSION_LIFETIME"]
    return moment - lifetime


def start(unit: Session, user: User, *, at: datetime, address: str, agent: str) -> SignedIn:
    """Within a unit of work: a session row for ``user``, and what their cookie will hold."""
    token = secrets.token_urlsafe(32)
    unit.add(
        UserSession(
            token_hash=_hash(token),
            user_id=user.id,
            epoch=user.session_epoch,
            started_at=at,
            seen_at=at,
            address=address,
            device=device_words(agent),
        )
    )
    return SignedIn(user.id, user.username, user.name, user.must_change_password, at, token)


def enter(signed_in: SignedIn) -> None:
    """A new cookie: nothing of the session before it survives but the language."""
    language = session.get("language")
    session.clear()
    session.permanent = True
    if language:
        session["language"] = language
    login_user(signed_in)


def leave() -> None:
    logout_user()
    session.clear()


def end_one(unit: Session, user_id: int, token_hash: str, at: datetime) -> bool:
    """Within a unit of work: end one session of this person; False when there is none that is open."""
    open_one = UserSession.token_hash == token_hash, UserSession.user_id == user_id
    found = unit.scalar(select(UserSession).where(*open_one, UserSession.ended_at.is_(None)))
    if found is not None:
        found.ended_at = at
    return found is not None


def end_all(unit: Session, user_id: int, at: datetime) -> None:
    """Within a unit of work: end this person's sessions on every device."""
    mine = UserSession.user_id == user_id, UserSession.ended_at.is_(None)
    unit.execute(update(UserSession).where(*mine).values(ended_at=at))


def open_sessions(user_id: int, at: datetime) -> list[UserSession]:
    """This person's sessions that have not ended, the one seen last first."""
    query = (
        select(UserSession)
        .join(User, User.id == UserSession.user_id)
        .where(
            UserSession.user_id == user_id,
            UserSession.ended_at.is_(None),
            UserSession.started_at > _since(at),
            UserSession.epoch == User.session_epoch,
        )
        .order_by(UserSession.seen_at.desc(), UserSession.token_hash)
    )
    return list(db.session.scalars(query))


def _note_seen(response: Response) -> Response:
    """Once an hour a session says that it is used. When the database is busy, the next page will say it."""
    moment = now()
    if current_user and current_user.is_authenticated and moment - current_user.seen_at > SEEN_EVERY:
        seen = update(UserSession).where(UserSession.token_hash == current_user.token_hash)
        try:
            with unit_of_work() as unit:
                unit.execute(seen.values(seen_at=moment))
        except (OperationalError, PoolTimeout) as error:
            log.warning("a session's last use could not be noted", exc_info=error)
    return response


class Cookies(SecureCookieSessionInterface):
    """Flask renews the cookie with every answer; files may be kept by a shared cache, so they carry none."""

    def should_set_cookie(self, app: Flask, session: SessionMixin) -> bool:
        return request.endpoint != "static" and super().should_set_cookie(app, session)


def init_app(app: Flask) -> None:
    app.session_interface = Cookies()
    login_manager.init_app(app)
    app.after_request(_note_seen)
