"""The register as a list, as a book on paper, and the people who are put into it."""

from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.books.occasion import occasion
from app.foundation.clock import now
from app.foundation.dates import local_date
from app.foundation.guard import permitted
from app.foundation.reading import read_number
from app.foundation.refusals import Refusal
from app.members import operations, queries
from app.members.forms import EditPersonForm, NewPersonForm, PersonForm
from app.members.nik import nik_facts
from app.members.queries.pages import SHOWN
from app.members.routes.blueprint import MEMBER, MEMBERS, blueprint, known


@blueprint.get(MEMBERS)
@permitted("members.read")
def members(gerai: Any) -> ResponseReturnValue:
    search, shown = request.args.get("q", "")[:60], request.args.get("shown", "here")
    shown = shown if shown in SHOWN else "here"
    page = queries.member_page(
        gerai.gerai_id, shown=shown, search=search, after=read_number("after"), before=read_number("before")
    )
    counts = queries.status_counts(gerai.gerai_id)
    return render_template(
        "members/members.html", gerai=gerai, page=page, search=search, shown=shown, counts=counts
    )


@blueprint.get(f"{MEMBERS}/register")
@permitted("members.read")
def register(gerai: Any) -> ResponseReturnValue:
    """The buku daftar anggota of Article 33 of the cooperative law, for paper."""
    return render_template(
        "members/register.html",
        gerai=gerai,
        lines=list(queries.register_lines(gerai.gerai_id)),
        today=local_date(now()),
        back=url_for("members.members", code=gerai.code),
    )


@blueprint.route(f"{MEMBERS}/new", methods=["GET", "POST"])
@permitted("members.write")
def new_member(gerai: Any) -> ResponseReturnValue:
    form = NewPersonForm(registered_on=local_date(now()))
    if not form.validate_on_submit():
        return _page(gerai, "members/new_member.html", form)
    try:
        done = operations.register_member(
            occasion(gerai, form), person=form.person, on=form.registered_on.data
        )
    except Refusal as refusal:
        return _refused(gerai, "members/new_member.html", form, refusal)
    flash(
        _("%(name)s terdaftar dengan nomor %(no)s.", name=form.name.data, no=done.answer["member"]), "success"
    )
    _look_twice(form)
    return redirect(url_for("members.member", code=gerai.code, no=done.answer["member"]), 303)


@blueprint.route(f"{MEMBER}/edit", methods=["GET", "POST"])
@permitted("members.write")
def edit_member(gerai: Any, no: int) -> ResponseReturnValue:
    member = known(gerai, no)
    form = EditPersonForm.of(member)
    if not form.validate_on_submit():
        return _page(gerai, "members/edit_member.html", form, member=member)
    try:
        operations.edit_member(occasion(gerai, form), member_no=no, person=form.person)
    except Refusal as refusal:
        return _refused(gerai, "members/edit_member.html", form, refusal, member=member)
    flash(_("Perubahan sudah disimpan."), "success")
    _look_twice(form)
    return redirect(url_for("members.member", code=gerai.code, no=no), 303)


def _look_twice(form: PersonForm) -> None:
    """A NIK that tells another birthday, gender or area than the form is worth a second look, no more."""
    if not form.nik.data:
        return
    said = nik_facts(form.nik.data)
    if said.gender != form.gender.data or (form.born_on.data and not said.fits(form.born_on.data)):
        flash(
            _(
                "Jenis kelamin atau tanggal lahir tidak sama dengan yang terbaca dari NIK. Periksa sekali lagi."
            ),
            "caution",
        )
    elif not said.is_from_home:
        flash(
            _("NIK ini diterbitkan di luar Kabupaten Blitar. Pastikan KTP sekarang dari desa ini."), "caution"
        )


def _page(gerai: Any, template: str, form: PersonForm, **values: Any) -> ResponseReturnValue:
    member = values.get("member")
    back = url_for("members.member", code=gerai.code, no=member.no) if member else None
    page = render_template(
        template,
        gerai=gerai,
        form=form,
        dusuns=queries.dusuns(gerai.gerai_id),
        back=back or url_for("members.members", code=gerai.code),
        **values,
    )
    return page, 422 if form.is_submitted() else 200


def _refused(
    gerai: Any, template: str, form: PersonForm, refusal: Refusal, **values: Any
) -> ResponseReturnValue:
    if refusal.status in (404, 409):
        raise refusal
    form.refuse(refusal)
    return _page(gerai, template, form, **values)
