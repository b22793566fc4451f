"""Services at the counter, their log and receipts; providers and their deposits."""

from typing import Any
from uuid import uuid4

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app.agency import operations, queries
from app.agency.forms import CancelForm, CheckForm, ProductForm, ServiceForm, TopUpForm
from app.agency.receipt import text_of
from app.agency.refusals import ProductUnknown, ProviderUnknown, ServiceUnknown
from app.agency.rules import PAYS_OUT
from app.agency.words import CUSTOMER_NAMES, SERVICE_NAMES
from app.books.occasion import occasion
from app.cash import queries as cash
from app.cash.forms.money import number_or_none
from app.cash.forms.shifts import DrawerForm
from app.foundation.guard import permitted, standing
from app.foundation.paper import COLUMNS
from app.foundation.reading import read_number
from app.foundation.refusals import Refusal
from app.gerai.facts import GeraiFacts

blueprint = Blueprint("agency", __name__, template_folder="templates")
PAGE = 30
NO = "<int(max=999999999999):no>"


@blueprint.get("/g/<code>/services")
@permitted("agency.read")
def services(gerai: GeraiFacts) -> ResponseReturnValue:
    before = read_number("before")
    rows = queries.sales(gerai.gerai_id, before=before, limit=PAGE + 1)
    older = rows[PAGE - 1].AgencySale.no if len(rows) > PAGE else None
    return render_template(
        "agency/services.html",
        gerai=gerai,
        providers=queries.providers(gerai.gerai_id),
        rows=rows[:PAGE],
        names=SERVICE_NAMES,
        own=cash.open_shift_of(gerai.gerai_id, current_user.id),
        pays_out=PAYS_OUT,
        older=url_for("agency.services", code=gerai.code, before=older) if older else None,
        newer=url_for("agency.services", code=gerai.code) if before else None,
    )


@blueprint.route(f"/g/<code>/services/{NO}/new", methods=["GET", "POST"])
@permitted("agency.sell")
def sell(gerai: GeraiFacts, no: int) -> ResponseReturnValue:
    product = queries.product(gerai.gerai_id, no)
    if product is None or product.ended_at is not None:
        raise ProductUnknown()
    form, own = ServiceForm(), cash.open_shift_of(gerai.gerai_id, current_user.id)
    form.customer.label.text = str(CUSTOMER_NAMES[product.service])
    if request.method == "GET":
        return _sell_page(gerai, product, own, form)
    if not form.validate() or own is None:
        return _sell_page(gerai, product, own, form), 422
    try:
        done = operations.sell_service(
            occasion(gerai, form),
            product_no=no,
            shift_no=own.no,
            customer=form.customer.data or "",
            principal=form.amount.data or 0,
            provider_ref=form.provider_ref.data or "",
        )
    except Refusal as refusal:
        form.refuse(refusal)
        form.renew_reference()
        return _sell_page(gerai, product, own, form), refusal.status
    return redirect(url_for("agency.sale", code=gerai.code, no=done.answer["agency_sale"]), 303)


def _sell_page(gerai: GeraiFacts, product: Any, own: Any, form: ServiceForm) -> str:
    return render_template(
        "agency/sell.html",
        gerai=gerai,
        product=product,
        own=own,
        form=form,
        pays_out=product.service in PAYS_OUT,
        back=url_for("agency.services", code=gerai.code),
    )


@blueprint.get(f"/g/<code>/services/sales/{NO}")
@permitted("agency.read")
def sale(gerai: GeraiFacts, no: int) -> ResponseReturnValue:
    return _sale_page(gerai, no, CancelForm())


@blueprint.post(f"/g/<code>/services/sales/{NO}")
@permitted("agency.cancel")
def cancel(gerai: GeraiFacts, no: int) -> ResponseReturnValue:
    form = CancelForm()
    if not form.validate():
        return _sale_page(gerai, no, form), 422
    try:
        operations.cancel_service(occasion(gerai, form), sale_no=no, reason=form.reason.data or "")
    except ServiceUnknown:
        raise
    except Refusal as refusal:
        form.refuse(refusal)
        form.renew_reference()
        return _sale_page(gerai, no, form), refusal.status
    flash(_("Layanan dibatalkan. Uangnya dikembalikan dari laci."), "success")
    return redirect(url_for("agency.sale", code=gerai.code, no=no), 303)


def _sale_page(gerai: GeraiFacts, no: int, form: CancelForm) -> str:
    row = queries.sale(gerai.gerai_id, no)
    if row is None:
        raise ServiceUnknown()
    paper = request.args.get("width", 58, type=int)
    paper = paper if paper in COLUMNS else 58
    gone = row.AgencyCancellation
    text = text_of(
        row.AgencySale,
        row.seller,
        COLUMNS[paper],
        (gerai.cooperative, gerai.name),
        cancelled_at=gone.cancelled_at if gone else None,
    )
    return render_template(
        "agency/sale.html",
        gerai=gerai,
        sale=row.AgencySale,
        gone=gone,
        text=text,
        paper=paper,
        form=form,
        may_cancel=gone is None and standing().may("agency.cancel"),
        back=url_for("agency.services", code=gerai.code),
    )


