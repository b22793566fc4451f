"""The account card, and the trial balance."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from flask import render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.foundation import clock
from app.foundation.dates import local_date, month_start
from app.foundation.guard import permitted
from app.foundation.reading import one_line
from app.foundation.refusals import NotFound
from app.ledger import queries, trial
from app.ledger.forms import CardFilter, TrialFilter
from app.ledger.queries.card import Key
from app.ledger.routes.blueprint import LEDGER, blueprint
from app.ledger.span import month_of

PARTS = 50
_KEY = re.compile(r"(\d{4}-\d\d-\d\d)\.([0-9]{1,12})\.([0-9]{1,4})", re.ASCII)


@blueprint.get(f"{LEDGER}/accounts/<account>")
@permitted("ledger.read")
def account(gerai: Any, account: str) -> ResponseReturnValue:
    found = queries.account(gerai.gerai_id, account) if account.isprintable() else None
    if found is None:
        raise NotFound()
    months, form = queries.months(gerai.gerai_id), CardFilter()
    form.month.offer(months)
    form.validate()
    span = form.span or month_of(_present(months))
    form.month.show(span.first)
    part = form.subledger.data if found.control and not form.subledger.errors else None
    after = one_line(request.args.get("parts_after"))
    parts = (
        queries.subledgers(gerai.gerai_id, found.code, after=after, limit=PARTS + 1) if found.control else []
    )
    card = queries.card(
        gerai.gerai_id, found.code, span, subledger=part or None, after=_key("after"), before=_key("before")
    )
    numbers = sorted({row.entry_no for row in card.rows})
    return render_template(
        "ledger/account.html",
        gerai=gerai,
        form=form,
        account=found,
        span=span,
        part=part or None,
        card=card,
        reversals=queries.reversals(gerai.gerai_id, numbers),
        earlier_month=max((each for each in months if each < month_start(span.first)), default=None),
        later_month=min((each for each in months if each > span.last), default=None),
        parts=parts[:PARTS],
        more_parts=parts[PARTS - 1].subledger if len(parts) > PARTS else None,
    )


@blueprint.get(f"{LEDGER}/trial-balance")
@permitted("ledger.read")
def trial_balance(gerai: Any) -> ResponseReturnValue:
    months, units, form = queries.months(gerai.gerai_id), queries.units(), TrialFilter()
    form.month.offer(months)
    form.unit.choices = [("", _("Semua unit")), *((unit.code, unit.name) for unit in units)]
    form.validate()
    month = form.month.month or _present(months)
    form.month.show(month)
    unit = next((each for each in units if each.code == form.unit.data), None)
    lines = queries.trial_balance(gerai.gerai_id, month, unit.code if unit else None)
    return render_template(
        "ledger/trial_balance.html",
        gerai=gerai,
        form=form,
        month=month,
        unit=unit,
        printed_at=clock.now(),
        sections=trial.sections(lines),
        sums=trial.sums(lines),
    )


def _present(months: Sequence[date]) -> date:
    """The month we are in, where it is known; else the last known one."""
    today = month_start(local_date(clock.now()))
    return today if today in months or not months else months[0]


def _key(name: str) -> Key | None:
    """``2026-11-23.57.2``: a place on a card; None for anything else."""
    match = _KEY.fullmatch(request.args.get(name, ""))
    if match is None:
        return None
    try:
        return Key(date.fromisoformat(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None
