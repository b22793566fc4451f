"""How much pokok and wajib are, and since when."""

from typing import Any

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.books.occasion import occasion
from app.foundation.clock import now
from app.foundation.dates import local_date
from app.foundation.guard import permitted
from app.foundation.refusals import Refusal
from app.savings import operations, queries
from app.savings.forms import TermsForm
from app.savings.routes.blueprint import SAVINGS, blueprint


@blueprint.get(f"{SAVINGS}/terms")
@permitted("savings.terms")
def terms(gerai: Any) -> ResponseReturnValue:
    return _page(gerai, TermsForm(formdata=None))


@blueprint.post(f"{SAVINGS}/terms")
@permitted("savings.terms")
def set_terms(gerai: Any) -> ResponseReturnValue:
    form = TermsForm()
    if not form.validate() or form.valid_from.data is None:
        return _page(gerai, form), 422
    try:
        operations.set_terms(
            occasion(gerai, form),
            pokok=form.pokok.data or 0,
            wajib=form.wajib.data or 0,
            valid_from=form.valid_from.data,
        )
    except Refusal as refusal:
        if refusal.status == 409:
            raise
        form.refuse(refusal)
        return _page(gerai, form), refusal.status
    flash(_("Ketentuan simpanan sudah dicatat."), "success")
    return redirect(url_for("savings.terms", code=gerai.code), 303)


def _page(gerai: Any, form: TermsForm) -> str:
    held = queries.terms(gerai.gerai_id)
    return render_template(
        "savings/terms.html",
        gerai=gerai,
        form=form,
        held=list(reversed(held)),
        today=local_date(now()),
        back=url_for("savings.savings", code=gerai.code),
    )