@blueprint.route("/g/<code>/services/products/new", methods=["GET", "POST"])
@permitted("agency.products")
def product_new(gerai: GeraiFacts) -> ResponseReturnValue:
    form = ProductForm()
    if request.method == "GET":
        return _product_page(gerai, form)
    if not form.validate():
        return _product_page(gerai, form), 422
    try:
        operations.add_product(
            occasion(gerai, form),
            provider=form.provider.data or "",
            service=form.service.data,
            name=form.name.data or "",
            fee=form.fee.data or 0,
            commission=form.commission.data or 0,
        )
    except Refusal as refusal:
        form.refuse(refusal)
        form.renew_reference()
        return _product_page(gerai, form), refusal.status
    flash(_("Layanan ditambahkan."), "success")
    return redirect(url_for("agency.services", code=gerai.code), 303)


def _product_page(gerai: GeraiFacts, form: ProductForm) -> str:
    form.offer()
    return render_template(
        "agency/product_new.html",
        gerai=gerai,
        form=form,
        providers=queries.providers(gerai.gerai_id),
        new_reference=lambda: str(uuid4()),
        back=url_for("agency.services", code=gerai.code),
    )


@blueprint.post(f"/g/<code>/services/products/{NO}/end")
@permitted("agency.products")
def end_product(gerai: GeraiFacts, no: int) -> ResponseReturnValue:
    form = DrawerForm()
    if form.validate():
        operations.end_product(occasion(gerai, form), product_no=no)
        flash(_("Layanan dihentikan."), "success")
    return redirect(url_for("agency.product_new", code=gerai.code), 303)


@blueprint.get(f"/g/<code>/services/providers/{NO}")
@permitted("agency.deposit")
def provider(gerai: GeraiFacts, no: int) -> ResponseReturnValue:
    return _provider_page(gerai, no, TopUpForm(), CheckForm())


@blueprint.post(f"/g/<code>/services/providers/{NO}/top-ups")
@permitted("agency.deposit")
def top_up(gerai: GeraiFacts, no: int) -> ResponseReturnValue:
    form = TopUpForm()
    if not form.validate():
        return _provider_page(gerai, no, form, CheckForm(formdata=None)), 422
    chosen = form.source.data or "safe"
    try:
        operations.top_up(
            occasion(gerai, form),
            provider_no=no,
            amount=form.amount.data or 0,
            bank_no=None if chosen == "safe" else number_or_none(chosen) or 0,
            note=form.note.data or "",
        )
    except ProviderUnknown:
        raise
    except Refusal as refusal:
        refusal.field = {"bank": "source"}.get(refusal.field or "", refusal.field)
        form.refuse(refusal)
        form.renew_reference()
        return _provider_page(gerai, no, form, CheckForm(formdata=None)), refusal.status
    flash(_("Deposit diisi."), "success")
    return redirect(url_for("agency.provider", code=gerai.code, no=no), 303)


@blueprint.post(f"/g/<code>/services/providers/{NO}/checks")
@permitted("agency.deposit")
def check(gerai: GeraiFacts, no: int) -> ResponseReturnValue:
    form = CheckForm()
    if not form.validate():
        return _provider_page(gerai, no, TopUpForm(formdata=None), form), 422
    try:
        done = operations.reconcile(
            occasion(gerai, form),
            provider_no=no,
            stated=form.stated.data or 0,
            follow=form.follow.data,
            reason=form.reason.data or "",
        )
    except ProviderUnknown:
        raise
    except Refusal as refusal:
        form.refuse(refusal)
        form.renew_reference()
        return _provider_page(gerai, no, TopUpForm(formdata=None), form), refusal.status
    same = not done.answer["difference"]
    flash(_("Saldo deposit cocok.") if same else _("Pencocokan dicatat dengan selisihnya."), "success")
    return redirect(url_for("agency.provider", code=gerai.code, no=no), 303)


def _provider_page(gerai: GeraiFacts, no: int, filling: TopUpForm, checking: CheckForm) -> str:
    found = queries.provider(gerai.gerai_id, no)
    if found is None:
        raise ProviderUnknown()
    filling.offer(list(cash.banks(gerai.gerai_id)))
    return render_template(
        "agency/provider.html",
        gerai=gerai,
        provider=found,
        deposit=queries.deposit(gerai.gerai_id, no),
        filling=filling,
        checking=checking,
        top_ups=queries.top_ups(gerai.gerai_id, no),
        checks=queries.reconciliations(gerai.gerai_id, no),
        back=url_for("agency.services", code=gerai.code),
    )
