"""Surprise counts: by the auditor, of a drawer or the safe."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app.books.occasion import occasion
from app.cash import operations, queries
from app.cash.forms.money import FindingForm, SurpriseForm, number_or_none
from app.cash.refusals import CountUnknown
from app.cash.routes.pages import NO, blueprint
from app.foundation.guard import permitted
from app.foundation.reading import read_number
from app.foundation.refusals import Refusal
from app.gerai import queries as gerai_queries
from app.gerai.facts import GeraiFacts

PAGE = 30


@blueprint.get("/g/<code>/cash/surprises")
@permitted("cash.money")
def surprises(gerai: GeraiFacts) -> ResponseReturnValue:
    before = read_number("before")
    rows = queries.surprise_counts(gerai.gerai_id, before=before, limit=PAGE + 1)
    older = rows[PAGE - 1].SurpriseCount.no if len(rows) > PAGE else None
    return render_template(
        "cash/surprises.html",
        gerai=gerai,
        rows=rows[:PAGE],
        older=url_for("cash.surprises", code=gerai.code, before=older) if older else None,
        newer=url_for("cash.surprises", code=gerai.code) if before else None,
        back=url_for("cash.money", code=gerai.code),
    )


@blueprint.route("/g/<code>/cash/surprises/new", methods=["GET", "POST"])
@permitted("cash.surprise")
def surprise_new(gerai: GeraiFacts) -> ResponseReturnValue:
    form = SurpriseForm()
    _offer(gerai, form)
    if request.method == "GET":
        form.place.data = (form.place.choices or [("", "")])[0][0]
        return _form_page(gerai, form)
    if not form.validate():
        return _form_page(gerai, form), 422
    try:
        done = operations.count_by_surprise(
            occasion(gerai, form),
            shift_no=number_or_none(form.place.data),
            witness_id=number_or_none(form.witness.data),
            pieces=form.pieces,
        )
    except Refusal as refusal:
        refusal.field = {"shift": "place"}.get(refusal.field or "", refusal.field)
        form.refuse(refusal)
        form.renew_reference()
        return _form_page(gerai, form), refusal.status
    return redirect(url_for("cash.surprise", code=gerai.code, no=done.answer["surprise_count"]), 303)


def _offer(gerai: GeraiFacts, form: SurpriseForm) -> None:
    shifts = queries.open_shifts(gerai.gerai_id)
    form.place.choices = [
        (
            str(row.Shift.no),
            _("Laci sif %(no)s, kasir %(register)s, %(name)s", no=row.Shift.no, register=row.Shift.register, name=row.name),
        )
        for row in shifts
    ] + [("safe", _("Brankas"))]  # fmt: skip
    people = {row.User.id: row.User.name for row in gerai_queries.officers(gerai.gerai_id)}
    form.witness.choices = [("", _("Pilih"))] + [
        (str(no), name) for no, name in people.items() if no != current_user.id
    ]


def _form_page(gerai: GeraiFacts, form: SurpriseForm) -> str:
    back = url_for("cash.surprises", code=gerai.code)
    return render_template("cash/surprise_new.html", gerai=gerai, form=form, back=back)


@blueprint.get(f"/g/<code>/cash/surprises/{NO}")
@permitted("cash.money")
def surprise(gerai: GeraiFacts, no: int) -> ResponseReturnValue:
    return _page(gerai, no, FindingForm())


@blueprint.post(f"/g/<code>/cash/surprises/{NO}")
@permitted("cash.surprise")
def finding(gerai: GeraiFacts, no: int) -> ResponseReturnValue:
    form = FindingForm()
    if not form.validate():
        return _page(gerai, no, form), 422
    try:
        operations.record_finding(occasion(gerai, form), count_no=no, finding=form.finding.data or "")
    except CountUnknown:
        raise
    except Refusal as refusal:
        form.refuse(refusal)
        form.renew_reference()
        return _page(gerai, no, form), refusal.status
    flash(_("Temuan dicatat."), "success")
    return redirect(url_for("cash.surprise", code=gerai.code, no=no), 303)


def _page(gerai: GeraiFacts, no: int, form: FindingForm) -> str:
    row = queries.surprise_count(gerai.gerai_id, no)
    if row is None:
        raise CountUnknown()
    return render_template(
        "cash/surprise.html",
        gerai=gerai,
        count=row.SurpriseCount,
        finding=row.SurpriseFinding,
        auditor=row.auditor,
        witness=row.witness,
        pieces=queries.surprise_lines(gerai.gerai_id, no),
        form=form,
        may_write=row.SurpriseFinding is None and row.SurpriseCount.counted_by == current_user.id,
        back=url_for("cash.surprises", code=gerai.code),
    )
