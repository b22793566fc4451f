"""An item described anew, and its price."""

from typing import Any

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.books.occasion import occasion
from app.catalog import operations
from app.catalog.forms import ItemForm, PriceForm
from app.catalog.models import Item
from app.catalog.routes.blueprint import ITEM, blueprint, known, must_rise
from app.foundation.fields import ActForm
from app.foundation.guard import permitted
from app.foundation.money import format_rupiah
from app.foundation.refusals import Refusal


@blueprint.get(f"{ITEM}/edit")
@permitted("catalog.write")
def edit_item(gerai: Any, no: int) -> ResponseReturnValue:
    item = known(gerai, no)
    return _page("catalog/edit_item.html", gerai, item, _item_form(item))


@blueprint.post(f"{ITEM}/edit")
@permitted("catalog.write")
def change_item(gerai: Any, no: int) -> ResponseReturnValue:
    item = known(gerai, no)
    form = _item_form(item)
    if not form.validate():
        return _page("catalog/edit_item.html", gerai, item, form), 422
    try:
        operations.change_item(
            occasion(gerai, form),
            item_no=no,
            name=form.name.data,
            unit=form.unit.data,
            decimals=int(form.decimals.data),
            stock_group=form.stock_group.data,
        )
    except Refusal as refusal:
        return _refused("catalog/edit_item.html", gerai, item, form, refusal)
    flash(_("Perubahan sudah disimpan."), "success")
    return redirect(url_for("catalog.item", code=gerai.code, no=no), 303)


@blueprint.get(f"{ITEM}/price")
@permitted("catalog.set_price")
def price(gerai: Any, no: int) -> ResponseReturnValue:
    item = known(gerai, no)
    return _page("catalog/price.html", gerai, item, PriceForm(price=item.price or None))


@blueprint.post(f"{ITEM}/price")
@permitted("catalog.set_price")
def set_price(gerai: Any, no: int) -> ResponseReturnValue:
    item, form = known(gerai, no), PriceForm()
    if not form.validate():
        return _page("catalog/price.html", gerai, item, form), 422
    try:
        done = operations.set_price(occasion(gerai, form), item_no=no, price=form.price.data or 0)
    except Refusal as refusal:
        return _refused("catalog/price.html", gerai, item, form, refusal)
    flash(_("Harga jual sekarang %(price)s.", price=format_rupiah(done.answer["price"])), "success")
    return redirect(url_for("catalog.item", code=gerai.code, no=no), 303)


def _item_form(item: Item) -> ItemForm:
    facts = {name: getattr(item, name) for name in ("name", "unit", "stock_group")}
    form = ItemForm(**facts, decimals=str(item.decimals))
    del form.price
    return form


def _refused(template: str, gerai: Any, item: Item, form: ActForm, refusal: Refusal) -> ResponseReturnValue:
    if must_rise(refusal):
        raise refusal
    form.refuse(refusal)
    return _page(template, gerai, item, form), refusal.status


def _page(template: str, gerai: Any, item: Item, form: ActForm) -> str:
    back = url_for("catalog.item", code=gerai.code, no=item.no)
    return render_template(template, gerai=gerai, item=item, form=form, back=back)
