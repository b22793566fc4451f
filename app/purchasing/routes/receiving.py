"""Goods that come in: the list, the form, one nota."""

from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.books.occasion import occasion
from app.foundation import clock
from app.foundation.dates import local_date
from app.foundation.guard import permitted
from app.foundation.money import format_rupiah
from app.foundation.reading import read_number
from app.foundation.refusals import Refusal
from app.inventory.routes.blueprint import NO, neighbours
from app.purchasing import operations, queries
from app.purchasing.forms import MOST_LINES, ReceivingForm
from app.purchasing.operations.returning import ways
from app.purchasing.purses import purse_of, purses
from app.purchasing.refusals import ReceivingUnknown
from app.purchasing.routes.blueprint import RECEIVINGS, blueprint
from app.purchasing.rules import ReceivedLine
from app.purchasing.words import PAID_FROM, PAID_HINTS


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
    terms, bill = queries.terms_of(gerai.gerai_id, no), queries.bill_of(gerai.gerai_id, no)
    known = bill.supplier_no if bill else terms.supplier_no if terms else None
    return render_template(
        "purchasing/receiving.html",
        gerai=gerai,
        receiving=document,
        recorded_by=recorded_by,
        recorded_at=recorded_at,
        terms=terms,
        bill=bill,
        supplier_no=known,
        lines=queries.receiving_lines(gerai.gerai_id, no),
        returns=queries.returns_of(gerai.gerai_id, no),
        returnable=bool(ways(document.paid_from, billed=bill is not None, known=known)),
        back=url_for("purchasing.receivings", code=gerai.code),
    )


@blueprint.get(f"{RECEIVINGS}/new")
@permitted("purchasing.receive")
def receive_form(gerai: Any) -> ResponseReturnValue:
    return _form_page(gerai, ReceivingForm(on=local_date(clock.now()), paid_from="safe"))


@blueprint.get(f"{RECEIVINGS}/consigned")
@permitted("purchasing.receive")
def consigned_form(gerai: Any) -> ResponseReturnValue:
    return _form_page(gerai, ReceivingForm(on=local_date(clock.now()), paid_from="consigned"), consigned=True)


@blueprint.post(f"{RECEIVINGS}/new")
@permitted("purchasing.receive")
def receive(gerai: Any) -> ResponseReturnValue:
    return _receive(gerai, consigned=False)


@blueprint.post(f"{RECEIVINGS}/consigned")
@permitted("purchasing.receive")
def receive_consigned(gerai: Any) -> ResponseReturnValue:
    return _receive(gerai, consigned=True)


def _receive(gerai: Any, *, consigned: bool) -> ResponseReturnValue:
    form = ReceivingForm()
    _offer(gerai, form, consigned)
    if "more" in request.form:
        form.grow()
        return _form_page(gerai, form, consigned=consigned)
    try:
        lines = _read(gerai, form, consigned)
        if lines is None or form.on.data is None:
            return _form_page(gerai, form, consigned=consigned), 422
        done = operations.receive_goods(occasion(gerai, form), lines=lines, **_content(gerai, form))
    except Refusal as refusal:
        if refusal.status == 409:
            raise
        form.refuse(refusal)
        return _form_page(gerai, form, consigned=consigned), refusal.status
    told = {"no": done.answer["receiving"], "cost": format_rupiah(done.answer["cost"])}
    if consigned:
        flash(_("Barang titipan %(no)s sudah dicatat.", **told), "success")
    else:
        flash(_("Barang masuk %(no)s senilai %(cost)s sudah dicatat.", **told), "success")
    return redirect(url_for("purchasing.receiving", code=gerai.code, no=done.answer["receiving"]), 303)


def _offer(gerai: Any, form: ReceivingForm, consigned: bool) -> None:
    """Ways of paying: what there is at this moment, and later."""
    if consigned:
        form.paid_from.choices = [("consigned", PAID_FROM["consigned"])]
        return
    later = [(value, PAID_FROM[value]) for value in ("tempo", "unbilled")]
    form.paid_from.choices = [*purses(gerai.gerai_id).items(), *later]


def _read(gerai: Any, form: ReceivingForm, consigned: bool) -> tuple[ReceivedLine, ...] | None:
    """The nota's lines; None when something on the form is not whole, and says so."""
    texts = [line.item.data for line in form.typed if line.item.data]
    if not form.validate():
        return None
    return form.read_lines(queries.items_meant(gerai.gerai_id, texts), consigned=consigned)


def _content(gerai: Any, form: ReceivingForm) -> dict[str, Any]:
    purse = purse_of(form.paid_from.data)
    return {
        "on": form.on.data,
        "nota": form.nota.data or "",
        "paid_from": purse.kind,
        "supplier": form.supplier.data,
        "new_supplier": bool(form.new_supplier.data),
        "due_on": form.due_on.data if purse.kind == "tempo" else None,
        "discount": form.discount.data or 0,
        "freight": form.freight.data or 0,
        "shift_no": purse.shift_no,
        "bank_no": purse.bank_no,
        "empties": _empties(gerai),
    }


def _empties(gerai: Any) -> tuple[tuple[int, int], ...]:
    """(container, pieces) that go back to the agent."""
    typed = [
        (each.no, request.form.get(f"empties-{each.no}", "")) for each in queries.containers(gerai.gerai_id)
    ]
    return tuple(
        (no, int(text)) for no, text in typed if text.isascii() and text.isdigit() and 0 < int(text) < 10_000
    )


def _form_page(gerai: Any, form: ReceivingForm, *, consigned: bool = False) -> str:
    _offer(gerai, form, consigned)
    gross = sum((line.cost.data or 0) - (line.discount.data or 0) for line in form.typed)
    return render_template(
        "purchasing/receive.html",
        gerai=gerai,
        form=form,
        consigned=consigned,
        items=queries.offered(gerai.gerai_id),
        suppliers=queries.used_suppliers(gerai.gerai_id),
        containers=() if consigned else queries.containers(gerai.gerai_id),
        total=gross - (form.discount.data or 0) + (form.freight.data or 0),
        most_lines=MOST_LINES,
        paid_hints=PAID_HINTS,
        back=url_for("purchasing.receivings", code=gerai.code),
    )
