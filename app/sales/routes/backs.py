"""Voids and returns to look back on."""

from flask import render_template, url_for
from flask.typing import ResponseReturnValue

from app.foundation.guard import permitted
from app.foundation.reading import read_number
from app.gerai.facts import GeraiFacts
from app.sales import queries, sentences
from app.sales.refusals import ReturnUnknown
from app.sales.routes.blueprint import NO, blueprint

BACKS = "/g/<code>/returns"
PAGE = 50


@blueprint.get(BACKS)
@permitted("sales.read")
def backs(gerai: GeraiFacts) -> ResponseReturnValue:
    before = read_number("before")
    rows = queries.backs(gerai.gerai_id, before=before, limit=PAGE + 1)
    older = None
    if len(rows) > PAGE:
        older = url_for("sales.backs", code=gerai.code, before=rows[PAGE - 1].back.no)
    newer = url_for("sales.backs", code=gerai.code) if before else None
    return render_template(
        "sales/backs.html",
        rows=rows[:PAGE],
        older=older,
        newer=newer,
        names=sentences.back_names(),
        gerai=gerai,
    )


@blueprint.get(f"{BACKS}/{NO}")
@permitted("sales.read")
def back(gerai: GeraiFacts, no: int) -> ResponseReturnValue:
    found = queries.back_document(gerai.gerai_id, no)
    if found is None:
        raise ReturnUnknown()
    return render_template(
        "sales/back.html",
        found=found,
        back_row=found.back,
        lines=queries.back_lines(gerai.gerai_id, no),
        refunds=queries.refunds(gerai.gerai_id, found.back),
        kinds=sentences.tender_names(),
        names=sentences.back_names(),
        gerai=gerai,
        back=url_for("sales.sale", code=gerai.code, no=found.back.sale_no),
    )
