"""The navigation above every page, out of what the rooms have registered and this person may open."""

from typing import Any

from flask import Flask, current_app, g, request, url_for
from flask_babel import lazy_gettext as _l

from app.foundation.guard import Standing
from app.gerai import hooks
from app.gerai.hooks import NavigationItem
from app.gerai.roles import NAMES, Role

# The ledger lies below this room and knows no navigation, so its entries are given here.
OWN = (
    NavigationItem(60, _l("Jurnal"), "ledger.journal", "ledger.read"),
    NavigationItem(61, _l("Neraca saldo"), "ledger.trial_balance", "ledger.read"),
    NavigationItem(62, _l("Bulan buku"), "ledger.periods", "ledger.read"),
    NavigationItem(80, _l("Petugas"), "gerai.officers", "gerai.officers"),
    NavigationItem(90, _l("Catatan kegiatan"), "gerai.acts", "books.acts"),
)
OWN_DISTRICT = (
    NavigationItem(10, _l("Gerai"), "gerai.district", "district.read"),
    NavigationItem(20, _l("Petugas dinas"), "gerai.district_officers", "district.officers"),
)


def frame() -> dict[str, Any]:
    """For the templates: the navigation, and what this person is here."""
    standing = g.get("standing")
    if standing is None:
        return {}
    return {
        "navigation": _places(standing),
        "roles": [NAMES[role] for role in Role if role in standing.roles],
    }


def _places(standing: Standing) -> list[dict[str, Any]]:
    openings = hooks.openings()
    items = openings.navigation if standing.gerai else openings.district_navigation
    values = {"code": standing.gerai.code} if standing.gerai else {}
    shown = [
        item
        for item in sorted(items, key=lambda item: item.position)
        if _is_shown(item, standing) and item.endpoint in current_app.view_functions
    ]
    places = [
        {"label": item.label, "url": url_for(item.endpoint, **values), "endpoint": item.endpoint}
        for item in shown
    ]
    here = _here(places)
    return [place | {"active": place is here} for place in places]


def _is_shown(item: NavigationItem, standing: Standing) -> bool:
    return standing.may(item.permission) and not standing.may(item.unless)


def _here(places: list[dict[str, Any]]) -> dict[str, Any] | None:
    """The place this page is in: itself, else the nearest above it in the URL, else its room's first.

    A page right below the gerai (``/g/<code>/roles``) is a place of its own, unless another entry leads there.
    """
    exact = [place for place in places if place["endpoint"] == request.endpoint]
    above = [place for place in places[1:] if request.path.startswith(place["url"].rstrip("/") + "/")]
    above.sort(key=lambda place: len(place["url"]), reverse=True)
    of_room = request.path.count("/") > 3 or request.endpoint in _led_to()
    room = f"{request.blueprint}." if of_room else "none."
    beside = [place for place in places if place["endpoint"].startswith(room)]
    return next(iter(exact + above + beside), None)


def _led_to() -> set[str]:
    """Places that have an entry of their own for some, and for others are reached through another."""
    return {item.endpoint for item in hooks.openings().navigation if item.unless}


def init_app(app: Flask) -> None:
    openings = hooks.of(app)
    openings.navigation.extend(OWN)
    openings.district_navigation.extend(OWN_DISTRICT)
    app.context_processor(frame)
