"""Goods on consignment: whose are here, and settling with an owner."""

from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.books.occasion import occasion
from app.foundation.guard import permitted
from app.foundation.money import format_rupiah
from app.foundation.quantity import NotQuantity, parse_quantity
from app.foundation.refusals import Refusal
from app.inventory.routes.blueprint import NO
from app.purchasing import operations, queries
from app.purchasing.forms import SettlementForm, not_a_quantity
from app.purchasing.purses import purse_of, purses
from app.purchasing.refusals import SettlementUnknown
from app.purchasing.routes.blueprint import CONSIGNMENTS, SETTLEMENTS, SUPPLIERS, blueprint
from app.purchasing.routes.payables import at_the_purse
from app.purchasing.routes.suppliers import known
from app.purchasing.rules import Consigned


@blueprint.get(CONSIGNMENTS)
@permitted("purchasing.read")
def consignments(gerai: Any) -> ResponseReturnValue:
    return render_template(
        "purchasing/consignments.html",
        gerai=gerai,
        owners=queries.owners(gerai.gerai_id),
        owed=queries.owed_for_consigned(gerai.gerai_id),
    )


@blueprint.get(f"{SUPPLIERS}/{NO}/settle")
@permitted("purchasing.pay")
def settle_form(gerai: Any, no: int) -> ResponseReturnValue:
    known(gerai, no)
    return _form_page(gerai, no, SettlementForm(), {})


@blueprint.post(f"{SUPPLIERS}/{NO}/settle")
@permitted("purchasing.pay")
def settle(gerai: Any, no: int) -> ResponseReturnValue:
    known(gerai, no)
    form = SettlementForm()
    form.paid_from.choices = list(purses(gerai.gerai_id).items())
    returned, wrong = _returned()
    if not form.validate() or wrong:
        return _form_page(gerai, no, form, wrong), 422
    purse = purse_of(form.paid_from.data)
    try:
        done = operations.settle_consignment(
            occasion(gerai, form), supplier_no=no, returned=returned, amount=form.amount.data or 0,
            paid_from=purse.kind, shift_no=purse.shift_no, bank_no=purse.bank_no,
        )  # fmt: skip
    except Refusal as refusal:
        if refusal.status == 409:
            raise
        kind, _dash, item = (refusal.field or "").partition("-")
        if kind == "returned":
            return _form_page(gerai, no, form, {int(item): refusal.message}), 422
        form.refuse(at_the_purse(refusal))
        return _form_page(gerai, no, form, {}), 422
    flash(
        _("Pelunasan titipan %(amount)s sudah dicatat.", amount=format_rupiah(done.answer["paid"])), "success"
    )
    return redirect(url_for("purchasing.settlement", code=gerai.code, no=done.answer["settlement"]), 303)


def _returned() -> tuple[dict[int, int], dict[int, str]]:
    """Item -> thousandths that go back, and what is wrong with what was typed."""
    returned, wrong = {}, {}
    for name, text in request.form.items():
        item = name.removeprefix("returned-")
        if item == name or not text.strip() or not (item.isascii() and item.isdigit() and len(item) < 10):
            continue
        try:
            milli = parse_quantity(text)
        except NotQuantity:
            wrong[int(item)] = not_a_quantity()
            continue
        if milli:
            returned[int(item)] = milli
    return returned, wrong


@blueprint.get(f"{SETTLEMENTS}/{NO}")
@permitted("purchasing.read")
def settlement(gerai: Any, no: int) -> ResponseReturnValue:
    found = queries.settlement(gerai.gerai_id, no)
    if found is None:
        raise SettlementUnknown()
    document, recorded_by, recorded_at = found
    return render_template(
        "purchasing/settlement.html",
        gerai=gerai,
        settlement=document,
        recorded_by=recorded_by,
        recorded_at=recorded_at,
        supplier=known(gerai, document.supplier_no),
        lines=queries.settlement_lines(gerai.gerai_id, no),
        back=url_for("purchasing.supplier", code=gerai.code, no=document.supplier_no),
    )


def _form_page(gerai: Any, no: int, form: SettlementForm, wrong: dict[int, str]) -> str:
    form.paid_from.choices = list(purses(gerai.gerai_id).items())
    goods = queries.consigned_goods(gerai.gerai_id, no)
    missing = sum(Consigned(no, row.owed).share(int(row.should) - int(row.there)) for row in goods)
    owed = queries.owed_for_consigned(gerai.gerai_id).get(no, 0)
    if form.amount.data is None and not form.amount.raw_data:
        form.amount.data = max(owed + missing, 0)
    return render_template(
        "purchasing/settle.html",
        gerai=gerai,
        form=form,
        wrong=wrong,
        typed=request.form,
        supplier=known(gerai, no),
        goods=goods,
        sold=queries.sold_since_settlement(gerai.gerai_id, no),
        owed=owed,
        missing=missing,
        back=url_for("purchasing.supplier", code=gerai.code, no=no),
    )
