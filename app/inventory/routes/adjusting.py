"""Stock put right by hand: the list, the form, one adjustment."""

from typing import Any

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.books.occasion import occasion
from app.catalog import queries as catalog
from app.foundation.guard import permitted, standing
from app.foundation.reading import read_number
from app.foundation.refusals import Refusal
from app.inventory import operations, queries
from app.inventory.forms import AdjustmentForm
from app.inventory.refusals import AdjustmentUnknown, ItemNotFound
from app.inventory.routes.blueprint import ADJUSTMENTS, NO, blueprint, neighbours
from app.inventory.words import REASON_HINTS
from app.ledger.operations import Limit


@blueprint.get(ADJUSTMENTS)
@permitted("inventory.read")
def adjustments(gerai: Any) -> ResponseReturnValue:
    page = queries.adjustments(gerai.gerai_id, before=read_number("before"), after=read_number("after"))
    beside = neighbours("inventory.adjustments", gerai, page)
    return render_template("inventory/adjustments.html", gerai=gerai, page=page, **beside)


@blueprint.get(f"{ADJUSTMENTS}/{NO}")
@permitted("inventory.read")
def adjustment(gerai: Any, no: int) -> ResponseReturnValue:
    found = queries.adjustment(gerai.gerai_id, no)
    if found is None:
        raise AdjustmentUnknown()
    back = url_for("inventory.adjustments", code=gerai.code)
    return render_template("inventory/adjustment.html", gerai=gerai, found=found, back=back)


@blueprint.get(f"{ADJUSTMENTS}/new")
@permitted("inventory.adjust")
def adjust_form(gerai: Any) -> ResponseReturnValue:
    chosen = catalog.item(gerai.gerai_id, read_number("item") or 0)
    return _form_page(gerai, AdjustmentForm(item=chosen.name if chosen else ""))


@blueprint.post(f"{ADJUSTMENTS}/new")
@permitted("inventory.adjust")
def adjust(gerai: Any) -> ResponseReturnValue:
    form = AdjustmentForm()
    if not form.validate() or form.quantity.data is None:
        return _form_page(gerai, form), 422
    try:
        done = operations.adjust_stock(
            occasion(gerai, form),
            item_no=_item_no(gerai, form.item.data),
            quantity_milli=form.quantity.data,
            reason=form.reason.data,
            note=form.note.data,
            limit=Limit(standing().limit("inventory.adjust")),
        )
    except Refusal as refusal:
        if refusal.status == 409:
            raise
        form.refuse(refusal)
        return _form_page(gerai, form), refusal.status
    flash(_("Penyesuaian %(no)s sudah dicatat.", no=done.answer["adjustment"]), "success")
    return redirect(url_for("inventory.adjustment", code=gerai.code, no=done.answer["adjustment"]), 303)


def _item_no(gerai: Any, text: str) -> int:
    """Raises ItemNotFound."""
    found = catalog.find_items(gerai.gerai_id, [text])
    if text not in found:
        raise ItemNotFound("item")
    return found[text]


def _form_page(gerai: Any, form: AdjustmentForm) -> str:
    found = catalog.find_items(gerai.gerai_id, [form.item.data or ""])
    no = found.get(form.item.data or "", 0)
    return render_template(
        "inventory/adjust.html",
        gerai=gerai,
        form=form,
        items=catalog.offered(gerai.gerai_id),
        item=catalog.item(gerai.gerai_id, no),
        level=queries.level(gerai.gerai_id, no),
        limit=standing().limit("inventory.adjust"),
        reason_hints=REASON_HINTS,
        back=url_for("inventory.item", code=gerai.code, no=no)
        if no
        else url_for("inventory.stock", code=gerai.code),
    )
