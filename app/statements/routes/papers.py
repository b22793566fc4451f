"""All four statements of a month as one file."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from flask import Response, make_response
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.foundation import clock
from app.foundation.guard import permitted
from app.foundation.written import bulan, tanggal_jam
from app.statements import queries
from app.statements.papers import Paper, as_pdf, as_xlsx
from app.statements.routes.blueprint import MONTH, Part, blueprint, chosen, known_month, parts
from app.statements.sheets import SHEETS
from app.statements.words import said_of

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@blueprint.get(f"{MONTH}/statements.pdf")
@permitted("statements.month")
def pdf(gerai: Any, month: str) -> ResponseReturnValue:
    return _file(gerai, month, as_pdf, "pdf", "application/pdf")


@blueprint.get(f"{MONTH}/statements.xlsx")
@permitted("statements.month")
def xlsx(gerai: Any, month: str) -> ResponseReturnValue:
    return _file(gerai, month, lambda paper, _at: as_xlsx(paper), "xlsx", XLSX)


def _file(
    gerai: Any, month: str, write: Callable[[Paper, datetime], bytes], ending: str, kind: str
) -> Response:
    first, at = known_month(gerai, month), clock.now()
    part = chosen(parts(gerai, first))
    answer = make_response(write(_paper(gerai, first, part, at), at))
    answer.content_type = kind
    name = "-".join(("laporan", gerai.code, month, *([part.code.lower()] if part.code else [])))
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}.{ending}"'
    return answer


def _paper(gerai: Any, month: date, part: Part, at: datetime) -> Paper:
    books = queries.books(gerai.gerai_id, month, part.code)
    return Paper(
        cooperative=gerai.cooperative,
        lines=[gerai.name, *([gerai.address] if gerai.address else [])],
        part=part.name,
        state=said_of(queries.closed(gerai.gerai_id, month)),
        printed=_("Dicetak %(at)s dari Lumbung", at=tanggal_jam(at)),
        title=_("Laporan keuangan %(month)s", month=bulan(month)),
        roles=[_("Ketua pengurus"), _("Bendahara"), _("Pengawas")],
        sheets=[sheet(books, month) for sheet in SHEETS.values()],
    )
