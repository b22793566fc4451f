"""One item: its facts, its price and its barcodes, and the acts that need no page of their own."""

from collections.abc import Callable
from typing import Any

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _l

from app.books.acts import Outcome
from app.books.occasion import occasion
from app.catalog import operations, queries
from app.catalog.barcodes import is_in_store
from app.catalog.forms import BarcodeForm
from app.catalog.routes.blueprint import ITEM, blueprint, known, must_rise, today
from app.foundation.fields import ActForm
from app.foundation.guard import permitted
from app.foundation.quantity import format_quantity
from app.foundation.refusals import Refusal


@blueprint.get(ITEM)
@permitted("catalog.read")
def item(gerai: Any, no: int) -> ResponseReturnValue:
    return _page(gerai, no, _barcode_form(known(gerai, no)))


@blueprint.post(f"{ITEM}/barcodes")
@permitted("catalog.write")
def add_barcode(gerai: Any, no: int) -> ResponseReturnValue:
    form = _barcode_form(known(gerai, no))
    said = _l("Kode %(code)s sudah terpasang.")
    return _do(gerai, no, form, operations.add_barcode, said, code=form.code.data, milli=form.pack_milli())


@blueprint.post(f"{ITEM}/own-barcode")
@permitted("catalog.write")
def add_own_barcode(gerai: Any, no: int) -> ResponseReturnValue:
    return _do(gerai, no, ActForm(), operations.add_own_barcode, _l("Kode gerai %(code)s sudah dibuat."))


@blueprint.post(f"{ITEM}/barcodes/<barcode>/removal")
@permitted("catalog.write")
def remove_barcode(gerai: Any, no: int, barcode: str) -> ResponseReturnValue:
    said = _l("Kode %(code)s sudah dilepas.")
    return _do(gerai, no, ActForm(), operations.remove_barcode, said, code=barcode)


@blueprint.post(f"{ITEM}/prices/<int:price>/ending")
@permitted("catalog.set_price")
def end_price(gerai: Any, no: int, price: int) -> ResponseReturnValue:
    said = _l("Harga itu tidak berlaku lagi.")
    return _do(gerai, no, ActForm(), operations.end_price, said, price_no=price)


@blueprint.post(f"{ITEM}/packs/<int(max=10000000):milli>/removal")
@permitted("catalog.write")
def remove_pack(gerai: Any, no: int, milli: int) -> ResponseReturnValue:
    said = _l("Kemasan %(name)s sudah dihapus.")
    return _do(gerai, no, ActForm(), operations.remove_pack, said, milli=milli)


@blueprint.post(f"{ITEM}/ending")
@permitted("catalog.write")
def end_item(gerai: Any, no: int) -> ResponseReturnValue:
    return _do(gerai, no, ActForm(), operations.end_item, _l("Barang ini tidak dijual lagi."))


@blueprint.post(f"{ITEM}/resumption")
@permitted("catalog.write")
def resume_item(gerai: Any, no: int) -> ResponseReturnValue:
    return _do(gerai, no, ActForm(), operations.resume_item, _l("Barang ini dijual lagi."))


def _do(
    gerai: Any, no: int, form: ActForm, deed: Callable[..., Outcome[Any]], said: Any, **facts: Any
) -> ResponseReturnValue:
    """One act, then the item's page: with what was done, or with what was refused."""
    known(gerai, no)
    if not form.validate():
        return _page(gerai, no, form), 422
    try:
        done = deed(occasion(gerai, form), item_no=no, **facts)
    except Refusal as refusal:
        if must_rise(refusal):
            raise
        form.refuse(refusal)
        return _page(gerai, no, form), refusal.status
    flash(said % done.answer, "success")
    return redirect(url_for("catalog.item", code=gerai.code, no=no), 303)


def _barcode_form(item: Any, **kwargs: Any) -> BarcodeForm:
    form = BarcodeForm(**kwargs)
    form.milli.choices = [("", item.unit)]
    form.milli.choices += [
        (str(pack.milli), f"{pack.name} ({format_quantity(pack.milli)} {item.unit})") for pack in item.packs
    ]
    return form


def _page(gerai: Any, no: int, form: ActForm) -> str:
    item = known(gerai, no)
    return render_template(
        "catalog/item.html",
        gerai=gerai,
        item=item,
        own_codes={each.code for each in item.barcodes if is_in_store(each.code) and not each.pack},
        form=form,
        barcode_form=form if isinstance(form, BarcodeForm) else _barcode_form(item, formdata=None),
        facts=queries.items_by_no(gerai.gerai_id, [no], today())[no],
        timeline=queries.timeline(gerai.gerai_id, no, today()),
        containers={each.no: each for each in queries.containers(gerai.gerai_id)},
        back=url_for("catalog.items", code=gerai.code),
    )
