"""The door: in, out, another language."""

import re
from urllib.parse import urlsplit

from flask import redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.access import operations, sessions
from app.access.forms import SignInForm
from app.access.refusals import WrongCredentials
from app.access.routes.blueprint import address, blueprint, whence
from app.access.throttle import sign_in_attempts
from app.foundation.clock import now
from app.foundation.guard import public, signed_in
from app.foundation.language import LANGUAGES

# Browsers read a backslash as a slash and skip control characters: each could make "//elsewhere" of a path.
UNSAFE = re.compile(r"^//|[\\\x00-\x1f\x7f]")


def _within(url: str | None) -> str | None:
    """The URL when it stays on this site, else None: no open redirects."""
    if not url or not url.startswith("/") or UNSAFE.search(url):
        return None
    parts = urlsplit(url)
    return url if not parts.scheme and not parts.netloc else None


@blueprint.get("/sign-in")
@public
def sign_in() -> ResponseReturnValue:
    if current_user.is_authenticated:
        return redirect(_within(request.args.get("next")) or url_for("home.front"), 303)
    return render_template("access/sign_in.html", form=SignInForm())


@blueprint.post("/sign-in")
@public
@sign_in_attempts[0]
@sign_in_attempts[1]
@sign_in_attempts[2]
def begin_session() -> ResponseReturnValue:
    form = SignInForm(request.form)  # and nothing else: the throttle counts by what stands there
    if not form.validate():
        return render_template("access/sign_in.html", form=form), 422
    try:
        came_in = operations.sign_in(
            username=form.username.data or "", password=form.password.data or "", at=now(), **whence()
        )
    except WrongCredentials as refusal:
        form.form_errors.append(refusal.message)
        return render_template("access/sign_in.html", form=form), 422
    sessions.enter(came_in)
    if came_in.must_change_password:
        return redirect(url_for("access.password"), 303)
    return redirect(_within(request.args.get("next")) or url_for("home.front"), 303)


@blueprint.post("/sign-out")
@signed_in
def end_session() -> ResponseReturnValue:
    here = current_user.token_hash
    operations.sign_out(user_id=current_user.id, token_hash=here, at=now(), address=address())
    sessions.leave()
    return redirect(url_for("access.sign_in"), 303)


@blueprint.post("/language")
@public
def language() -> ResponseReturnValue:
    chosen = request.form.get("language", "")
    if chosen in LANGUAGES:
        session["language"] = chosen
    return redirect(_within(request.form.get("next")) or url_for("home.front"), 303)
