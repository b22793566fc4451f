"""The pages of the saldo awal: all parts at a glance, one part with its rows, and the recording."""

from typing import Any

from flask import Blueprint, Response, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.books.occasion import occasion
from app.foundation.clock import now
from app.foundation.dates import local_date
from app.foundation.guard import permitted
from app.foundation.refusals import Refusal
from app.foundation.sheets import XLSX, read_table, write_workbook
from app.opening import operations, queries
from app.opening.forms import RecordForm, TakeBackForm, UploadForm
from app.opening.parts import PARTS, Part
from app.opening.refusals import OpeningDone, PartUnknown

blueprint = Blueprint("opening", __name__, template_folder="templates")
OPENING = "/g/<code>/opening"


@blueprint.get(OPENING)
@permitted("opening.read")
def overview(gerai: Any) -> ResponseReturnValue:
    return _overview(gerai, RecordForm(on=local_date(now())))


@blueprint.post(OPENING)
@permitted("opening.record")
def record(gerai: Any) -> ResponseReturnValue:
    form = RecordForm()
    if not form.validate() or form.on.data is None:
        return _overview(gerai, form), 422
    try:
        operations.record_opening(occasion(gerai, form), on=form.on.data, seen=form.seen.data or "")
    except Refusal as refusal:
        form.refuse(refusal)
        return _overview(gerai, form), refusal.status
    flash(_("Saldo awal sudah dicatat."), "success")
    return redirect(url_for("opening.overview", code=gerai.code), 303)


@blueprint.get(f"{OPENING}/<part>")
@permitted("opening.read")
def part(gerai: Any, part: str) -> ResponseReturnValue:
    return _part(gerai, _named(part), UploadForm())


@blueprint.get(f"{OPENING}/<part>/sheet")
@permitted("opening.read")
def sheet(gerai: Any, part: str) -> ResponseReturnValue:
    """The sheet to fill in, with what is known already."""
    found = _named(part)
    name = f"saldo-awal-{found.title}.xlsx".lower().replace(" ", "-")
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(write_workbook([found.example(gerai.gerai_id)]), mimetype=XLSX, headers=headers)


@blueprint.post(f"{OPENING}/<part>")
@permitted("opening.prepare")
def upload(gerai: Any, part: str) -> ResponseReturnValue:
    found, form = _named(part), UploadForm()
    if not form.validate():
        return _part(gerai, found, form), 422
    try:
        rows = read_table(form.file.data, found.columns, found.needed)
        reading = found.read(gerai.gerai_id, rows, local_date(now()))
        filename = form.file.data.filename or ""
        operations.put_forward(occasion(gerai, form), part=found.key, filename=filename, reading=reading)
    except Refusal as refusal:
        form.refuse(refusal)
        return _part(gerai, found, form), refusal.status
    if reading.faults:
        flash(_("Lembarnya terbaca, tetapi ada baris yang perlu diperbaiki."), "caution")
    else:
        flash(_("%(rows)s baris terbaca dan siap dicatat.", rows=len(reading.rows)), "success")
    return redirect(url_for("opening.part", code=gerai.code, part=found.key), 303)


@blueprint.post(f"{OPENING}/<part>/take-back")
@permitted("opening.prepare")
def take_back(gerai: Any, part: str) -> ResponseReturnValue:
    found, form = _named(part), TakeBackForm()
    if form.validate():
        operations.take_back(occasion(gerai, form), part=found.key)
        flash(_("Unggahan %(part)s dihapus.", part=str(found.title).lower()), "success")
    return redirect(url_for("opening.overview", code=gerai.code), 303)


def _named(key: str) -> Part:
    if key not in PARTS:
        raise PartUnknown()
    return PARTS[key]


def _overview(gerai: Any, form: RecordForm) -> str:
    prepared = queries.preparation(gerai.gerai_id)
    if not form.seen.data or request.method == "GET":
        form.seen.data = prepared.seen
    return render_template(
        "opening/overview.html",
        gerai=gerai,
        form=form,
        prepared=prepared,
        recorded=queries.recorded(gerai.gerai_id),
        left=queries.unexplained(gerai.gerai_id),
    )


def _part(gerai: Any, found: Part, form: UploadForm) -> str:
    if queries.recorded(gerai.gerai_id) is not None:
        raise OpeningDone()
    prepared = next(each for each in queries.preparation(gerai.gerai_id).parts if each.part is found)
    return render_template(
        "opening/part.html",
        gerai=gerai,
        form=form,
        prepared=prepared,
        part=found,
        take_back=TakeBackForm(),
        back=url_for("opening.overview", code=gerai.code),
    )
