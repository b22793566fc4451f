"""The registers of a gerai, by their letters."""

from uuid import uuid4

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.books.occasion import occasion
from app.cash import operations, queries
from app.cash.forms import RegisterForm
from app.cash.operations.opening import LETTERS
from app.cash.routes.pages import blueprint
from app.foundation.guard import permitted
from app.foundation.refusals import Refusal
from app.gerai.facts import GeraiFacts


@blueprint.get("/g/<code>/registers")
@permitted("cash.registers")
def registers(gerai: GeraiFacts) -> ResponseReturnValue:
    form = RegisterForm()
    taken = queries.registers(gerai.gerai_id)
    form.register.data = next((letter for letter in LETTERS if letter not in taken), "")
    return _page(gerai, form)


@blueprint.post("/g/<code>/registers")
@permitted("cash.registers")
def add_register(gerai: GeraiFacts) -> ResponseReturnValue:
    form = RegisterForm()
    if not form.validate():
        return _page(gerai, form), 422
    try:
        outcome = operations.add_register(occasion(gerai, form), register=form.register.data or "")
    except Refusal as refusal:
        form.refuse(refusal)
        form.renew_reference()
        return _page(gerai, form), refusal.status
    flash(_("Kasir %(register)s ditambahkan.", register=outcome.answer["register"]), "success")
    return redirect(url_for("cash.registers", code=gerai.code), 303)


def _page(gerai: GeraiFacts, form: RegisterForm) -> str:
    places = sorted(queries.register_places(gerai.gerai_id, retired=True), key=lambda place: place.code)
    back = url_for("cash.shifts", code=gerai.code)
    return render_template(
        "cash/registers.html",
        gerai=gerai,
        form=form,
        places=places,
        new_reference=lambda: str(uuid4()),
        back=back,
    )
