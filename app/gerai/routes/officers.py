"""Officers of a gerai and of the district office: the same pages for both, under two permissions."""

from typing import Any
from uuid import uuid4

from flask import abort, flash, redirect, render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.access import passwords
from app.books.acts import Outcome
from app.books.occasion import occasion
from app.books.refusals import ReferenceConflict
from app.foundation.fields import ActForm
from app.foundation.guard import permitted
from app.foundation.refusals import Refusal
from app.gerai import queries
from app.gerai.facts import GeraiFacts
from app.gerai.forms import DismissalForm, ExistingOfficerForm, NewOfficerForm, NewPasswordForm
from app.gerai.operations import FirstPassword, appoint, appoint_new, dismiss, renew_password
from app.gerai.roles import Role
from app.gerai.routes.blueprint import MOST, PERSON, blueprint
from app.gerai.routes.office import DISTRICT_OFFICE, Office


@blueprint.get("/g/<code>/officers")
@permitted("gerai.officers")
def officers(gerai: GeraiFacts) -> ResponseReturnValue:
    return _list(Office(gerai))


@blueprint.get("/district/officers")
@permitted("district.officers")
def district_officers() -> ResponseReturnValue:
    return _list(DISTRICT_OFFICE)


@blueprint.route("/g/<code>/officers/new", methods=["GET", "POST"])
@permitted("gerai.appoint")
def officer_new(gerai: GeraiFacts) -> ResponseReturnValue:
    return _appoint_new(Office(gerai))


@blueprint.route("/district/officers/new", methods=["GET", "POST"])
@permitted("district.officers")
def district_officer_new() -> ResponseReturnValue:
    return _appoint_new(DISTRICT_OFFICE)


@blueprint.route("/g/<code>/officers/existing", methods=["GET", "POST"])
@permitted("gerai.appoint")
def officer_existing(gerai: GeraiFacts) -> ResponseReturnValue:
    return _appoint_existing(Office(gerai))


@blueprint.route("/district/officers/existing", methods=["GET", "POST"])
@permitted("district.officers")
def district_officer_existing() -> ResponseReturnValue:
    return _appoint_existing(DISTRICT_OFFICE)


@blueprint.post("/g/<code>/officers/dismissals")
@permitted("gerai.appoint")
def officer_dismissal(gerai: GeraiFacts) -> ResponseReturnValue:
    return _dismiss(Office(gerai))


@blueprint.post("/district/officers/dismissals")
@permitted("district.officers")
def district_officer_dismissal() -> ResponseReturnValue:
    return _dismiss(DISTRICT_OFFICE)


@blueprint.route(f"/g/<code>/officers/{PERSON}/password", methods=["GET", "POST"])
@permitted("gerai.appoint")
def officer_password(gerai: GeraiFacts, user_id: int) -> ResponseReturnValue:
    return _renew_password(Office(gerai), user_id)


@blueprint.route(f"/district/officers/{PERSON}/password", methods=["GET", "POST"])
@permitted("district.officers")
def district_officer_password(user_id: int) -> ResponseReturnValue:
    return _renew_password(DISTRICT_OFFICE, user_id)


def _status(form: ActForm) -> int:
    return 422 if form.is_submitted() else 200


def _list(office: Office, refusal: Refusal | None = None) -> ResponseReturnValue:
    page = render_template(
        "gerai/officers.html",
        office=office,
        people=office.people(),
        refusal=refusal,
        new_reference=lambda: str(uuid4()),
    )
    return page, refusal.status if refusal else 200


def _appoint_new(office: Office) -> ResponseReturnValue:
    form = NewOfficerForm(office.roles)
    if form.validate_on_submit():
        role, username = Role(form.role.data), str(form.username.data)
        password = FirstPassword(str(form.password.data))
        try:
            done = appoint_new(
                occasion(office.gerai_id, form),
                username=username,
                name=str(form.name.data),
                password=password,
                role=role,
            )
            _check_given(office, form, password, done)
        except Refusal as refusal:
            form.refuse(refusal)
        else:
            flash(
                _(
                    "%(name)s sudah diangkat. Sampaikan nama pengguna dan kata sandi pertamanya.",
                    name=form.name.data,
                ),
                "success",
            )
            return redirect(office.url("officers"), 303)
    return render_template("gerai/officer_new.html", office=office, form=form), _status(form)


def _check_given(office: Office, form: ActForm, password: FirstPassword, done: Outcome[Any]) -> None:
    """Raises ReferenceConflict when a form sent again would promise a password that was never set.

    The password is no part of what an act compares; the form gets a new reference, to be sent in earnest.
    """
    person = queries.officer(office.gerai_id, done.answer["user"])
    if done.fresh or (person and passwords.matches(person.password_hash, password.text)):
        return
    sent, form.reference.data = form.reference.data, str(uuid4())
    raise ReferenceConflict(reference=sent)


def _appoint_existing(office: Office) -> ResponseReturnValue:
    form = ExistingOfficerForm(office.roles)
    if form.validate_on_submit():
        role = Role(form.role.data)
        try:
            done = appoint(occasion(office.gerai_id, form), username=str(form.username.data), role=role)
        except Refusal as refusal:
            form.refuse(refusal)
        else:
            flash(_("%(name)s sudah diangkat sebagai %(role)s.", **office.words(done.answer)), "success")
            return redirect(office.url("officers"), 303)
    return render_template("gerai/officer_existing.html", office=office, form=form), _status(form)


def _dismiss(office: Office) -> ResponseReturnValue:
    form = DismissalForm()
    if not form.validate() or form.user.data > MOST or form.role.data not in list(Role):
        abort(400)
    user_id, role = form.user.data, Role(form.role.data)
    try:
        done = dismiss(occasion(office.gerai_id, form), user_id=user_id, role=role)
    except Refusal as refusal:
        return _list(office, refusal)
    flash(_("Tugas %(name)s sebagai %(role)s sudah diakhiri.", **office.words(done.answer)), "success")
    return redirect(office.url("officers"), 303)


def _renew_password(office: Office, user_id: int) -> ResponseReturnValue:
    person = queries.officer(office.gerai_id, user_id)
    if person is None:
        abort(404)
    form = NewPasswordForm()
    if form.validate_on_submit():
        password = FirstPassword(str(form.password.data))
        try:
            done = renew_password(occasion(office.gerai_id, form), user_id=user_id, password=password)
            _check_given(office, form, password, done)
        except Refusal as refusal:
            form.refuse(refusal)
        else:
            flash(
                _("Kata sandi %(name)s sudah dibuatkan ulang. Sampaikan kepada orangnya.", name=person.name),
                "success",
            )
            return redirect(office.url("officers"), 303)
    return render_template("gerai/officer_password.html", office=office, form=form, person=person), _status(
        form
    )
