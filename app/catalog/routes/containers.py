"""Vessels that come back."""

from typing import Any

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.books.occasion import occasion
from app.catalog import operations, queries
from app.catalog.forms import ContainerForm
from app.catalog.refusals import ContainerUnknown
from app.catalog.routes.blueprint import blueprint, must_rise
from app.foundation.guard import permitted
from app.foundation.refusals import Refusal

CONTAINERS = "/g/<code>/containers"


@blueprint.get(CONTAINERS)
@permitted("catalog.read")
def containers(gerai: Any) -> ResponseReturnValue:
    rows = queries.containers(gerai.gerai_id)
    back = url_for("catalog.items", code=gerai.code)
    return render_template("catalog/containers.html", gerai=gerai, rows=rows, back=back)


@blueprint.get(f"{CONTAINERS}/new")
@permitted("catalog.set_price")
def new_container(gerai: Any) -> ResponseReturnValue:
    return _page(gerai, ContainerForm())


@blueprint.post(f"{CONTAINERS}/new")
@permitted("catalog.set_price")
def add_container(gerai: Any) -> ResponseReturnValue:
    return _save(gerai, ContainerForm(), operations.add_container)


@blueprint.get(f"{CONTAINERS}/<int:no>")
@permitted("catalog.set_price")
def edit_container(gerai: Any, no: int) -> ResponseReturnValue:
    known = _known(gerai, no)
    return _page(gerai, ContainerForm(name=known.name, deposit=known.deposit), known)


@blueprint.post(f"{CONTAINERS}/<int:no>")
@permitted("catalog.set_price")
def change_container(gerai: Any, no: int) -> ResponseReturnValue:
    known = _known(gerai, no)
    return _save(gerai, ContainerForm(), operations.change_container, known, container_no=no)


def _known(gerai: Any, no: int) -> Any:
    found = queries.container(gerai.gerai_id, no)
    if found is None:
        raise ContainerUnknown()
    return found


def _save(gerai: Any, form: ContainerForm, deed: Any, known: Any = None, **facts: Any) -> ResponseReturnValue:
    if not form.validate():
        return _page(gerai, form, known), 422
    try:
        deed(occasion(gerai, form), name=form.name.data, deposit=form.deposit.data, **facts)
    except Refusal as refusal:
        if must_rise(refusal):
            raise
        form.refuse(refusal)
        return _page(gerai, form, known), refusal.status
    flash(_("Wadah %(name)s sudah disimpan.", name=form.name.data), "success")
    return redirect(url_for("catalog.containers", code=gerai.code), 303)


def _page(gerai: Any, form: ContainerForm, known: Any = None) -> str:
    back = url_for("catalog.containers", code=gerai.code)
    return render_template("catalog/container.html", gerai=gerai, form=form, known=known, back=back)
