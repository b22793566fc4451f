"""One entry whole, and its reversal."""

from typing import Any

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.books.occasion import occasion
from app.foundation.guard import may, permitted
from app.foundation.refusals import NotFound, Refusal
from app.ledger import describe, operations, queries
from app.ledger.forms import ReversalForm
from app.ledger.models import Entry
from app.ledger.operations.journal import SOURCE
from app.ledger.routes.blueprint import ENTRY, LEDGER, blueprint, must_rise


@blueprint.get(f"{LEDGER}/entries/{ENTRY}")
@permitted("ledger.read")
def entry(gerai: Any, no: int) -> ResponseReturnValue:
    return _page(gerai, _found(gerai, no), ReversalForm())


@blueprint.post(f"{LEDGER}/entries/{ENTRY}/reversal")
@permitted("ledger.reverse")
def reverse_entry(gerai: Any, no: int) -> ResponseReturnValue:
    found, form = _found(gerai, no), ReversalForm()
    if not form.validate():
        return _page(gerai, found, form), 422
    try:
        done = operations.reverse_journal(occasion(gerai, form), entry_no=no, note=form.note.data)
    except Refusal as refusal:
        if must_rise(refusal):
            raise
        form.refuse(refusal)
        return _page(gerai, found, form), refusal.status
    reversal = done.answer["entry"]
    flash(_("Ayat %(no)s sudah dibalik oleh ayat %(reversal)s.", no=no, reversal=reversal), "success")
    return redirect(url_for("ledger.entry", code=gerai.code, no=reversal), 303)


def _found(gerai: Any, no: int) -> Entry:
    found = queries.entry(gerai.gerai_id, no)
    if found is None:
        raise NotFound()
    return found


def _page(gerai: Any, entry: Entry, form: ReversalForm) -> str:
    reversed_by = queries.reversals(gerai.gerai_id, [entry.no]).get(entry.no)
    by_hand = entry.source == SOURCE and entry.reverses_no is None and reversed_by is None
    recorded = queries.recorder(gerai.gerai_id, entry.act_no)
    return render_template(
        "ledger/entry.html",
        gerai=gerai,
        entry=entry,
        form=form,
        source=describe.source_of(gerai, entry.source, entry.source_no),
        act=recorded.Act,
        officer=describe.officer_name(recorded.name),
        note=None if describe.from_the_district() else queries.note(gerai.gerai_id, entry.no),
        postings=queries.postings(gerai.gerai_id, [entry.no])[entry.no],
        reversed_by=reversed_by,
        may_reverse=by_hand and may("ledger.reverse"),
    )
