"""Goods that go back to their supplier: the form and the nota of it."""

from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from wtforms.fields import SelectChoice

from app.books.occasion import occasion
from app.foundation.guard import permitted
from app.foundation.money import format_rupiah
from app.foundation.quantity import NotQuantity, parse_quantity
from app.foundation.refusals import Refusal
from app.inventory.routes.blueprint import NO
from app.purchasing import operations, queries
from app.purchasing.forms import ReturnForm, not_a_quantity
from app.purchasing.operations.returning import ReturnedLine, ways
from app.purchasing.purses import purse_of, purses
from app.purchasing.refusals import ReceivingUnknown, ReturnUnknown
from app.purchasing.routes.blueprint import RECEIVINGS, RETURNS, blueprint
from app.purchasing.words import RETURN_SETTLED


@blueprint.get(f"{RECEIVINGS}/{NO}/return")
@permitted("purchasing.return")
def return_form(gerai: Any, no: int) -> ResponseReturnValue:
    return _form_page(gerai, no, ReturnForm(), {})


@blueprint.post(f"{RECEIVINGS}/{NO}/return")
@permitted("purchasing.return")
def return_goods(gerai: Any, no: int) -> ResponseReturnValue:
    form = ReturnForm()
    _offer(gerai, no, form)
    lines, wrong = _lines()
    if not form.validate() or wrong:
        return _form_page(gerai, no, form, wrong), 422
    purse = purse_of(form.settled_by.data)
    try:
        done = operations.return_goods(
            occasion(gerai, form), receiving_no=no, lines=lines, settled_by=purse.kind,
            reason=form.reason.data, bank_no=purse.bank_no,
        )  # fmt: skip
    except Refusal as refusal:
        if refusal.status != 422:
            raise
        kind, _dash, rest = (refusal.field or "").partition("-")
        if kind == "lines":
            return _form_page(
                gerai, no, form, {lines[int(rest.partition("-")[0])].line: refusal.message}
            ), 422
        form.refuse(refusal)
        return _form_page(gerai, no, form, {}), 422
    flash(
        _("Retur senilai %(amount)s sudah dicatat.", amount=format_rupiah(done.answer["credit"])), "success"
    )
    return redirect(url_for("purchasing.goods_return", code=gerai.code, no=done.answer["return"]), 303)


def _lines() -> tuple[tuple[ReturnedLine, ...], dict[int, str]]:
    """What goes back of each line of the nota, and what is wrong with what was typed."""
    lines, wrong = [], {}
    for name, text in request.form.items():
        line = name.removeprefix("line-")
        if line == name or not text.strip() or not (line.isascii() and line.isdigit() and len(line) < 5):
            continue
        try:
            milli = parse_quantity(text)
        except NotQuantity:
            wrong[int(line)] = not_a_quantity()
            continue
        if milli:
            lines.append(ReturnedLine(int(line), milli))
    return tuple(lines), wrong


@blueprint.get(f"{RETURNS}/{NO}")
@permitted("purchasing.read")
def goods_return(gerai: Any, no: int) -> ResponseReturnValue:
    found = queries.goods_return(gerai.gerai_id, no)
    if found is None:
        raise ReturnUnknown()
    document, recorded_by, recorded_at = found
    receiving = queries.receiving(gerai.gerai_id, document.receiving_no)[0]
    return render_template(
        "purchasing/returned.html",
        gerai=gerai,
        document=document,
        receiving=receiving,
        recorded_by=recorded_by,
        recorded_at=recorded_at,
        lines=queries.return_lines(gerai.gerai_id, no),
        back=url_for("purchasing.receiving", code=gerai.code, no=document.receiving_no),
    )


def _offer(gerai: Any, no: int, form: ReturnForm) -> None:
    """How a return of this nota can be settled. Raises ReceivingUnknown."""
    found = queries.receiving(gerai.gerai_id, no)
    if found is None:
        raise ReceivingUnknown()
    bill, terms = queries.bill_of(gerai.gerai_id, no), queries.terms_of(gerai.gerai_id, no)
    known = bill.supplier_no if bill else terms.supplier_no if terms else None
    allowed = ways(found[0].paid_from, billed=bill is not None, known=known)
    offered = [(value, RETURN_SETTLED[value]) for value in allowed if value != "bank"]
    if "bank" in allowed:
        accounts = purses(gerai.gerai_id, drawers=False).items()
        offered += [(v, _("Uang kembali ke %(bank)s", bank=name)) for v, name in accounts if v != "safe"]
    form.settled_by.choices = [SelectChoice(value, name) for value, name in offered]
    if form.settled_by.data is None and offered:
        form.settled_by.data = offered[0][0]


def _form_page(gerai: Any, no: int, form: ReturnForm, wrong: dict[int, str]) -> str:
    _offer(gerai, no, form)
    return render_template(
        "purchasing/return.html",
        gerai=gerai,
        form=form,
        wrong=wrong,
        typed=request.form,
        receiving=queries.receiving(gerai.gerai_id, no)[0],
        lines=queries.receiving_lines(gerai.gerai_id, no),
        gone=queries.returned_by_line(gerai.gerai_id, no),
        back=url_for("purchasing.receiving", code=gerai.code, no=no),
    )
