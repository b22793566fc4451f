"""Cylinders, gallons and crates: what is full, empty and lent, taking one back, putting a count right."""

from typing import Any

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from wtforms.fields import SelectChoice

from app.books.occasion import occasion
from app.cash import queries as cash
from app.foundation.guard import permitted
from app.foundation.refusals import Refusal
from app.inventory import operations, queries
from app.inventory.forms import CorrectionForm, TakeBackForm
from app.inventory.refusals import ContainerUnknown
from app.inventory.routes.blueprint import CONTAINERS, NO, blueprint


@blueprint.get(CONTAINERS)
@permitted("inventory.read")
def containers(gerai: Any) -> ResponseReturnValue:
    return render_template(
        "inventory/containers.html", gerai=gerai, places=queries.container_places(gerai.gerai_id)
    )


@blueprint.get(f"{CONTAINERS}/{NO}")
@permitted("inventory.read")
def container(gerai: Any, no: int) -> ResponseReturnValue:
    return render_template(
        "inventory/container.html",
        gerai=gerai,
        place=_place(gerai, no),
        rows=queries.container_movements(gerai.gerai_id, no),
        back=url_for("inventory.containers", code=gerai.code),
    )


@blueprint.get(f"{CONTAINERS}/{NO}/return")
@permitted("inventory.containers")
def take_back_form(gerai: Any, no: int) -> ResponseReturnValue:
    place = _place(gerai, no)
    form = TakeBackForm(pieces=1, refund=min(place.price, place.deposit))
    return _take_back_page(gerai, no, form)


@blueprint.post(f"{CONTAINERS}/{NO}/return")
@permitted("inventory.containers")
def take_back(gerai: Any, no: int) -> ResponseReturnValue:
    _place(gerai, no)
    form = TakeBackForm()
    _offer_drawers(gerai, form)
    if not form.validate():
        return _take_back_page(gerai, no, form), 422
    said = {"pieces": form.pieces.data, "refund": form.refund.data, "shift_no": form.shift_no.data}
    try:
        operations.take_back_containers(occasion(gerai, form), container_no=no, **said)
    except Refusal as refusal:
        if refusal.status == 409:
            raise
        form.refuse(refusal)
        return _take_back_page(gerai, no, form), 422
    flash(_("Wadah kosong sudah diterima kembali."), "success")
    return redirect(url_for("inventory.container", code=gerai.code, no=no), 303)


@blueprint.get(f"{CONTAINERS}/{NO}/correction")
@permitted("inventory.adjust")
def correction_form(gerai: Any, no: int) -> ResponseReturnValue:
    return _correction_page(gerai, no, CorrectionForm())


@blueprint.post(f"{CONTAINERS}/{NO}/correction")
@permitted("inventory.adjust")
def correct(gerai: Any, no: int) -> ResponseReturnValue:
    _place(gerai, no)
    form = CorrectionForm()
    if not form.validate():
        return _correction_page(gerai, no, form), 422
    said = {name: form[name].data for name in ("place", "pieces", "reason")}
    try:
        operations.correct_containers(
            occasion(gerai, form), container_no=no, note=form.note.data or "", **said
        )
    except Refusal as refusal:
        if refusal.status != 422:
            raise
        form.refuse(refusal)
        return _correction_page(gerai, no, form), 422
    flash(_("Jumlahnya sudah diperbaiki."), "success")
    return redirect(url_for("inventory.container", code=gerai.code, no=no), 303)


def _place(gerai: Any, no: int) -> queries.ContainerPlace:
    """Raises ContainerUnknown."""
    found = next((each for each in queries.container_places(gerai.gerai_id) if each.no == no), None)
    if found is None:
        raise ContainerUnknown()
    return found


def _offer_drawers(gerai: Any, form: TakeBackForm) -> None:
    form.shift_no.choices = [
        SelectChoice(
            shift.no, _("Laci kasir %(register)s, %(cashier)s", register=shift.register, cashier=name)
        )
        for shift, name in cash.open_shifts(gerai.gerai_id)
    ]
    if form.shift_no.data is None and form.shift_no.choices:
        form.shift_no.data = form.shift_no.choices[0].value


def _take_back_page(gerai: Any, no: int, form: TakeBackForm) -> str:
    _offer_drawers(gerai, form)
    back = url_for("inventory.container", code=gerai.code, no=no)
    return render_template(
        "inventory/container_return.html", gerai=gerai, place=_place(gerai, no), form=form, back=back
    )


def _correction_page(gerai: Any, no: int, form: CorrectionForm) -> str:
    back = url_for("inventory.container", code=gerai.code, no=no)
    return render_template(
        "inventory/container_correction.html", gerai=gerai, place=_place(gerai, no), form=form, back=back
    )
