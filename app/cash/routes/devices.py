"""Binding a register to a device: a code from the manager, typed on the device."""

from flask import flash, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.access.throttle import limiter, session_owner
from app.books.occasion import occasion
from app.cash import devices, operations
from app.cash.forms.money import CodeForm
from app.cash.forms.shifts import DrawerForm
from app.cash.operations.devices import CODE_LIVES
from app.cash.refusals import ShiftStillOpen
from app.cash.routes.pages import blueprint
from app.foundation.guard import permitted
from app.foundation.refusals import Refusal
from app.gerai.facts import GeraiFacts

REGISTER = "<register>"
code_attempts = limiter.limit("10 per 15 minutes", key_func=session_owner, methods=["POST"])


@blueprint.post(f"/g/<code>/registers/{REGISTER}/device")
@permitted("cash.registers")
def invite_device(gerai: GeraiFacts, register: str) -> ResponseReturnValue:
    """Answers the code itself, this once: it is kept as a hash alone."""
    form = DrawerForm()
    if not form.validate():
        return redirect(url_for("cash.registers", code=gerai.code), 303)
    code = devices.new_code()
    operations.invite_device(occasion(gerai), register=register, code_hash=devices.hash_of(code))
    page = render_template(
        "cash/device_code.html",
        gerai=gerai,
        register=register,
        device_code=f"{code[:4]} {code[4:]}",
        minutes=int(CODE_LIVES.total_seconds() // 60),
        back=url_for("cash.registers", code=gerai.code),
    )
    answer = make_response(page)
    answer.headers["Cache-Control"] = "no-store"
    return answer


@blueprint.route("/g/<code>/registers/enrol", methods=["GET", "POST"])
@permitted("cash.shift")
@code_attempts
def enrol_device(gerai: GeraiFacts) -> ResponseReturnValue:
    form = CodeForm()
    if request.method == "GET":
        return _enrol_page(gerai, form)
    if not form.validate():
        return _enrol_page(gerai, form), 422
    secret = devices.new_secret()
    try:
        # Without a reference: the secret is new each time, and a code is good once anyway.
        done = operations.enrol_device(
            occasion(gerai),
            code_hash=devices.hash_of(devices.plain_code(form.code.data or "")),
            secret_hash=devices.hash_of(secret),
            name=form.name.data or "",
        )
    except Refusal as refusal:
        form.refuse(refusal)
        return _enrol_page(gerai, form), refusal.status
    register = done.answer["register"]
    flash(_("Perangkat ini sekarang terikat pada kasir %(register)s.", register=register), "success")
    answer = make_response(redirect(url_for("cash.open_shift_form", code=gerai.code), 303))
    devices.remember(answer, gerai.gerai_id, done.answer["device"], secret)
    return answer


def _enrol_page(gerai: GeraiFacts, form: CodeForm) -> str:
    back = url_for("cash.my_shifts", code=gerai.code)
    return render_template("cash/enrol.html", gerai=gerai, form=form, back=back)


@blueprint.post(f"/g/<code>/registers/{REGISTER}/unbound")
@permitted("cash.registers")
def unbind_register(gerai: GeraiFacts, register: str) -> ResponseReturnValue:
    form = DrawerForm()
    if form.validate():
        operations.unbind_register(occasion(gerai, form), register=register)
        flash(_("Kasir %(register)s tidak lagi terikat pada perangkat.", register=register), "success")
    return redirect(url_for("cash.registers", code=gerai.code), 303)


@blueprint.post(f"/g/<code>/registers/{REGISTER}/retired")
@permitted("cash.registers")
def retire_register(gerai: GeraiFacts, register: str) -> ResponseReturnValue:
    form = DrawerForm()
    if form.validate():
        try:
            operations.retire_register(occasion(gerai, form), register=register)
        except ShiftStillOpen as refusal:
            flash(refusal.message, "danger")
        else:
            flash(_("Huruf %(register)s dipensiunkan dan tidak dipakai lagi.", register=register), "success")
    return redirect(url_for("cash.registers", code=gerai.code), 303)
