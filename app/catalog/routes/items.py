"""The items by name, and a new one."""

from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.books.occasion import occasion
from app.catalog import operations, queries
from app.catalog.forms import ItemForm
from app.catalog.routes.blueprint import ITEMS, blueprint, must_rise, today
from app.catalog.words import GROUPS
from app.foundation.guard import may, permitted
from app.foundation.reading import read_number
from app.foundation.refusals import Refusal


@blueprint.get(ITEMS)
@permitted("catalog.read")
def items(gerai: Any) -> ResponseReturnValue:
    search, shown = request.args.get("q", ""), request.args.get("shown", "sold")
    if shown not in queries.SHOWN:
        shown = "sold"
    mark = queries.Mark(read_number("after"), read_number("before"))
    group, day = request.args.get("group", ""), today()
    group = group if group in GROUPS else ""
    page, facts = queries.items_page(gerai.gerai_id, mark, day, search=search, shown=shown, group=group)
    return render_template(
        "catalog/items.html",
        gerai=gerai,
        page=page,
        facts=facts,
        search=search,
        shown=shown,
        group=group,
        unpriced=queries.count(gerai.gerai_id, "unpriced", day),
        above=queries.count(gerai.gerai_id, "above", day),
    )


@blueprint.get(f"{ITEMS}/new")
@permitted("catalog.write")
def new_item(gerai: Any) -> ResponseReturnValue:
    return _form_page(gerai, _form(name=request.args.get("name", "")))


@blueprint.post(f"{ITEMS}/new")
@permitted("catalog.write")
def add_item(gerai: Any) -> ResponseReturnValue:
    form = _form()
    if not form.validate():
        return _form_page(gerai, form), 422
    try:
        done = operations.add_item(
            occasion(gerai, form),
            name=form.name.data,
            unit=form.unit.data,
            decimals=int(form.decimals.data),
            stock_group=form.stock_group.data,
            price=(form.price.data or 0) if "price" in form else 0,
        )
    except Refusal as refusal:
        if must_rise(refusal):
            raise
        form.refuse(refusal)
        return _form_page(gerai, form), refusal.status
    flash(_("%(name)s sudah ada di daftar barang.", name=form.name.data), "success")
    return redirect(url_for("catalog.item", code=gerai.code, no=done.answer["item"]), 303)


def _form(**values: Any) -> ItemForm:
    """Without a price for who may not set one."""
    form = ItemForm(**values)
    if not may("catalog.set_price"):
        del form.price
    return form


def _form_page(gerai: Any, form: ItemForm) -> str:
    return render_template(
        "catalog/new_item.html", gerai=gerai, form=form, back=url_for("catalog.items", code=gerai.code)
    )
