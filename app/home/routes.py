"""The front hall: where a person belongs, each gerai's home, and the answer to a monitor."""

from datetime import datetime

from flask import Blueprint, jsonify, redirect, render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app.cash import queries as cash
from app.foundation.clock import now
from app.foundation.dates import local
from app.foundation.guard import may, permitted, public, signed_in
from app.gerai.facts import GeraiFacts
from app.home import doors, health, queries
from app.home.attention import remarks
from app.home.next import next_for
from app.home.places import places_of

blueprint = Blueprint("home", __name__, template_folder="templates")


@blueprint.get("/")
@signed_in
def front() -> ResponseReturnValue:
    """One place: go there. Several: choose. None: say whom to ask."""
    places = places_of(current_user.id)
    if len(places) == 1:
        return redirect(places[0].url, 303)
    return render_template("home/front.html", places=places, greeting=_greeting(local(now())))


@blueprint.get("/g/<code>/")
@permitted("home.open")
def gerai(gerai: GeraiFacts) -> ResponseReturnValue:
    moment = local(now())
    today = moment.date()
    return render_template(
        "home/gerai.html",
        gerai=gerai,
        today=today,
        greeting=_greeting(moment),
        next=next_for(gerai, current_user.id, today),
        remarks=remarks(gerai, current_user.id, today),
        shifts=cash.open_shifts(gerai.gerai_id) if may("cash.read") else (),
        areas=[(name, found) for name, all_doors in doors.AREAS if (found := doors.links(gerai, all_doors))],
        units=queries.unit_names(gerai.gerai_id),
        leaders=queries.leaders(gerai.gerai_id),
    )


@blueprint.get("/healthz")
@public
def healthz() -> ResponseReturnValue:
    findings, well = health.examine()
    return jsonify(status="ok" if well else "failing", **findings), 200 if well else 503


def _greeting(moment: datetime) -> str:
    """By the clocks of Blitar."""
    if 3 <= moment.hour < 11:
        words = _("Selamat pagi, %(name)s", name=current_user.name)
    elif 11 <= moment.hour < 15:
        words = _("Selamat siang, %(name)s", name=current_user.name)
    elif 15 <= moment.hour < 18:
        words = _("Selamat sore, %(name)s", name=current_user.name)
    else:
        words = _("Selamat malam, %(name)s", name=current_user.name)
    return str(words)
