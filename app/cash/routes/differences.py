"""What is undecided, and who owes the gerai."""

from typing import Any

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app.books.occasion import occasion
from app.cash import operations, queries
from app.cash.forms.money import DebtForm, DecisionForm, number_or_none
from app.cash.routes.pages import NO, blueprint
from app.foundation.guard import permitted, standing
from app.foundation.refusals import NotFound, Refusal
from app.gerai.facts import GeraiFacts

Refused = tuple[str, Any]
"""Which form was refused (``shift:3:short``, ``debt:7``), and that form."""


@blueprint.get("/g/<code>/cash/differences")
@permitted("cash.money")
def differences(gerai: GeraiFacts) -> ResponseReturnValue:
    return _page(gerai)


@blueprint.post(f"/g/<code>/cash/differences/<origin>/{NO}/<side>")
@permitted("cash.decide")
def decide(gerai: GeraiFacts, origin: str, no: int, side: str) -> ResponseReturnValue:
    if origin not in ("shift", "transfer") or side not in ("over", "short"):
        raise NotFound()
    key = f"{origin}:{no}:{side}"
    form = DecisionForm(prefix=_prefix(key))
    if not form.validate():
        return _page(gerai, (key, form)), 422
    outcome, _sep, debtor = (form.outcome.data or "").partition(":")
    if outcome not in (("income",) if side == "over" else ("expense", "debt")):
        raise NotFound()
    try:
        operations.decide_difference(
            occasion(gerai, form),
            origin=origin,
            origin_no=no,
            outcome=outcome,
            debtor_id=number_or_none(debtor),
            reason=form.reason.data or "",
        )
    except Refusal as refusal:
        form.refuse(refusal)
        form.renew_reference()
        return _page(gerai, (key, form)), refusal.status
    flash(_("Keputusan dicatat."), "success")
    return redirect(url_for("cash.differences", code=gerai.code), 303)


@blueprint.post("/g/<code>/cash/debts/<int(max=999999999):user_id>")
@permitted("cash.receive")
def pay_debt(gerai: GeraiFacts, user_id: int) -> ResponseReturnValue:
    form = DebtForm(prefix=_prefix(f"debt:{user_id}"))
    if not form.validate():
        return _page(gerai, (f"debt:{user_id}", form)), 422
    try:
        done = operations.pay_debt(occasion(gerai, form), debtor_id=user_id, amount=form.amount.data or 0)
    except Refusal as refusal:
        form.refuse(refusal)
        form.renew_reference()
        return _page(gerai, (f"debt:{user_id}", form)), refusal.status
    left = done.answer["left"]
    flash(_("Pembayaran diterima. Utangnya lunas.") if not left else _("Pembayaran diterima."), "success")
    return redirect(url_for("cash.differences", code=gerai.code), 303)


def _prefix(key: str) -> str:
    """Many forms stand on one page, and each field needs an id of its own."""
    return key.replace(":", "-") + "-"


def _page(gerai: GeraiFacts, refused: Refused | None = None) -> str:
    found = queries.open_differences(gerai.gerai_id)
    rows = []
    for each in found:
        for side, amount in (("over", each.left.over), ("short", each.left.short)):
            if amount:
                rows.append((each, side, amount, _decision_form(each, side, refused)))
    debts = [
        (user_id, name, owed, _debt_form(user_id, refused))
        for user_id, name, owed in queries.debts(gerai.gerai_id)
    ]
    return render_template(
        "cash/differences.html",
        gerai=gerai,
        rows=rows,
        debts=debts,
        may_decide=standing().may("cash.decide"),
        may_receive=standing().may("cash.receive"),
        me=current_user.id,
        back=url_for("cash.money", code=gerai.code),
    )


def _decision_form(each: Any, side: str, refused: Refused | None) -> DecisionForm:
    key = f"{each.origin}:{each.origin_no}:{side}"
    form = refused[1] if refused and refused[0] == key else DecisionForm(formdata=None, prefix=_prefix(key))
    form.offer(each.people, side)
    return form


def _debt_form(user_id: int, refused: Refused | None) -> DebtForm:
    mine = refused is not None and refused[0] == f"debt:{user_id}"
    return refused[1] if refused and mine else DebtForm(formdata=None, prefix=_prefix(f"debt:{user_id}"))
