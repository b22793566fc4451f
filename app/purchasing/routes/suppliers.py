"""Suppliers: the list, one of them with what he is owed, the forms."""

from datetime import timedelta
from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.books.occasion import occasion
from app.foundation import clock
from app.foundation.dates import local_date
from app.foundation.fields import ActForm
from app.foundation.guard import permitted
from app.foundation.reading import read_number
from app.foundation.refusals import Refusal
from app.inventory.routes.blueprint import NO
from app.ledger import queries as ledger
from app.ledger.span import Span
from app.purchasing import operations, postings, queries
from app.purchasing.forms import SupplierForm
from app.purchasing.models import Supplier
from app.purchasing.refusals import SupplierUnknown
from app.purchasing.routes.blueprint import SUPPLIERS, blueprint

YEAR = timedelta(days=366)


@blueprint.get(SUPPLIERS)
@permitted("purchasing.read")
def suppliers(gerai: Any) -> ResponseReturnValue:
    search, ended = request.args.get("q", ""), request.args.get("shown") == "ended"
    marks = {"before": read_number("before"), "after": read_number("after")}
    page = queries.suppliers(gerai.gerai_id, search=search, ended=ended, **marks)
    here = {"code": gerai.code, "q": search or None, "shown": "ended" if ended else None}
    return render_template(
        "purchasing/suppliers.html",
        gerai=gerai,
        page=page,
        search=search,
        ended=ended,
        older_url=url_for("purchasing.suppliers", before=page.older, **here) if page.older else None,
        newer_url=url_for("purchasing.suppliers", after=page.newer, **here) if page.newer else None,
    )


@blueprint.get(f"{SUPPLIERS}/{NO}")
@permitted("purchasing.read")
def supplier(gerai: Any, no: int) -> ResponseReturnValue:
    found, today = known(gerai, no), local_date(clock.now())
    payments, settlements = queries.last_documents(gerai.gerai_id, no)
    span = Span(today - YEAR, today)
    card = ledger.card(gerai.gerai_id, postings.PAYABLE, span, subledger=postings.of_supplier(no))
    return render_template(
        "purchasing/supplier.html",
        gerai=gerai,
        supplier=found,
        payables=queries.open_payables(gerai.gerai_id, no),
        goods=queries.consigned_goods(gerai.gerai_id, no),
        consigned_owed=queries.owed_for_consigned(gerai.gerai_id).get(no, 0),
        payments=payments,
        settlements=settlements,
        card=card,
        today=today,
        form=ActForm(),
        back=url_for("purchasing.suppliers", code=gerai.code),
    )


@blueprint.get(f"{SUPPLIERS}/new")
@permitted("purchasing.suppliers")
def supplier_form(gerai: Any) -> ResponseReturnValue:
    return _form_page(gerai, SupplierForm())


@blueprint.post(f"{SUPPLIERS}/new")
@permitted("purchasing.suppliers")
def add_supplier(gerai: Any) -> ResponseReturnValue:
    form = SupplierForm()
    if not form.validate():
        return _form_page(gerai, form), 422
    try:
        done = operations.add_supplier(occasion(gerai, form), **_content(form))
    except Refusal as refusal:
        return _refused(gerai, form, refusal)
    flash(_("Pemasok %(name)s sudah ditambahkan.", name=done.answer["name"]), "success")
    return redirect(url_for("purchasing.supplier", code=gerai.code, no=done.answer["supplier"]), 303)


@blueprint.get(f"{SUPPLIERS}/{NO}/edit")
@permitted("purchasing.suppliers")
def edit_supplier(gerai: Any, no: int) -> ResponseReturnValue:
    found = known(gerai, no)
    return _form_page(gerai, SupplierForm(obj=found), found)


@blueprint.post(f"{SUPPLIERS}/{NO}/edit")
@permitted("purchasing.suppliers")
def change_supplier(gerai: Any, no: int) -> ResponseReturnValue:
    found, form = known(gerai, no), SupplierForm()
    if not form.validate():
        return _form_page(gerai, form, found), 422
    try:
        operations.change_supplier(occasion(gerai, form), supplier_no=no, **_content(form))
    except Refusal as refusal:
        return _refused(gerai, form, refusal, known(gerai, no))
    flash(_("Data pemasok sudah diubah."), "success")
    return redirect(url_for("purchasing.supplier", code=gerai.code, no=no), 303)


@blueprint.post(f"{SUPPLIERS}/{NO}/end")
@permitted("purchasing.suppliers")
def end_supplier(gerai: Any, no: int) -> ResponseReturnValue:
    return _turn(gerai, no, operations.end_supplier, _("Pemasok tidak dipakai lagi."))


@blueprint.post(f"{SUPPLIERS}/{NO}/resume")
@permitted("purchasing.suppliers")
def resume_supplier(gerai: Any, no: int) -> ResponseReturnValue:
    return _turn(gerai, no, operations.resume_supplier, _("Pemasok dipakai lagi."))


def _turn(gerai: Any, no: int, doing: Any, told: str) -> ResponseReturnValue:
    form = ActForm()
    if form.validate():
        try:
            doing(occasion(gerai, form), supplier_no=no)
            flash(told, "success")
        except Refusal as refusal:
            if refusal.status != 422:
                raise
            flash(refusal.message, "danger")
    return redirect(url_for("purchasing.supplier", code=gerai.code, no=no), 303)


def known(gerai: Any, no: int) -> Supplier:
    """Raises SupplierUnknown."""
    found = queries.supplier(gerai.gerai_id, no)
    if found is None:
        raise SupplierUnknown()
    return found


def _content(form: SupplierForm) -> dict[str, Any]:
    words = {name: form[name].data or "" for name in ("name", "phone", "address", "bank_account")}
    return {**words, "term_days": form.term_days.data or 0}


def _refused(
    gerai: Any, form: SupplierForm, refusal: Refusal, found: Supplier | None = None
) -> ResponseReturnValue:
    if refusal.status != 422:
        raise refusal
    form.refuse(refusal)
    return _form_page(gerai, form, found), 422


def _form_page(gerai: Any, form: SupplierForm, found: Supplier | None = None) -> str:
    back = (
        url_for("purchasing.supplier", code=gerai.code, no=found.no)
        if found
        else url_for("purchasing.suppliers", code=gerai.code)
    )
    return render_template("purchasing/supplier_form.html", gerai=gerai, form=form, supplier=found, back=back)
