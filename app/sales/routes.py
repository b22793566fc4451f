"""The till's page and its JSON door; sales, receipts and exceptions to look back on."""

from typing import Any

from flask import Blueprint, Response, jsonify, make_response, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user
from flask_wtf.csrf import generate_csrf

from app.books.book import Occasion
from app.cash import queries as cash
from app.catalog import queries as catalog
from app.foundation.clock import now
from app.foundation.dates import local_date
from app.foundation.errors import speaks_json
from app.foundation.guard import permitted, standing
from app.foundation.paper import COLUMNS
from app.foundation.reading import read_day, read_number
from app.gerai.facts import GeraiFacts
from app.sales import paper, queries, sentences
from app.sales.basket import CASH_STEP
from app.sales.operations import record_sale
from app.sales.refusals import Malformed, SaleUnknown
from app.sales.request import read

blueprint = Blueprint("sales", __name__, template_folder="templates")
PAGE = 50
NO = "<int(max=999999999999):no>"
"""A sale's number in a URL; what is larger than any is a page that does not exist."""


def _private(response: Response) -> Response:
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _discount_limit() -> int | None:
    return standing().limit("sales.discount") if standing().may("sales.discount") else 0


@blueprint.get("/g/<code>/till")
@permitted("sales.sell")
def till(gerai: GeraiFacts) -> ResponseReturnValue:
    code = gerai.code
    shift = cash.open_shift_of(gerai.gerai_id, current_user.id)
    return render_template(
        "sales/till.html",
        gerai=gerai,
        context_url=url_for("sales.context", code=code),
        sales_url=url_for("sales.record", code=code),
        shift_url=url_for("cash.open_shift_form", code=code),
        home_url=url_for("home.gerai", code=code),
        closing_url=url_for("cash.closing_form", code=code, no=shift.no) if shift else None,
    )


@blueprint.get("/g/<code>/till/context")
@permitted("sales.sell")
@speaks_json
def context(gerai: GeraiFacts) -> ResponseReturnValue:
    """What a client needs first. ``?items_version=`` of the items it holds spares it getting them again."""
    today = local_date(now())
    version = catalog.till_version(gerai.gerai_id, today)
    known = request.args.get("items_version") == version
    shift = cash.open_shift_of(gerai.gerai_id, current_user.id)
    body = {
        "csrf_token": generate_csrf(),
        "gerai": {"code": gerai.code, "name": gerai.name},
        "cashier": {"id": current_user.id, "name": current_user.name},
        "shift": {"no": shift.no, "opened_at": shift.opened_at.isoformat()} if shift else None,
        "register": _register(gerai, shift.register) if shift else None,
        "rules": {"cash_rounding": CASH_STEP, "discount_limit": _discount_limit()},
        "server_time": now().isoformat(),
        "items_version": version,
        "items": None if known else catalog.till_items(gerai.gerai_id, today),
    }
    return _private(jsonify(body))


def _register(gerai: GeraiFacts, register: str) -> dict[str, str]:
    number = cash.next_receipt_no(gerai.gerai_id, register)
    return {"code": register, "next_number": f"{register}-{number:06d}"}


@blueprint.post("/g/<code>/till/sales")
@permitted("sales.sell")
@speaks_json
def record(gerai: GeraiFacts) -> ResponseReturnValue:
    if not request.is_json:
        raise Malformed(errors=[{"field": "", "message": "Content-Type: application/json"}])
    order = read(request.get_json(silent=True), discount_limit=_discount_limit())
    occasion = Occasion(gerai.gerai_id, current_user.id, now(), order.reference)
    done = record_sale(occasion, order=order)
    return _private(make_response(jsonify(done.answer), 201 if done.fresh else 200))


@blueprint.get("/g/<code>/sales")
@permitted("sales.read")
def sales(gerai: GeraiFacts) -> ResponseReturnValue:
    on = read_day("on") or local_date(now())
    before = read_number("before")
    rows = queries.sales(gerai.gerai_id, on=on, before=before, limit=PAGE + 1)
    older = (
        url_for("sales.sales", code=gerai.code, on=on, before=rows[PAGE - 1].Sale.no)
        if len(rows) > PAGE
        else None
    )
    newer = url_for("sales.sales", code=gerai.code, on=on) if before else None
    return render_template(
        "sales/sales.html",
        rows=rows[:PAGE],
        on=on,
        today=local_date(now()),
        older=older,
        newer=newer,
        gerai=gerai,
    )


def _known(gerai: GeraiFacts, no: int) -> Any:
    row = queries.sale(gerai.gerai_id, no)
    if row is None:
        raise SaleUnknown()
    return row


@blueprint.get(f"/g/<code>/sales/{NO}")
@permitted("sales.read")
def sale(gerai: GeraiFacts, no: int) -> ResponseReturnValue:
    row = _known(gerai, no)
    tenders = queries.tenders(gerai.gerai_id, no)
    return render_template(
        "sales/sale.html",
        sale=row.Sale,
        cashier=row.name,
        sender=row.sender,
        register=row.register,
        lines=queries.lines(gerai.gerai_id, no),
        tenders=tenders,
        change=sum(tender.given - tender.amount for tender in tenders),
        exceptions=[
            sentences.exception(code, facts) for code, facts in queries.exceptions(gerai.gerai_id, no)
        ],
        kinds=sentences.tender_names(),
        gerai=gerai,
    )


@blueprint.get(f"/g/<code>/sales/{NO}/receipt")
@permitted("sales.read")
def receipt(gerai: GeraiFacts, no: int) -> ResponseReturnValue:
    """The receipt on paper: ``?width=58`` or ``80`` millimetres."""
    row = _known(gerai, no)
    width = request.args.get("width", 58, type=int)
    width = width if width in COLUMNS else 58
    lines, tenders = queries.lines(gerai.gerai_id, no), queries.tenders(gerai.gerai_id, no)
    text = paper.text(gerai, row.Sale, cashier=row.name, lines=lines, tenders=tenders, columns=COLUMNS[width])
    return render_template("sales/receipt.html", text=text, width=width, sale=row.Sale, gerai=gerai)


@blueprint.get("/g/<code>/sales/exceptions")
@permitted("sales.exceptions")
def exceptions(gerai: GeraiFacts) -> ResponseReturnValue:
    before = read_number("before")
    found = queries.latest_exceptions(gerai.gerai_id, before=before, limit=PAGE)
    rows = [(row.Sale, sentences.exception_row(row.SaleException)) for row in found]
    older = None
    if len({row.Sale.no for row in found}) == PAGE:
        older = url_for("sales.exceptions", code=gerai.code, before=found[-1].Sale.no)
    newer = url_for("sales.exceptions", code=gerai.code) if before else None
    return render_template("sales/exceptions.html", rows=rows, older=older, newer=newer, gerai=gerai)


def describe(gerai: Any, source_no: str) -> tuple[str, str | None]:
    """What the ledger calls a sale's entry."""
    return _("Penjualan %(no)s", no=source_no), url_for("sales.sale", code=gerai.code, no=int(source_no))
