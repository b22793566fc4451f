"""Many people at once: a file, a preview that names every row it cannot take, and the rest registered.

Between preview and confirmation nothing is kept on the server: the browser carries the rows, sealed and
encrypted for this person and this gerai, and for two hours.
"""

from datetime import timedelta
from typing import Any

from flask import Response, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_login import current_user
from flask_wtf.file import FileField, FileRequired
from wtforms import HiddenField

from app.books.occasion import occasion
from app.foundation.clock import now
from app.foundation.dates import local_date
from app.foundation.fields import ActForm
from app.foundation.guard import permitted
from app.foundation.personal import SealBroken, seal, unseal
from app.foundation.phone import format_phone
from app.foundation.refusals import Refusal
from app.foundation.sheets import XLSX, Row, Sheet, read_table, write_workbook
from app.members import operations, queries
from app.members.nik import FEMALE
from app.members.queries.importing import known_niks
from app.members.refusals import NoRows, TooManyRows
from app.members.routes.blueprint import MEMBERS, blueprint
from app.members.sheet import (
    COLUMNS,
    FAULTS_HEADING,
    MOST_ROWS,
    REQUIRED,
    SPELLINGS,
    Reading,
    packed,
    read_rows,
    unpacked,
)
from app.members.status import STATUS_NAMES

KEPT_FOR = timedelta(hours=2)
LARGEST_SEAL = 450_000
"""Flask takes form fields of half a million bytes together."""


class UploadForm(ActForm):
    file = FileField(_l("Berkas CSV atau XLSX"), [FileRequired(_l("Pilih berkasnya."))])


class SealedForm(ActForm):
    sealed = HiddenField()


@blueprint.get(f"{MEMBERS}/import")
@permitted("members.import")
def upload(gerai: Any) -> ResponseReturnValue:
    return _upload_page(gerai, UploadForm())


@blueprint.post(f"{MEMBERS}/import")
@permitted("members.import")
def preview(gerai: Any) -> ResponseReturnValue:
    form = UploadForm()
    if not form.validate():
        return _upload_page(gerai, form), 422
    try:
        rows, sealed = _taken_in(gerai, form)
    except Refusal as refusal:
        form.refuse(refusal)
        return _upload_page(gerai, form), refusal.status
    return _preview_page(gerai, rows, sealed)


def _taken_in(gerai: Any, form: UploadForm) -> tuple[list[Row], str]:
    """The rows of the file, and the same sealed. Raises what reading a sheet raises, NoRows, TooManyRows."""
    rows = read_table(form.file.data, SPELLINGS, REQUIRED)
    if not rows:
        raise NoRows("file")
    sealed = seal(_purpose(gerai), packed(rows))
    if len(rows) > MOST_ROWS or len(sealed) > LARGEST_SEAL:
        raise TooManyRows("file", rows=MOST_ROWS)
    return rows, sealed


def _purpose(gerai: Any) -> str:
    """What is sealed for one person in one gerai opens for nobody else."""
    return f"members.import:{gerai.gerai_id}:{current_user.id}"


def _upload_page(gerai: Any, form: UploadForm) -> str:
    back = url_for("members.members", code=gerai.code)
    return render_template("members/upload.html", gerai=gerai, form=form, most_rows=MOST_ROWS, back=back)


def _preview_page(gerai: Any, rows: list[Row], sealed: str, refusal: Refusal | None = None) -> str:
    readings = _readings(gerai, rows)
    return render_template(
        "members/preview.html",
        gerai=gerai,
        good=[each for each in readings if _is_good(each)],
        bad=[each for each in readings if each.faults],
        known=[each for each in readings if not each.faults and each.known_as],
        form=SealedForm(formdata=None, sealed=sealed),
        refusal=refusal,
        back=url_for("members.upload", code=gerai.code),
    )


def _readings(gerai: Any, rows: list[Row]) -> list[Reading]:
    here, gone = known_niks(gerai.gerai_id, rows)
    return read_rows(rows, here, local_date(now()), gone)


def _is_good(reading: Reading) -> bool:
    return not reading.faults and reading.known_as is None


