"""Flask-Login, told how our sessions are remembered and when they end."""

from dataclasses import dataclass

from flask import Flask, request, session
from flask.sessions import SecureCookieSessionInterface, SessionMixin
from flask_login import LoginManager, UserMixin, login_user, logout_user
from sqlalchemy import bindparam, select

from app.access.models import User
from app.foundation.database import db

login_manager = LoginManager()
login_manager.session_protection = None  # phones change address all day; the epoch ends sessions instead


_SIGNED_IN = select(User.id, User.username, User.name, User.must_change_password).where(
    User.id == bindparam("id"), User.session_epoch == bindparam("epoch"), User.ended_at.is_(None)
)


@dataclass(frozen=True)
class SignedIn(UserMixin):
    """Who is signed in, as every request needs them; ``remembered`` is what their session holds."""

    id: int
    username: str
    name: str
    must_change_password: bool
    remembered: str

    def get_id(self) -> str:
        return self.remembered


@login_manager.user_loader
def load(remembered: str) -> SignedIn | None:
    """The signed-in user, or None when the session is older than the password.

    Asked with every request, so not through the ORM.
    """
    user_id, _, epoch = remembered.partition(".")
    if not (user_id.isdigit() and epoch.isdigit()):
        return None
    values = {"id": int(user_id), "epoch": int(epoch)}
    row = db.session.connection().execute(_SIGNED_IN, values).one_or_none()
    return SignedIn(*row, remembered) if row is not None else None


def begin(user: User) -> None:
    """A new session for ``user``: nothing of the one before it survives but the language."""
    language = session.get("language")
    session.clear()
    session.permanent = True
    if language:
        session["language"] = language
    login_user(user)


def end() -> None:
    logout_user()
    session.clear()


class Cookies(SecureCookieSessionInterface):
    """Flask renews the cookie with every answer; files may be kept by a shared cache, so they carry none."""

    def should_set_cookie(self, app: Flask, session: SessionMixin) -> bool:
        return request.endpoint != "static" and super().should_set_cookie(app, session)


def init_app(app: Flask) -> None:
    app.session_interface = Cookies()
    login_manager.init_app(app)
