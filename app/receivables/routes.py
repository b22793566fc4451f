"""Who owes what: the list with its ages, a member's bon, statement, reminder, limit and payments."""

from datetime import date, timedelta
from typing import Any

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import pgettext
from flask_login import current_user

from app.books.occasion import occasion
from app.cash import queries as cash
from app.foundation.clock import now
from app.foundation.dates import local_date
from app.foundation.guard import may, permitted
from app.foundation.reading import read_day
from app.foundation.refusals import Refusal
from app.gerai.facts import GeraiFacts
from app.receivables import operations, queries, rules
from app.receivables.forms import LimitForm, PaymentForm
from app.receivables.refusals import MemberUnknown, PaymentUnknown, ShiftNeeded

blueprint = Blueprint("receivables", __name__, template_folder="templates")
NO = "<int(max=999999999999):no>"
BON = "/g/<code>/receivables"


def ages() -> list[str]:
    return [_("0–30 hari"), _("31–60 hari"), _("61–90 hari"), _("Lebih dari 90 hari")]


def kinds() -> dict[str, str]:
    return {"cash": _("Tunai"), "qris": _("QRIS"), "transfer": _("Transfer")}


@blueprint.get(BON)
@permitted("receivables.read")
def debtors(gerai: GeraiFacts) -> ResponseReturnValue:
    rows = queries.debtors(gerai.gerai_id, local_date(now()))
    sums = [sum(row.ages[i] for row in rows) for i in range(len(rules.BUCKETS) + 1)]
    return render_template("receivables/debtors.html", gerai=gerai, rows=rows, sums=sums, ages=ages())


def _member(gerai: GeraiFacts, no: int) -> Any:
    found = queries.member(gerai.gerai_id, no)
    if found is None:
        raise MemberUnknown()
    return found


@blueprint.get(f"{BON}/{NO}")
@permitted("receivables.read")
def account(gerai: GeraiFacts, no: int) -> ResponseReturnValue:
    return _page(gerai, no)


def _page(
    gerai: GeraiFacts, no: int, payment: PaymentForm | None = None, limit: LimitForm | None = None
) -> str:
    member, today = _member(gerai, no), local_date(now())
    found = queries.account(gerai.gerai_id, no)
    since = today - timedelta(days=90)
    before, lines = queries.statement(gerai.gerai_id, no, since=since, until=today)
    shift = cash.open_shift_of(gerai.gerai_id, current_user.id) if may("receivables.receive") else None
    return render_template(
        "receivables/account.html",
        gerai=gerai,
        member=member,
        account=found,
        ages=ages(),
        sums=found.ages(today),
        overdue=rules.overdue(found.ages(today)),
        before=before,
        lines=lines[::-1],
        since=since,
        shift=shift,
        kinds=kinds(),
        words=_words(),
        payment=payment or PaymentForm(None, amount=found.owed if found.owed > 0 else None),
        limit=limit or LimitForm(None, amount=found.limit),
        back=url_for("receivables.debtors", code=gerai.code),
    )


@blueprint.post(f"{BON}/{NO}/payments")
@permitted("receivables.receive")
def receive(gerai: GeraiFacts, no: int) -> ResponseReturnValue:
    _member(gerai, no)
    form = PaymentForm()
    if not form.validate() or form.amount.data is None:
        return _page(gerai, no, payment=form), 422
    shift = cash.open_shift_of(gerai.gerai_id, current_user.id)
    try:
        if shift is None:
            raise ShiftNeeded()
        done = operations.receive_payment(
            occasion(gerai, form),
            member_no=no,
            amount=form.amount.data,
            shift_no=shift.no,
            kind=form.kind.data,
        )
    except Refusal as refusal:
        return _refused(gerai, no, refusal, payment=form)
    flash(_("Pembayaran bon sudah dicatat."), "success")
    return redirect(url_for("receivables.payment", code=gerai.code, no=done.answer["payment"]), 303)


@blueprint.post(f"{BON}/{NO}/limit")
@permitted("receivables.limit")
def set_limit(gerai: GeraiFacts, no: int) -> ResponseReturnValue:
    _member(gerai, no)
    form = LimitForm()
    if not form.validate() or form.amount.data is None:
        return _page(gerai, no, limit=form), 422
    try:
        operations.set_limit(occasion(gerai, form), member_no=no, amount=form.amount.data)
    except Refusal as refusal:
        return _refused(gerai, no, refusal, limit=form)
    flash(_("Batas bon sudah diubah."), "success")
    return redirect(url_for("receivables.account", code=gerai.code, no=no), 303)


def _refused(gerai: GeraiFacts, no: int, refusal: Refusal, **forms: Any) -> ResponseReturnValue:
    if refusal.status == 409:
        raise refusal
    for form in forms.values():
        form.refuse(refusal)
    return _page(gerai, no, **forms), refusal.status


@blueprint.get(f"{BON}/payments/{NO}")
@permitted("receivables.read")
def payment(gerai: GeraiFacts, no: int) -> ResponseReturnValue:
    found = queries.payment(gerai.gerai_id, no)
    if found is None:
        raise PaymentUnknown()
    back = url_for("receivables.account", code=gerai.code, no=found.BonPayment.member_no)
    return render_template("receivables/payment.html", gerai=gerai, found=found, kinds=kinds(), back=back)


@blueprint.get(f"{BON}/{NO}/statement")
@permitted("receivables.read")
def statement(gerai: GeraiFacts, no: int) -> ResponseReturnValue:
    """A sheet to print; ``?from=&until=``, the last three months where it does not say."""
    today = local_date(now())
    until = read_day("until") or today
    since = read_day("from") or date.fromordinal(until.toordinal() - 90)
    before, lines = queries.statement(gerai.gerai_id, no, since=since, until=until)
    return render_template(
        "receivables/statement.html",
        gerai=gerai,
        member=_member(gerai, no),
        before=before,
        lines=lines,
        since=since,
        until=until,
        today=today,
        words=_words(),
        back=url_for("receivables.account", code=gerai.code, no=no),
    )


@blueprint.get(f"{BON}/{NO}/reminder")
@permitted("receivables.read")
def reminder(gerai: GeraiFacts, no: int) -> ResponseReturnValue:
    """A letter to a member whose bon is overdue."""
    today = local_date(now())
    found = queries.account(gerai.gerai_id, no)
    return render_template(
        "receivables/reminder.html",
        gerai=gerai,
        member=_member(gerai, no),
        account=found,
        overdue=rules.overdue(found.ages(today)),
        charges=[each for each in found.charges if (today - each.moved_on).days > rules.TERM_DAYS],
        today=today,
        back=url_for("receivables.account", code=gerai.code, no=no),
    )


def _words() -> dict[str, str]:
    return {
        "charge": _("Belanja"),
        "payment": pgettext("bon", "Pembayaran"),
        "credit": _("Retur atau pembatalan"),
    }


def describe(gerai: Any, source_no: str) -> tuple[str, str | None]:
    """What the ledger calls a payment's entry."""
    url = (
        url_for("receivables.payment", code=gerai.code, no=int(source_no))
        if may("receivables.read")
        else None
    )
    return _("Pembayaran bon %(no)s", no=source_no), url
