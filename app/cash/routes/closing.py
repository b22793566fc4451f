"""Closing a shift: a blind count, and then the closing that rests on it.

What the drawer should hold is never sent before a count has been recorded.
"""

from uuid import UUID, uuid5

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.books.occasion import occasion
from app.cash import operations, queries
from app.cash.denominations import worth
from app.cash.forms import CountForm
from app.cash.models import Shift
from app.cash.refusals import DrawerOver, DrawerShort, ShiftClosed
from app.cash.routes.pages import SHIFT, blueprint, countable_shift
from app.foundation.guard import permitted, standing
from app.foundation.refusals import Refusal
from app.gerai.facts import GeraiFacts


@blueprint.get(f"/g/<code>/shifts/{SHIFT}/closing")
@permitted("cash.shift")
def closing_form(gerai: GeraiFacts, no: int) -> ResponseReturnValue:
    row = countable_shift(gerai, no)
    if row.Shift.closed_at is not None:
        return redirect(_report_url(gerai, no), 303)
    return _page(gerai, row.Shift, row.name, CountForm())


@blueprint.post(f"/g/<code>/shifts/{SHIFT}/closing")
@permitted("cash.shift")
def close(gerai: GeraiFacts, no: int) -> ResponseReturnValue:
    row = countable_shift(gerai, no)
    form = CountForm()
    if not form.validate():
        return _page(gerai, row.Shift, row.name, form), 422
    try:
        difference = _count_and_close(gerai, no, form)
    except (DrawerShort, DrawerOver) as refusal:
        return _again(gerai, no, form, refusal, differs=True)
    except ShiftClosed:
        return redirect(_report_url(gerai, no), 303)
    except Refusal as refusal:
        return _again(gerai, no, form, refusal)
    flash(_closed_sentence(no, difference), "success")
    return redirect(_report_url(gerai, no), 303)


def _count_and_close(gerai: GeraiFacts, no: int, form: CountForm) -> int:
    """Two acts: the count stays recorded when the closing is refused. Answers the difference."""
    counting, any_shift = occasion(gerai, form), standing().may("cash.registers")
    operations.count_drawer(counting, shift_no=no, pieces=form.pieces, any_shift=any_shift)
    form.reference.data = str(uuid5(UUID(form.reference.data), "close"))
    reason = form.reason.data or ""
    outcome = operations.close_shift(occasion(gerai, form), shift_no=no, reason=reason, any_shift=any_shift)
    return int(outcome.answer["difference"])


def _again(
    gerai: GeraiFacts, no: int, form: CountForm, refusal: Refusal, differs: bool = False
) -> ResponseReturnValue:
    """The same pieces once more, under a new reference: what follows is another count."""
    refusal.field = None
    form.refuse(refusal)
    form.renew_reference()
    row = countable_shift(gerai, no)
    return _page(gerai, row.Shift, row.name, form, differs), refusal.status


def _page(gerai: GeraiFacts, shift: Shift, cashier: str, form: CountForm, differs: bool = False) -> str:
    return render_template(
        "cash/closing.html",
        gerai=gerai,
        shift=shift,
        cashier=cashier,
        form=form,
        differs=differs or bool(form.reason.data),
        counted=worth(form.pieces) if differs else None,
        tries=queries.attempts(gerai.gerai_id, shift.no),
        back=url_for("cash.shift", code=gerai.code, no=shift.no),
    )


def _closed_sentence(no: int, difference: int) -> str:
    if difference:
        return str(_("Sif %(no)s ditutup. Selisihnya sudah dicatat.", no=no))
    return str(_("Sif %(no)s ditutup. Uang di laci pas.", no=no))


def _report_url(gerai: GeraiFacts, no: int) -> str:
    return url_for("cash.z_report", code=gerai.code, no=no)
