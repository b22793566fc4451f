"""The bill of goods that came in before it."""

from typing import Any

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.books.occasion import occasion
from app.foundation import clock
from app.foundation.dates import local_date
from app.foundation.guard import permitted
from app.foundation.money import format_rupiah
from app.foundation.refusals import Refusal
from app.inventory.routes.blueprint import NO
from app.purchasing import operations, queries
from app.purchasing.forms import BillForm
from app.purchasing.refusals import ReceivingUnknown, SupplierNotListed
from app.purchasing.routes.blueprint import BILLS, RECEIVINGS, blueprint


@blueprint.get(f"{BILLS}/{NO}")
@permitted("purchasing.read")
def bill(gerai: Any, no: int) -> ResponseReturnValue:
    """A bill is read with the goods it is of."""
    found = queries.bill(gerai.gerai_id, no)
    if found is None:
        raise ReceivingUnknown()
    return redirect(url_for("purchasing.receiving", code=gerai.code, no=found.receiving_no), 303)


@blueprint.get(f"{RECEIVINGS}/{NO}/bill")
@permitted("purchasing.bill")
def bill_form(gerai: Any, no: int) -> ResponseReturnValue:
    receiving, today = _receiving(gerai, no), local_date(clock.now())
    form = BillForm(supplier=receiving.supplier, billed_on=today, due_on=today, amount=receiving.cost)
    return _form_page(gerai, no, form)


@blueprint.post(f"{RECEIVINGS}/{NO}/bill")
@permitted("purchasing.bill")
def record_bill(gerai: Any, no: int) -> ResponseReturnValue:
    _receiving(gerai, no)
    form = BillForm()
    if not form.validate():
        return _form_page(gerai, no, form), 422
    try:
        done = operations.record_bill(occasion(gerai, form), receiving_no=no, **_content(gerai, form))
    except Refusal as refusal:
        if refusal.status == 409:
            raise
        form.refuse(refusal)
        return _form_page(gerai, no, form), 422
    flash(
        _("Tagihan %(amount)s sudah menjadi utang usaha.", amount=format_rupiah(done.answer["amount"])),
        "success",
    )
    return redirect(url_for("purchasing.receiving", code=gerai.code, no=no), 303)


def _content(gerai: Any, form: BillForm) -> dict[str, Any]:
    """Raises SupplierNotListed."""
    supplier = queries.supplier_named(gerai.gerai_id, form.supplier.data)
    if supplier is None:
        raise SupplierNotListed("supplier", name=form.supplier.data)
    said = {name: form[name].data for name in ("nota", "billed_on", "due_on", "amount")}
    return {"supplier_no": supplier.no, **said}


def _receiving(gerai: Any, no: int) -> Any:
    """Raises ReceivingUnknown."""
    found = queries.receiving(gerai.gerai_id, no)
    if found is None:
        raise ReceivingUnknown()
    return found[0]


def _form_page(gerai: Any, no: int, form: BillForm) -> str:
    return render_template(
        "purchasing/bill.html",
        gerai=gerai,
        form=form,
        receiving=_receiving(gerai, no),
        suppliers=queries.used_suppliers(gerai.gerai_id),
        back=url_for("purchasing.receiving", code=gerai.code, no=no),
    )
