"""An item described anew."""

from typing import Any

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.books.occasion import occasion
from app.catalog import operations
from app.catalog.forms import ItemForm
from app.catalog.models import Item
from app.catalog.routes.blueprint import ITEM, blueprint, known, page_of, refused_on
from app.foundation.guard import permitted
from app.foundation.refusals import Refusal


@blueprint.get(f"{ITEM}/edit")
@permitted("catalog.write")
def edit_item(gerai: Any, no: int) -> ResponseReturnValue:
    item = known(gerai, no)
    return page_of("catalog/edit_item.html", gerai, item, _item_form(item))


@blueprint.post(f"{ITEM}/edit")
@permitted("catalog.write")
def change_item(gerai: Any, no: int) -> ResponseReturnValue:
    item = known(gerai, no)
    form = _item_form(item)
    if not form.validate():
        return page_of("catalog/edit_item.html", gerai, item, form), 422
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
        return refused_on("catalog/edit_item.html", gerai, item, form, refusal)
    flash(_("Perubahan sudah disimpan."), "success")
    return redirect(url_for("catalog.item", code=gerai.code, no=no), 303)


def _item_form(item: Item) -> ItemForm:
    facts = {name: getattr(item, name) for name in ("name", "unit", "stock_group")}
    form = ItemForm(**facts, decimals=str(item.decimals))
    del form.price
    return form
