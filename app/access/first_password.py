"""A first password was chosen by somebody else: until its owner changes it, everything else waits."""

from flask import Flask, current_app, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.access.refusals import PasswordChangeNeeded
from app.foundation.errors import wants_json
from app.foundation.guard import PUBLIC, need_of

MEANWHILE = frozenset({"access.password", "access.change_password", "access.end_session"})


def _waits(endpoint: str | None) -> bool:
    if endpoint is None or endpoint in MEANWHILE or need_of(current_app, endpoint) == PUBLIC:
        return False
    return bool(current_user.is_authenticated and current_user.must_change_password)


def _ask() -> ResponseReturnValue | None:
    """Send the person to the password page; a program gets the refusal."""
    if not _waits(request.endpoint):
        return None
    if wants_json():
        raise PasswordChangeNeeded()
    return redirect(url_for("access.password"), 303)


def init_app(app: Flask) -> None:
    app.before_request(_ask)
