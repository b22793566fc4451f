"""Flask-Login, told how our sessions are remembered and when they end."""

from flask import Flask, request, session
from flask.sessions import SecureCookieSessionInterface, SessionMixin
from flask_login import LoginManager, login_user, logout_user

from app.access.models import User
from app.foundation.database import db

login_manager = LoginManager()
login_manager.session_protection = None  # phones change address all day; the epoch ends sessions instead


@login_manager.user_loader
def load(remembered: str) -> User | None:
    """The signed-in user, or None when the session is older than the password."""
    user_id, _, epoch = remembered.partition(".")
    if not (user_id.isdigit() and epoch.isdigit()):
        return None
    user = db.session.get(User, int(user_id))
    if user is None or not user.is_active or user.session_epoch != int(epoch):
        return None
    return user


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