@blueprint.post(f"{MEMBERS}/import/confirmation")
@permitted("members.import")
def confirm_import(gerai: Any) -> ResponseReturnValue:
    form = SealedForm()
    rows = _carried(gerai, form)
    if rows is None or not form.validate():
        flash(_("Berkasnya terlalu lama terbuka. Unggah sekali lagi."), "caution")
        return redirect(url_for("members.upload", code=gerai.code), 303)
    people = tuple(each.joining for each in _readings(gerai, rows) if _is_good(each) and each.joining)
    try:
        done = operations.import_members(occasion(gerai, form), people=people)
    except Refusal as refusal:
        return _preview_page(gerai, rows, form.sealed.data or "", refusal), refusal.status
    words = _(
        "%(count)s orang didaftarkan, nomor %(first)s sampai %(last)s.",
        count=done.answer["members"],
        **_range(done.answer),
    )
    flash(words, "success")
    return redirect(url_for("members.members", code=gerai.code), 303)


def _range(answer: dict[str, Any]) -> dict[str, Any]:
    return {"first": answer["first"], "last": answer["last"]}


@blueprint.post(f"{MEMBERS}/import/corrections")
@permitted("members.import")
def corrections(gerai: Any) -> ResponseReturnValue:
    """The rows that cannot be taken, as a file to correct and bring again; each says what is wrong."""
    rows = _carried(gerai, SealedForm())
    if rows is None:
        flash(_("Berkasnya terlalu lama terbuka. Unggah sekali lagi."), "caution")
        return redirect(url_for("members.upload", code=gerai.code), 303)
    bad = [each for each in _readings(gerai, rows) if each.faults]
    lines = [[*(str(each.row.get(column)) for column in COLUMNS), _said(each)] for each in bad]
    return _file(_("perbaikan-anggota.xlsx"), [*_heading(), str(FAULTS_HEADING)], lines)


def _said(reading: Reading) -> str:
    return " ".join(f"{fault.column} {fault.sentence}" for fault in reading.faults)


def _carried(gerai: Any, form: SealedForm) -> list[Row] | None:
    try:
        return unpacked(unseal(_purpose(gerai), form.sealed.data or "", within=KEPT_FOR))
    except SealBroken:
        return None


@blueprint.get(f"{MEMBERS}/import/template.xlsx")
@permitted("members.import")
def template(gerai: Any) -> ResponseReturnValue:
    example = [
        _("Contoh: Siti Aminah"), "3505015203850002", "P", "12/03/1985", "0812-3456-7890", "Krajan", "003", "001",
        _("Jalan Melati 4"), _("Petani"), "14/07/2025",
    ]  # fmt: skip
    return _file(_("contoh-anggota-%(code)s.xlsx", code=gerai.code), _heading(), [example])


@blueprint.get(f"{MEMBERS}/export.xlsx")
@permitted("members.export")
def export(gerai: Any) -> ResponseReturnValue:
    """The register without NIK, for the gerai's own lists."""
    heading = [
        _("Nomor"), *(words for words in _heading() if words != str(COLUMNS["nik"])), _("Menjadi anggota"),
        _("Keadaan"), _("Keluar"),
    ]  # fmt: skip
    lines = (_exported(line.person) for line in queries.register_lines(gerai.gerai_id))
    return _file(_("daftar-anggota-%(code)s.xlsx", code=gerai.code), heading, lines)


def _exported(person: Any) -> list[Any]:
    return [
        person.no, person.name, "P" if person.gender == FEMALE else "L", person.born_on,
        format_phone(person.phone), person.dusun, person.rt, person.rw, person.address, person.occupation,
        person.registered_on, person.since_on, str(STATUS_NAMES[person.status]), person.left_on,
    ]  # fmt: skip


def _heading() -> list[str]:
    return [str(words) for words in COLUMNS.values()]


def _file(name: str, heading: list[str], rows: Any) -> Response:
    content = write_workbook([Sheet(_("Anggota"), heading, rows)])
    answer = Response(content, mimetype=XLSX)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
