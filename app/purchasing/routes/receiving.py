"""Goods that come in: the list, the form, one nota."""

from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.books.occasion import occasion
from app.catalog import queries as catalog
from app.foundation import clock
from app.foundation.dates import local_date
from app.foundation.guard import permitted
from app.foundation.money import format_rupiah
from app.foundation.reading import read_number
from app.foundation.refusals import Refusal
from app.inventory.routes.blueprint import NO, neighbours
from app.purchasing import operations, queries
from app.purchasing.forms import MOST_LINES, ReceivingForm
from app.purchasing.refusals import ReceivingUnknown
from app.purchasing.routes.blueprint import RECEIVINGS, blueprint
from app.purchasing.rules import ReceivedLine
from app.purchasing.words import PAID_HINTS


@blueprint.get(RECEIVINGS)
@permitted("purchasing.read")
def receivings(gerai: Any) -> ResponseReturnValue:
    page = queries.receivings(gerai.gerai_id, before=read_number("before"), after=read_number("after"))
    beside = neighbours("purchasing.receivings", gerai, page)
    return render_template("purchasing/receivings.html", gerai=gerai, page=page, **beside)


@blueprint.get(f"{RECEIVINGS}/{NO}")
@permitted("purchasing.read")
def receiving(gerai: Any, no: int) -> ResponseReturnValue:
    found = queries.receiving(gerai.gerai_id, no)
    if found is None:
        raise ReceivingUnknown()
    document, recorded_by, recorded_at = found
    return render_template(
        "purchasing/receiving.html",
        gerai=gerai,
        receiving=document,
        recorded_by=recorded_by,
        recorded_at=recorded_at,
        lines=queries.receiving_lines(gerai.gerai_id, no),
        back=url_for("purchasing.receivings", code=gerai.code),
    )


@blueprint.get(f"{RECEIVINGS}/new")
@permitted("purchasing.receive")
def receive_form(gerai: Any) -> ResponseReturnValue:
    return _form_page(gerai, ReceivingForm(on=local_date(clock.now())))


@blueprint.post(f"{RECEIVINGS}/new")
@permitted("purchasing.receive")
def receive(gerai: Any) -> ResponseReturnValue:
    form = ReceivingForm()
    if "more" in request.form:
        form.grow()
        return _form_page(gerai, form)
    lines = _read(gerai, form)
    if lines is None or form.on.data is None:
        return _form_page(gerai, form), 422
    try:
        done = operations.receive_goods(
            occasion(gerai, form),
            on=form.on.data,
            supplier=form.supplier.data,
            nota=form.nota.data,
            paid_from=form.paid_from.data,
            lines=lines,
        )
    except Refusal as refusal:
        if refusal.status == 409:
            raise
        form.refuse(refusal)
        return _form_page(gerai, form), refusal.status
    flash(_("Barang masuk %(no)s senilai %(cost)s sudah dicatat.", **_told(done.answer)), "success")
    return redirect(url_for("purchasing.receiving", code=gerai.code, no=done.answer["receiving"]), 303)


def _read(gerai: Any, form: ReceivingForm) -> tuple[ReceivedLine, ...] | None:
    """The nota's lines; None when something on the form is not whole, and says so."""
    texts = [line.item.data for line in form.typed if line.item.data]
    return form.read_lines(catalog.find_items(gerai.gerai_id, texts)) if form.validate() else None


def _told(answer: dict[str, Any]) -> dict[str, Any]:
    return {"no": answer["receiving"], "cost": format_rupiah(answer["cost"])}


def _form_page(gerai: Any, form: ReceivingForm) -> str:
    return render_template(
        "purchasing/receive.html",
        gerai=gerai,
        form=form,
        items=catalog.offered(gerai.gerai_id),
        total=sum(line.cost.data or 0 for line in form.typed),
        most_lines=MOST_LINES,
        paid_hints=PAID_HINTS,
        back=url_for("purchasing.receivings", code=gerai.code),
    )
