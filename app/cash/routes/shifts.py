"""Reading shifts: the lists, one shift, its Z report on the screen and on the roll."""

from typing import Any

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.cash import hooks, queries
from app.cash.reasons import REASONS
from app.cash.report import text_of
from app.cash.routes.pages import SHIFT, blueprint, seen_shift, till_url
from app.cash.slips import interim_text
from app.foundation.clock import now
from app.foundation.dates import local_date
from app.foundation.guard import permitted, standing
from app.foundation.paper import COLUMNS
from app.foundation.refusals import NotFound
from app.gerai.facts import GeraiFacts


@blueprint.get("/g/<code>/shifts")
@permitted("cash.read")
def shifts(gerai: GeraiFacts) -> ResponseReturnValue:
    return _list(gerai, None)


@blueprint.get("/g/<code>/shifts/mine")
@permitted("cash.shift")
def my_shifts(gerai: GeraiFacts) -> ResponseReturnValue:
    return _list(gerai, current_user.id)


def _list(gerai: GeraiFacts, cashier_id: int | None) -> str:
    page = queries.shift_page(
        gerai.gerai_id, before=_number("before"), after=_number("after"), cashier_id=cashier_id
    )
    return render_template(
        "cash/shifts.html",
        gerai=gerai,
        page=page,
        all_shifts=cashier_id is None,
        forgotten=[] if cashier_id else _forgotten(gerai),
        own=queries.open_shift_of(gerai.gerai_id, current_user.id),
        till_url=till_url(gerai),
    )


def _forgotten(gerai: GeraiFacts) -> list[Any]:
    """Shifts of an earlier day that nobody has closed."""
    today = local_date(now())
    return [row for row in queries.open_shifts(gerai.gerai_id) if local_date(row.Shift.opened_at) < today]


def _number(name: str) -> int | None:
    number = request.args.get(name, type=int)
    return number if number is not None and 0 < number < 10**9 else None


@blueprint.get(f"/g/<code>/shifts/{SHIFT}")
@permitted("cash.report")
def shift(gerai: GeraiFacts, no: int) -> ResponseReturnValue:
    """A shift that is open; the cashier's own does not say what the drawer should hold."""
    row = seen_shift(gerai, no)
    if row.Shift.closed_at is not None:
        return redirect(url_for("cash.z_report", code=gerai.code, no=no), 303)
    blind = row.Shift.cashier_id == current_user.id
    interim = queries.interim(gerai.gerai_id, row.Shift, row.name)
    return render_template(
        "cash/shift.html",
        gerai=gerai,
        shift=row.Shift,
        cashier=row.name,
        blind=blind,
        interim=interim,
        documents=sum(taken.documents for taken in interim.taken.values()),
        lines=[line for line in interim.lines if not (blind and line.is_money)],
        movements=queries.movements(gerai.gerai_id, shift_no=no),
        reasons=REASONS,
        links=hooks.shift_links(gerai, no),
        may_close=blind or standing().may("cash.registers"),
        till_url=till_url(gerai) if blind else None,
        back=_back(gerai),
    )


@blueprint.get(f"/g/<code>/shifts/{SHIFT}/x")
@permitted("cash.read")
def x_report(gerai: GeraiFacts, no: int) -> ResponseReturnValue:
    """How an open shift stands; never for the one who will have to count it."""
    row = seen_shift(gerai, no)
    if row.Shift.closed_at is not None or row.Shift.cashier_id == current_user.id:
        return redirect(url_for("cash.shift", code=gerai.code, no=no), 303)
    paper = request.args.get("width", 58, type=int)
    paper = paper if paper in COLUMNS else 58
    interim = queries.interim(gerai.gerai_id, row.Shift, row.name)
    text = interim_text(interim, COLUMNS[paper], (gerai.cooperative, gerai.name), now())
    back = url_for("cash.shift", code=gerai.code, no=no)
    return render_template("cash/x_report.html", gerai=gerai, no=no, text=text, paper=paper, back=back)


@blueprint.get(f"/g/<code>/shifts/{SHIFT}/z")
@permitted("cash.report")
def z_report(gerai: GeraiFacts, no: int) -> ResponseReturnValue:
    seen_shift(gerai, no)
    report = queries.shift_report(gerai.gerai_id, no)
    if report is None:
        raise NotFound()
    paper = request.args.get("width", type=int)
    if paper in COLUMNS:
        return _printed(gerai, report, paper)
    links = hooks.shift_links(gerai, no)
    return render_template("cash/z_report.html", gerai=gerai, report=report, links=links, back=_back(gerai))


def _printed(gerai: GeraiFacts, report: Any, paper: int) -> str:
    text = text_of(report, COLUMNS[paper], (gerai.cooperative, gerai.name), now())
    back = url_for("cash.z_report", code=gerai.code, no=report.no)
    return render_template(
        "cash/z_receipt.html", gerai=gerai, report=report, text=text, paper=paper, back=back
    )


def _back(gerai: GeraiFacts) -> str:
    everybody = standing().may("cash.read")
    return url_for("cash.shifts" if everybody else "cash.my_shifts", code=gerai.code)
