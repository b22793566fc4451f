"""Sales, receipts and exceptions to look back on."""

from typing import Any

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.books.occasion import occasion
from app.foundation.clock import now
from app.foundation.dates import local_date
from app.foundation.fields import ActForm
from app.foundation.guard import permitted
from app.foundation.paper import COLUMNS
from app.foundation.reading import read_day, read_number
from app.gerai.facts import GeraiFacts
from app.sales import paper, queries, sentences
from app.sales.operations import reprint as reprint_receipt
from app.sales.routes.blueprint import NO, SALES, blueprint, known
from app.sales.routes.sale_page import own_sold, sale_page

PAGE = 50


@blueprint.get(SALES)
@permitted("sales.read")
def sales(gerai: GeraiFacts) -> ResponseReturnValue:
    on = read_day("on") or local_date(now())
    before, shift = read_number("before"), read_number("shift")
    rows = queries.sales(
        gerai.gerai_id, on=None if shift else on, shift_no=shift, before=before, limit=PAGE + 1
    )
    here: dict[str, Any] = {"code": gerai.code, **({"shift": shift} if shift else {"on": on})}
    older = url_for("sales.sales", **here, before=rows[PAGE - 1].Sale.no) if len(rows) > PAGE else None
    newer = url_for("sales.sales", **here) if before else None
    return render_template(
        "sales/sales.html",
        rows=rows[:PAGE],
        back_kinds=queries.back_kinds(gerai.gerai_id, [row.Sale.no for row in rows[:PAGE]]),
        on=on,
        shift=shift,
        today=local_date(now()),
        older=older,
        newer=newer,
        gerai=gerai,
    )


@blueprint.get(f"{SALES}/{NO}")
@permitted("sales.read")
def sale(gerai: GeraiFacts, no: int) -> ResponseReturnValue:
    return sale_page(gerai, no)


@blueprint.get(f"{SALES}/{NO}/receipt")
@permitted("sales.read")
def receipt(gerai: GeraiFacts, no: int) -> ResponseReturnValue:
    """The receipt on paper: ``?width=58`` or ``80`` millimetres; once it was printed again it says so."""
    row = known(gerai, no)
    width = request.args.get("width", 58, type=int)
    width = width if width in COLUMNS else 58
    copies = queries.reprints(gerai.gerai_id, no)
    text = paper.text(
        gerai,
        own_sold(gerai, no),
        cashier=row.name,
        tenders=queries.tenders(gerai.gerai_id, no),
        columns=COLUMNS[width],
        copy=copies[-1][0] if copies else None,
    )
    return render_template("sales/receipt.html", text=text, width=width, sale=row.Sale, gerai=gerai)


@blueprint.post(f"{SALES}/{NO}/reprints")
@permitted("sales.read")
def reprint(gerai: GeraiFacts, no: int) -> ResponseReturnValue:
    form = ActForm()
    known(gerai, no)
    if not form.validate():
        return sale_page(gerai, no), 422
    reprint_receipt(occasion(gerai, form), sale_no=no)
    width = 80 if request.form.get("width") == "80" else 58
    return redirect(url_for("sales.receipt", code=gerai.code, no=no, width=width), 303)


@blueprint.get(f"{SALES}/exceptions")
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
