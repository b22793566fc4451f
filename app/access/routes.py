"""The door: in, out, a new password, another language."""

import re
from urllib.parse import urlsplit

from flask import Blueprint, flash, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app.access import operations, passwords, sessions
from app.access.forms import PasswordForm, SignInForm
from app.access.refusals import WrongCredentials
from app.access.throttle import password_attempts, sign_in_attempts
from app.foundation.clock import now
from app.foundation.guard import public, signed_in
from app.foundation.language import LANGUAGES
from app.foundation.refusals import Refusal

blueprint = Blueprint("access", __name__, template_folder="templates")
# Browsers read a backslash as a slash and skip control characters: each could make "//elsewhere" of a path.
UNSAFE = re.compile(r"^//|[\\\x00-\x1f\x7f]")


def _within(url: str | None) -> str | None:
    """The URL when it stays on this site, else None: no open redirects."""
    if not url or not url.startswith("/") or UNSAFE.search(url):
        return None
    parts = urlsplit(url)
    return url if not parts.scheme and not parts.netloc else None


def _address() -> str:
    return (request.remote_addr or "")[:45]


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
def begin_session() -> ResponseReturnValue:
    form = SignInForm(request.form)  # and nothing else: the throttle counts by what stands there
    if not form.validate():
        return render_template("access/sign_in.html", form=form), 422
    try:
        user = operations.sign_in(
            username=form.username.data or "", password=form.password.data or "", at=now(), address=_address()
        )
    except WrongCredentials as refusal:
        form.form_errors.append(refusal.message)
        return render_template("access/sign_in.html", form=form), 422
    sessions.begin(user)
    if user.must_change_password:
        return redirect(url_for("access.password"), 303)
    return redirect(_within(request.args.get("next")) or url_for("home.front"), 303)


@blueprint.post("/sign-out")
@signed_in
def end_session() -> ResponseReturnValue:
    operations.sign_out(user_id=current_user.id, at=now(), address=_address())
    sessions.end()
    return redirect(url_for("access.sign_in"), 303)


@blueprint.get("/account/password")
@signed_in
def password() -> ResponseReturnValue:
    return _password_page(PasswordForm())


@blueprint.post("/account/password")
@signed_in
@password_attempts
def change_password() -> ResponseReturnValue:
    form = PasswordForm(request.form)
    if form.validate():
        old, new = form.old.data or "", form.new.data or ""
        try:
            user = operations.change_password(
                user_id=current_user.id, old=old, new=new, at=now(), address=_address()
            )
        except Refusal as refusal:
            form[refusal.field or "old"].errors = [refusal.message]
        else:
            sessions.begin(user)
            flash(_("Kata sandi sudah diganti. Perangkat lain perlu masuk lagi."), "success")
            return redirect(url_for("home.front"), 303)
    return _password_page(form), 422


def _password_page(form: PasswordForm) -> str:
    return render_template("access/password.html", form=form, shortest=passwords.SHORTEST)


@blueprint.post("/language")
@public
def language() -> ResponseReturnValue:
    chosen = request.form.get("language", "")
    if chosen in LANGUAGES:
        session["language"] = chosen
    return redirect(_within(request.form.get("next")) or url_for("home.front"), 303)
