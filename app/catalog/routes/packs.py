"""A pack of an item."""

from typing import Any

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.books.occasion import occasion
from app.catalog import operations
from app.catalog.forms import PackForm
from app.catalog.routes.blueprint import ITEM, blueprint, known, page_of, refused_on
from app.foundation.guard import permitted
from app.foundation.refusals import Refusal

TEMPLATE = "catalog/pack.html"


@blueprint.get(f"{ITEM}/packs/new")
@permitted("catalog.write")
def new_pack(gerai: Any, no: int) -> ResponseReturnValue:
    return page_of(TEMPLATE, gerai, known(gerai, no), PackForm())


@blueprint.post(f"{ITEM}/packs/new")
@permitted("catalog.write")
def add_pack(gerai: Any, no: int) -> ResponseReturnValue:
    item, form = known(gerai, no), PackForm()
    if not form.validate():
        return page_of(TEMPLATE, gerai, item, form), 422
    try:
        operations.add_pack(
            occasion(gerai, form), item_no=no, name=form.name.data, milli=form.milli.data or 0
        )
    except Refusal as refusal:
        return refused_on(TEMPLATE, gerai, item, form, refusal)
    flash(_("Kemasan %(name)s sudah ditambahkan.", name=form.name.data), "success")
    return redirect(url_for("catalog.item", code=gerai.code, no=no), 303)
