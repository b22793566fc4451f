"""The district office: the villages of the kabupaten, and the gerai it opens."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.books import DISTRICT
from app.books.occasion import occasion
from app.foundation.clock import now
from app.foundation.guard import permitted
from app.foundation.refusals import Refusal
from app.gerai import queries
from app.gerai.forms import GeraiForm
from app.gerai.operations import open_gerai
from app.gerai.operations.opening import FIRST_UNITS
from app.gerai.routes.blueprint import blueprint
from app.gerai.words import appointment_words

NEWEST = 6
MOST_FOUND = 60


@blueprint.get("/district")
@permitted("district.read")
def district() -> ResponseReturnValue:
    words = request.args.get("q", "").strip()[:60]
    coverage = queries.coverage()
    chosen = next((row for row in coverage if row.Kecamatan.code == request.args.get("kecamatan")), None)
    found = None
    if words:
        found = queries.find_villages(words, limit=MOST_FOUND)
    elif chosen:
        found = queries.villages_of(chosen.Kecamatan.code)
    return render_template(
        "gerai/district.html",
        coverage=coverage,
        chosen=chosen,
        words=words,
        found=found,
        newest=queries.newest_gerai(NEWEST) if found is None else (),
    )


@blueprint.get("/district/appointments")
@permitted("district.read")
def district_appointments() -> ResponseReturnValue:
    """What the boards did by themselves: the district is the second pair of eyes on them."""
    places = {gerai.gerai_id: gerai for gerai in queries.all_gerai()}
    lately = queries.appointments(places, now() - queries.RECENT)
    found = [(places[each.gerai_id], each) for each in lately if not each.by_district]
    return render_template("gerai/appointments.html", found=found, words=appointment_words)


@blueprint.route("/district/gerai/new", methods=["GET", "POST"])
@permitted("district.open_gerai")
def gerai_new() -> ResponseReturnValue:
    units = [unit for unit in queries.all_units() if unit.code not in FIRST_UNITS]
    form = GeraiForm(queries.villages_without_gerai(), units, code=request.args.get("village"))
    if form.validate_on_submit():
        try:
            done = open_gerai(
                occasion(DISTRICT, form),
                code=form.code.data,
                cooperative=form.cooperative.data,
                address=form.address.data,
                units=tuple(sorted(form.units.data)),
            )
        except Refusal as refusal:
            form.refuse(refusal)
        else:
            flash(_("Gerai sudah dibuka. Sekarang angkat pengurus dan petugasnya."), "success")
            return redirect(url_for("gerai.officers", code=done.answer["code"]), 303)
    return render_template("gerai/gerai_new.html", form=form), 422 if form.is_submitted() else 200
