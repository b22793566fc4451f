"""A sale undone, and goods taken back, by plain forms on the sale's page."""

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.books.occasion import occasion
from app.foundation.guard import may, permitted
from app.foundation.refusals import Refusal
from app.gerai.facts import GeraiFacts
from app.sales import operations, refusals
from app.sales.approval import Approval
from app.sales.forms import BackForm, ReturnForm, VoidForm
from app.sales.queries import Sold
from app.sales.request import BackLine, ReturnRequest, VoidRequest
from app.sales.routes.approving import approval_by
from app.sales.routes.blueprint import NO, SALES, answered, blueprint, limit_of
from app.sales.routes.giving_back import ANY_SHIFT
from app.sales.routes.sale_page import own_sold, sale_page


@blueprint.post(f"{SALES}/{NO}/void")
@permitted("sales.void")
def void(gerai: GeraiFacts, no: int) -> ResponseReturnValue:
    found, form = own_sold(gerai, no), VoidForm()
    if not form.validate():
        return sale_page(gerai, no, void=form), 422
    try:
        done = operations.void_sale(occasion(gerai, form), order=_void(gerai, form, found))
    except Refusal as refusal:
        _put(form, refusal)
        return sale_page(gerai, no, void=form), refusal.status
    flash(_("Penjualan %(number)s sudah dibatalkan.", number=found.sale.number), "success")
    return redirect(url_for("sales.back", code=gerai.code, no=done.answer["void"]), 303)


def _void(gerai: GeraiFacts, form: VoidForm, found: Sold) -> VoidRequest:
    limit = limit_of("sales.void")
    return VoidRequest(
        form.reference.data or "",
        found.sale.no,
        found.sale.shift_no,
        form.reason.data or "",
        limit=limit,
        any_shift=may(ANY_SHIFT),
        approval=_approval(gerai, form, "sales.void", limit),
    )


@blueprint.post(f"{SALES}/{NO}/returns")
@permitted("sales.return")
def take_back(gerai: GeraiFacts, no: int) -> ResponseReturnValue:
    found, form = own_sold(gerai, no), ReturnForm()
    lines = form.read_lines(request.form, [line.line for line in found.lines])
    if not form.validate() or form.line_errors:
        return sale_page(gerai, no, taking=form), 422
    try:
        order = _return(gerai, form, found, lines)
        done = operations.return_goods(occasion(gerai, form), order=order)
    except Refusal as refusal:
        _put(form, refusal)
        return sale_page(gerai, no, taking=form), refusal.status
    flash(_("Retur sudah dicatat. Kembalikan uangnya kepada pembeli."), "success")
    return redirect(url_for("sales.back", code=gerai.code, no=done.answer["return"]), 303)


def _return(gerai: GeraiFacts, form: ReturnForm, found: Sold, lines: list[BackLine]) -> ReturnRequest:
    if form.shift.data is None:
        raise refusals.ShiftNotOpen("shift")
    limit = limit_of("sales.return")
    return ReturnRequest(
        form.reference.data or "",
        found.sale.no,
        form.shift.data,
        tuple(lines),
        (),
        form.reason.data or "",
        limit=limit,
        any_shift=may(ANY_SHIFT),
        prefer=form.refund.data,
        approval=_approval(gerai, form, "sales.return", limit),
    )


def _approval(gerai: GeraiFacts, form: BackForm, permission: str, limit: int | None) -> Approval | None:
    if limit is None or not form.approver.data or answered(gerai, form.reference.data or ""):
        return None
    return approval_by(gerai, form.approver.data, form.pin.data or "", permission)


def _put(form: BackForm, refusal: Refusal) -> None:
    line = refusal.facts.get("line")
    if isinstance(form, ReturnForm) and isinstance(line, int) and line in form.typed:
        form.line_errors[line] = refusal.message
    else:
        form.refuse(refusal)
