"""What only some items have: scale number, vessel, price rule."""

from typing import Any

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.books.occasion import occasion
from app.catalog import ceilings, operations, queries
from app.catalog.forms import TraitsForm
from app.catalog.operations import Traits
from app.catalog.routes.blueprint import ITEM, blueprint, known, must_rise, page_of
from app.foundation.guard import permitted
from app.foundation.refusals import Refusal

TEMPLATE = "catalog/traits.html"


@blueprint.get(f"{ITEM}/traits")
@permitted("catalog.set_price")
def traits(gerai: Any, no: int) -> ResponseReturnValue:
    item = known(gerai, no)
    had = item.trait or Traits()
    return page_of(
        TEMPLATE,
        gerai,
        item,
        _form(
            gerai,
            plu=had.plu,
            container_no=str(had.container_no or ""),
            good=had.good or "",
            net_milli=had.net_milli,
        ),
    )


@blueprint.post(f"{ITEM}/traits")
@permitted("catalog.set_price")
def set_traits(gerai: Any, no: int) -> ResponseReturnValue:
    item = known(gerai, no)
    form = _form(gerai)
    if not form.validate():
        return page_of(TEMPLATE, gerai, item, form), 422
    try:
        operations.set_traits(
            occasion(gerai, form), item_no=no, traits=_typed(form), above_ceiling=form.above_ceiling.data
        )
    except Refusal as refusal:
        if must_rise(refusal):
            raise
        form.refuse(refusal)
        return page_of(TEMPLATE, gerai, item, form), refusal.status
    flash(_("Perubahan sudah disimpan."), "success")
    return redirect(url_for("catalog.item", code=gerai.code, no=no), 303)


def _typed(form: TraitsForm) -> Traits:
    return Traits(
        plu=form.plu.data,
        container_no=int(form.container_no.data) if form.container_no.data else None,
        good=form.good.data or None,
        net_milli=form.net_milli.data if form.good.data else None,
    )


def _form(gerai: Any, **values: Any) -> TraitsForm:
    form = TraitsForm(**values)
    form.container_no.choices = [("", _("Tidak memakai wadah"))]
    form.container_no.choices += [(str(each.no), each.name) for each in queries.containers(gerai.gerai_id)]
    form.good.choices = [
        ("", _("Harganya tidak diatur")),
        *((code, name) for code, name in ceilings.GOODS.items()),
    ]
    return form
