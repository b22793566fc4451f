"""The months of the books: opened, closed, and reopened by a second person."""

from collections.abc import Callable
from datetime import date
from typing import Any

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app.books.occasion import occasion
from app.foundation import clock
from app.foundation.dates import local_date
from app.foundation.fields import ActForm
from app.foundation.guard import permitted
from app.foundation.refusals import NotFound, Refusal
from app.foundation.written import bulan
from app.ledger import describe, offers, operations, queries
from app.ledger.forms import OpeningForm, read_month, write_month
from app.ledger.hooks import openings
from app.ledger.models import Period
from app.ledger.routes.blueprint import LEDGER, blueprint, must_rise


@blueprint.get(f"{LEDGER}/periods")
@permitted("ledger.read")
def periods(gerai: Any) -> ResponseReturnValue:
    return _page(gerai)


@blueprint.post(f"{LEDGER}/periods")
@permitted("ledger.close")
def open_period(gerai: Any) -> ResponseReturnValue:
    form = OpeningForm()
    month = read_month(form.month.data or "")
    if month is None:
        form.month.errors = [_("Bulan ini tidak terbaca. Muat ulang halamannya.")]
        return _page(gerai, form), 422
    return _do(gerai, form, operations.open_period, month, _("%(month)s sudah dibuka.", month=bulan(month)))


@blueprint.post(f"{LEDGER}/periods/<month>/closing")
@permitted("ledger.close")
def close_period(gerai: Any, month: str) -> ResponseReturnValue:
    first = _known(gerai, month)
    return _do(
        gerai, ActForm(), operations.close_period, first, _("%(month)s sudah ditutup.", month=bulan(first))
    )


@blueprint.post(f"{LEDGER}/periods/<month>/reopening")
@permitted("ledger.reopen")
def reopen_period(gerai: Any, month: str) -> ResponseReturnValue:
    first = _known(gerai, month)
    done = _("%(month)s sudah dibuka kembali.", month=bulan(first))
    return _do(gerai, ActForm(), operations.reopen_period, first, done)


def _do(gerai: Any, form: ActForm, act: Callable[..., Any], month: date, done: str) -> ResponseReturnValue:
    if not form.validate():
        return _page(gerai, form), 422
    try:
        act(occasion(gerai, form), month=month)
    except Refusal as refusal:
        if must_rise(refusal):
            raise
        form.form_errors.append(refusal.message)
        return _page(gerai, form), refusal.status
    flash(done, "success")
    return redirect(_after(gerai, act, month), 303)


def _after(gerai: Any, act: Callable[..., Any], month: date) -> str:
    """To the month's own page, where there is one; who opens a month has nothing to see in it yet."""
    page = openings().month_page
    if page is None or act is operations.open_period:
        return url_for("ledger.periods", code=gerai.code)
    return url_for(page, code=gerai.code, month=write_month(month))


def _known(gerai: Any, text: str) -> date:
    month = read_month(text)
    if month is None or queries.period(gerai.gerai_id, month) is None:
        raise NotFound()
    return month


def _page(gerai: Any, refused: ActForm | None = None) -> str:
    rows, today = queries.periods(gerai.gerai_id), local_date(clock.now())
    known = [row.Period for row in rows]
    closing, reopening = offers.to_close(known, today), offers.to_reopen(known)
    return render_template(
        "ledger/periods.html",
        gerai=gerai,
        rows=rows,
        refused=refused,
        officer_name=describe.officer_name,
        month_page=openings().month_page,
        to_open=offers.to_open(known, today),
        to_close=closing,
        objections=_objections(closing) if closing else [],
        to_reopen=reopening,
        closed_it_oneself=any(row.Period is reopening and row.Act.user_id == current_user.id for row in rows),
        new_reference=lambda: ActForm(formdata=None).reference.data,
    )


def _objections(period: Period) -> list[str]:
    reasons = openings().objections
    return [str(each) for ask in reasons for each in ask(period.gerai_id, period.starts_on, period.ends_on)]
