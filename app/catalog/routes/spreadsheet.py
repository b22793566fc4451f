"""The catalogue out as a spreadsheet and in again, with a look at what would change before it does."""

from collections import Counter
from typing import Any

from flask import Response, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.books.occasion import occasion
from app.catalog import operations, queries, spreadsheet
from app.catalog.forms import ConfirmForm, UploadForm
from app.catalog.operations import Rehearsed
from app.catalog.patches import PatchResult
from app.catalog.routes.blueprint import ITEMS, blueprint, must_rise, today
from app.foundation.guard import permitted
from app.foundation.refusals import NotFound, Refusal
from app.foundation.sheets import CSV, XLSX, Sheet, SheetTooLarge, read_table, write_csv, write_workbook


@blueprint.get(f"{ITEMS}/spreadsheet.<kind>")
@permitted("catalog.read")
def export_items(gerai: Any, kind: str) -> ResponseReturnValue:
    """Every item on sale as it is today, as XLSX or CSV."""
    if kind not in ("xlsx", "csv"):
        raise NotFound()
    sheet = Sheet("Barang", spreadsheet.HEADING, list(_rows(gerai)))
    content, mimetype = (write_workbook([sheet]), XLSX) if kind == "xlsx" else (write_csv(sheet), CSV)
    name = f"barang-{gerai.code}-{today():%Y%m%d}.{kind}"
    return Response(
        content, mimetype=mimetype, headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )


def _rows(gerai: Any) -> Any:
    codes, plus = queries.codes_and_plus(gerai.gerai_id)
    vessels = {each.no: (each.name, each.deposit) for each in queries.containers(gerai.gerai_id)}
    for item in queries.on_sale(gerai.gerai_id, today()):
        vessel = vessels.get(item.container_no or 0)
        yield from spreadsheet.written(item, codes.get(item.no, []), plus.get(item.no), vessel)


@blueprint.get(f"{ITEMS}/import")
@permitted("catalog.import")
def import_form(gerai: Any) -> ResponseReturnValue:
    return _upload_page(gerai, UploadForm())


@blueprint.post(f"{ITEMS}/import")
@permitted("catalog.import")
def preview_import(gerai: Any) -> ResponseReturnValue:
    form = UploadForm()
    if not form.validate():
        return _upload_page(gerai, form), 422
    try:
        rows = read_table(form.file.data, spreadsheet.COLUMNS, needed=["name"])
        if len(rows) > spreadsheet.MOST_ROWS:
            raise SheetTooLarge("file")
    except Refusal as refusal:
        form.refuse(refusal)
        return _upload_page(gerai, form), refusal.status
    patches, bad = spreadsheet.read(rows)
    above = bool(form.above_ceiling.data)
    try:
        operations.rehearse_import(occasion(gerai), patches=tuple(patches), above_ceiling=above)
    except Rehearsed as rehearsed:
        results = sorted([*bad, *rehearsed.results], key=lambda result: result.row)
    good = {result.row for result in results if result.state in ("new", "changed")}
    packed = spreadsheet.pack_up(patch for patch in patches if patch.row in good)
    return _preview_page(gerai, results, ConfirmForm(formdata=None, rows=packed, above_ceiling=above))


@blueprint.post(f"{ITEMS}/import/confirmation")
@permitted("catalog.import")
def confirm_import(gerai: Any) -> ResponseReturnValue:
    form, again = ConfirmForm(), UploadForm(formdata=None)
    try:
        patches = spreadsheet.unpack(form.rows.data or "")
    except ValueError:
        again.form_errors.append(_("Pratinjau ini rusak. Unggah berkasnya lagi."))
        return _upload_page(gerai, again), 422
    if not form.validate():
        return _upload_page(gerai, again), 422
    try:
        done = operations.import_items(
            occasion(gerai, form), patches=patches, above_ceiling=bool(form.above_ceiling.data)
        )
    except Refusal as refusal:
        if must_rise(refusal):
            raise
        again.form_errors.append(
            _("Barang berubah sejak pratinjau: %(why)s Unggah lagi.", why=refusal.message)
        )
        return _upload_page(gerai, again), refusal.status
    flash(_("%(new)s barang baru dan %(changed)s perubahan sudah disimpan.", **done.answer), "success")
    return redirect(url_for("catalog.items", code=gerai.code), 303)


def _upload_page(gerai: Any, form: UploadForm) -> str:
    back = url_for("catalog.items", code=gerai.code)
    return render_template("catalog/import.html", gerai=gerai, form=form, back=back)


def _preview_page(gerai: Any, results: list[PatchResult], form: ConfirmForm) -> str:
    return render_template(
        "catalog/import_preview.html",
        gerai=gerai,
        results=[result for result in results if result.state != "same"],
        counts=Counter(result.state for result in results),
        form=form,
        back=url_for("catalog.import_form", code=gerai.code),
    )
