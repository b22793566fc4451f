"""The journal, and the form for a general journal entry."""

from typing import Any

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.books.occasion import occasion
from app.foundation import clock
from app.foundation.dates import local_date
from app.foundation.guard import permitted, standing
from app.foundation.reading import read_number
from app.foundation.refusals import Refusal
from app.ledger import operations, queries
from app.ledger.forms import JournalFilter, JournalForm
from app.ledger.hooks import openings
from app.ledger.refusals import AccountUnknown
from app.ledger.routes.blueprint import LEDGER, blueprint, must_rise


@blueprint.get(f"{LEDGER}/journal")
@permitted("ledger.read")
def journal(gerai: Any) -> ResponseReturnValue:
    months, accounts = queries.months(gerai.gerai_id), queries.accounts(gerai.gerai_id)
    form = JournalFilter()
    form.month.offer(months, empty=_("Semua bulan"))
    form.validate()
    account = next((each for each in accounts if each.code == form.account.data), None)
    if form.account.data and account is None:
        form.account.errors = [AccountUnknown(account=form.account.data).message]
    code = account.code if account else None
    before, after = read_number("before"), read_number("after")
    page = queries.journal(gerai.gerai_id, span=form.span, account=code, before=before, after=after)
    numbers = [entry.no for entry in page.entries]
    return render_template(
        "ledger/journal.html",
        gerai=gerai,
        form=form,
        accounts=accounts,
        account=account,
        asked={"month": form.month.data if form.month.month else None, "on": form.on.data, "account": code},
        page=page,
        postings=queries.postings(gerai.gerai_id, numbers),
        reversals=queries.reversals(gerai.gerai_id, numbers),
    )


@blueprint.get(f"{LEDGER}/entries/new")
@permitted("ledger.post")
def new_entry(gerai: Any) -> ResponseReturnValue:
    return _form_page(gerai, JournalForm(on=local_date(clock.now())))


@blueprint.post(f"{LEDGER}/entries/new")
@permitted("ledger.post")
def post_entry(gerai: Any) -> ResponseReturnValue:
    form = JournalForm()
    if not form.validate() or form.on.data is None:
        return _form_page(gerai, form), 422
    try:
        done = operations.post_journal(
            occasion(gerai, form),
            on=form.on.data,
            lines=form.typed_lines(),
            note=form.note.data,
            limit=operations.Limit(standing().limit("ledger.post")),
        )
    except Refusal as refusal:
        if must_rise(refusal):
            raise
        form.refuse(refusal)
        return _form_page(gerai, form), refusal.status
    flash(_("Ayat %(no)s sudah dicatat.", no=done.answer["entry"]), "success")
    return redirect(url_for("ledger.entry", code=gerai.code, no=done.answer["entry"]), 303)


def _form_page(gerai: Any, form: JournalForm) -> str:
    form.offer(queries.units())
    return render_template(
        "ledger/new_entry.html",
        gerai=gerai,
        form=form,
        limit=standing().limit("ledger.post"),
        accounts=[each for each in queries.accounts(gerai.gerai_id) if each.code not in openings().reserved],
    )
