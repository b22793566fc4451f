"""One's own account: the password, the PIN, and the devices one is signed in on."""

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app.access import operations, passwords, pins, sessions
from app.access.forms import PasswordForm, PinForm, SessionEndForm
from app.access.routes.blueprint import address, blueprint, whence
from app.access.throttle import password_attempts
from app.foundation.clock import now
from app.foundation.guard import signed_in
from app.foundation.refusals import Refusal


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
            anew = operations.change_password(user_id=current_user.id, old=old, new=new, at=now(), **whence())
        except Refusal as refusal:
            form[refusal.field or "old"].errors = [refusal.message]
        else:
            sessions.enter(anew)
            flash(_("Kata sandi sudah diganti. Perangkat lain perlu masuk lagi."), "success")
            return redirect(url_for("home.front"), 303)
    return _password_page(form), 422


def _password_page(form: PasswordForm) -> str:
    return render_template("access/password.html", form=form, shortest=passwords.SHORTEST)


@blueprint.get("/account/pin")
@signed_in
def pin() -> ResponseReturnValue:
    return _pin_page(PinForm())


@blueprint.post("/account/pin")
@signed_in
@password_attempts
def set_pin() -> ResponseReturnValue:
    form = PinForm(request.form)
    if form.validate():
        chosen, own = form.pin.data or "", form.password.data or ""
        try:
            pins.set_pin(current_user.id, chosen, own, at=now(), address=address())
        except Refusal as refusal:
            form[refusal.field or "pin"].errors = [refusal.message]
        else:
            flash(_("PIN persetujuan sudah disimpan."), "success")
            return redirect(url_for("home.front"), 303)
    return _pin_page(form), 422


def _pin_page(form: PinForm) -> str:
    return render_template("access/pin.html", form=form, has_pin=pins.has_pin(current_user.id))


@blueprint.get("/account/devices")
@signed_in
def devices() -> ResponseReturnValue:
    found = sessions.open_sessions(current_user.id, now())
    return render_template("access/devices.html", sessions=found, here=current_user.token_hash)


@blueprint.post("/account/devices")
@signed_in
def end_device() -> ResponseReturnValue:
    form = SessionEndForm(request.form)
    if not form.validate():
        abort(400)
    token_hash = form.session.data or ""
    operations.end_session(
        user_id=current_user.id, token_hash=token_hash, at=now(), address=address()
    )  # ended before or not: it is out now
    flash(_("Perangkat itu sudah dikeluarkan. Kalau bukan milik Anda, ganti juga kata sandi."), "success")
    return redirect(url_for("access.devices"), 303)
