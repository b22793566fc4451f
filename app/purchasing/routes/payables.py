"""What is owed: the ageing, a payment, its proof on paper."""

from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.books.occasion import occasion
from app.foundation import clock
from app.foundation.dates import local_date
from app.foundation.guard import permitted
from app.foundation.money import format_rupiah
from app.foundation.refusals import Refusal
from app.inventory.routes.blueprint import NO
from app.purchasing import operations, postings, queries
from app.purchasing.forms import PaymentForm
from app.purchasing.purses import purse_of, purses
from app.purchasing.refusals import PaymentUnknown
from app.purchasing.routes.blueprint import PAYABLES, PAYMENTS, SUPPLIERS, blueprint
from app.purchasing.routes.suppliers import known
from app.purchasing.rules import AGES


@blueprint.get(PAYABLES)
@permitted("purchasing.read")
def payables(gerai: Any) -> ResponseReturnValue:
    today = local_date(clock.now())
    rows = queries.ageing(gerai.gerai_id, today)
    totals = {age: sum(row.by_age[age] for row in rows) for age in AGES}
    return render_template(
        "purchasing/payables.html",
        gerai=gerai,
        rows=rows,
        totals=totals,
        total=sum(totals.values()),
        today=today,
    )


@blueprint.get(f"{SUPPLIERS}/{NO}/pay")
@permitted("purchasing.pay")
def pay_form(gerai: Any, no: int) -> ResponseReturnValue:
    owed = sum(each.left for each in queries.open_payables(gerai.gerai_id, known(gerai, no).no))
    return _form_page(gerai, no, PaymentForm(amount=owed or None))


@blueprint.post(f"{SUPPLIERS}/{NO}/pay")
@permitted("purchasing.pay")
def pay(gerai: Any, no: int) -> ResponseReturnValue:
    known(gerai, no)
    form = PaymentForm()
    form.paid_from.choices = list(purses(gerai.gerai_id).items())
    if not form.validate():
        return _form_page(gerai, no, form), 422
    purse = purse_of(form.paid_from.data)
    try:
        done = operations.pay_supplier(
            occasion(gerai, form), supplier_no=no, amount=form.amount.data or 0, paid_from=purse.kind,
            shift_no=purse.shift_no, bank_no=purse.bank_no, chosen=tuple(_chosen()), note=form.note.data or "",
        )  # fmt: skip
    except Refusal as refusal:
        if refusal.status == 409:
            raise
        form.refuse(at_the_purse(refusal))
        return _form_page(gerai, no, form), 422
    flash(_("Pembayaran %(amount)s sudah dicatat.", amount=format_rupiah(done.answer["amount"])), "success")
    return redirect(url_for("purchasing.payment", code=gerai.code, no=done.answer["payment"]), 303)


def at_the_purse(refusal: Refusal) -> Refusal:
    """The drawer and the bank are chosen in one field."""
    if refusal.field in ("shift_no", "bank_no"):
        refusal.field = "paid_from"
    return refusal


def _chosen() -> list[int]:
    """The payables that were ticked; none means all of them."""
    return [
        int(text)
        for text in request.form.getlist("chosen")
        if text.isascii() and text.isdigit() and len(text) < 10
    ]


@blueprint.get(f"{PAYMENTS}/{NO}")
@permitted("purchasing.read")
def payment(gerai: Any, no: int) -> ResponseReturnValue:
    found = queries.payment(gerai.gerai_id, no)
    if found is None:
        raise PaymentUnknown()
    document, recorded_by, recorded_at = found
    return render_template(
        "purchasing/payment.html",
        gerai=gerai,
        payment=document,
        recorded_by=recorded_by,
        recorded_at=recorded_at,
        supplier=known(gerai, document.supplier_no),
        parts=queries.settlements_of(gerai.gerai_id, postings.PAYMENT, no),
        back=url_for("purchasing.supplier", code=gerai.code, no=document.supplier_no),
    )


def _form_page(gerai: Any, no: int, form: PaymentForm) -> str:
    form.paid_from.choices = list(purses(gerai.gerai_id).items())
    payables = queries.open_payables(gerai.gerai_id, no)
    return render_template(
        "purchasing/pay.html",
        gerai=gerai,
        form=form,
        supplier=known(gerai, no),
        payables=payables,
        chosen=_chosen(),
        total=sum(each.left for each in payables),
        today=local_date(clock.now()),
        back=url_for("purchasing.supplier", code=gerai.code, no=no),
    )
