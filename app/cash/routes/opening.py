"""Opening a shift."""

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app.books.occasion import occasion
from app.cash import devices, operations, queries
from app.cash.forms import OpenShiftForm
from app.cash.routes.pages import blueprint, till_url
from app.foundation.guard import permitted
from app.foundation.refusals import Refusal
from app.gerai.facts import GeraiFacts


@blueprint.get("/g/<code>/shifts/new")
@permitted("cash.shift")
def open_shift_form(gerai: GeraiFacts) -> ResponseReturnValue:
    form = OpenShiftForm()
    places = queries.register_places(gerai.gerai_id)
    form.offer([place.code for place in places])
    own = [place.code for place in places if place.cashier is None and _is_ours(gerai, place)]
    if own:
        form.register.data = own[0]
    return _page(gerai, form)


def _is_ours(gerai: GeraiFacts, place: queries.RegisterPlace) -> bool:
    """A register that this very device may use: its own first, else one bound to none."""
    return place.device is None or devices.fits(gerai.gerai_id, place.code)


@blueprint.post("/g/<code>/shifts")
@permitted("cash.shift")
def open_shift(gerai: GeraiFacts) -> ResponseReturnValue:
    form = OpenShiftForm()
    form.offer([place.code for place in queries.register_places(gerai.gerai_id)])
    if not form.validate():
        return _page(gerai, form), 422
    try:
        outcome = operations.open_shift(
            occasion(gerai, form),
            register=form.register.data or "",
            opening_float=form.opening_float.data or 0,
            **_device(gerai, form.register.data or ""),
        )
    except Refusal as refusal:
        form.refuse(refusal)
        form.renew_reference()
        return _page(gerai, form), refusal.status
    return redirect(
        till_url(gerai) or url_for("cash.shift", code=gerai.code, no=outcome.answer["shift"]), 303
    )


def _device(gerai: GeraiFacts, register: str) -> dict[str, int]:
    """What this browser proves to be, where the register asks for a device."""
    bound = devices.bound_device(gerai.gerai_id, register)
    return {"device_no": bound[0]} if bound and devices.fits(gerai.gerai_id, register) else {}


def _hint(gerai: GeraiFacts, place: queries.RegisterPlace) -> str:
    if place.cashier:
        return str(_("Sedang dipakai %(name)s", name=place.cashier))
    if place.device is None:
        return str(_("Belum terikat perangkat"))
    if devices.fits(gerai.gerai_id, place.code):
        return str(_("Terikat pada perangkat ini"))
    return str(_("Terikat pada perangkat lain: %(name)s", name=place.device))


def _page(gerai: GeraiFacts, form: OpenShiftForm) -> str:
    places = queries.register_places(gerai.gerai_id)
    busy = {place.code: _hint(gerai, place) for place in places}
    return render_template(
        "cash/open_shift.html",
        gerai=gerai,
        form=form,
        busy=busy,
        own=queries.open_shift_of(gerai.gerai_id, current_user.id),
        last_float=queries.last_float(gerai.gerai_id, current_user.id),
        till_url=till_url(gerai),
        back=url_for("cash.my_shifts", code=gerai.code),
    )
