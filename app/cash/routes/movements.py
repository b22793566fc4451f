"""Cash into and out of a drawer for a reason, and its slip."""

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.books.occasion import occasion
from app.cash import operations, postings, queries
from app.cash.forms.money import MovementForm
from app.cash.reasons import REASONS
from app.cash.routes.pages import NO, SHIFT, blueprint, countable_shift, unit_choices
from app.cash.slips import movement_slip
from app.foundation.clock import now
from app.foundation.guard import permitted, standing
from app.foundation.paper import COLUMNS
from app.foundation.reading import read_number
from app.foundation.refusals import NotFound, Refusal
from app.gerai.facts import GeraiFacts
from app.ledger.operations import Limit

PAGE = 30


@blueprint.route(f"/g/<code>/shifts/{SHIFT}/movements/new", methods=["GET", "POST"])
@permitted("cash.move")
def move(gerai: GeraiFacts, no: int) -> ResponseReturnValue:
    row = countable_shift(gerai, no)
    form = MovementForm()
    form.offer(unit_choices(gerai))
    if request.method == "GET":
        form.unit.data = postings.OFFICE
        return _page(gerai, no, row.name, form)
    if not form.validate():
        return _page(gerai, no, row.name, form), 422
    try:
        done = operations.move_cash(
            occasion(gerai, form),
            shift_no=no,
            reason=form.reason.data or "",
            unit=form.unit.data or "",
            amount=form.amount.data or 0,
            note=form.note.data or "",
            any_shift=standing().may("cash.registers"),
            limit=Limit(standing().limit("cash.move")),
        )
    except Refusal as refusal:
        form.refuse(refusal)
        form.renew_reference()
        return _page(gerai, no, row.name, form), refusal.status
    return redirect(url_for("cash.movement", code=gerai.code, no=done.answer["cash_movement"]), 303)


def _page(gerai: GeraiFacts, no: int, cashier: str, form: MovementForm) -> str:
    return render_template(
        "cash/move.html",
        gerai=gerai,
        no=no,
        cashier=cashier,
        form=form,
        limit=standing().limit("cash.move"),
        back=url_for("cash.shift", code=gerai.code, no=no),
    )


@blueprint.get("/g/<code>/cash/movements")
@permitted("cash.money")
def movements(gerai: GeraiFacts) -> ResponseReturnValue:
    before = read_number("before")
    rows = queries.movements(gerai.gerai_id, before=before, limit=PAGE + 1)
    older = rows[PAGE - 1].CashMovement.no if len(rows) > PAGE else None
    return render_template(
        "cash/movements.html",
        gerai=gerai,
        rows=rows[:PAGE],
        reasons=REASONS,
        older=url_for("cash.movements", code=gerai.code, before=older) if older else None,
        newer=url_for("cash.movements", code=gerai.code) if before else None,
        back=url_for("cash.money", code=gerai.code),
    )


@blueprint.get(f"/g/<code>/cash/movements/{NO}")
@permitted("cash.report")
def movement(gerai: GeraiFacts, no: int) -> ResponseReturnValue:
    """The slip; a cashier sees what the own hands recorded."""
    row = queries.movement(gerai.gerai_id, no)
    mine = row is not None and row.CashMovement.recorded_by == current_user.id
    if row is None or not (mine or standing().may("cash.money")):
        raise NotFound()
    paper = request.args.get("width", 58, type=int)
    paper = paper if paper in COLUMNS else 58
    text = movement_slip(row.CashMovement, row.name, COLUMNS[paper], (gerai.cooperative, gerai.name), now())
    return render_template(
        "cash/slip.html",
        gerai=gerai,
        no=no,
        text=text,
        paper=paper,
        back=url_for("cash.shift", code=gerai.code, no=row.CashMovement.shift_no),
    )
