"""The navigation above every page, out of what the rooms have registered and this person may open."""

from typing import Any

from flask import Flask, current_app, g, request, url_for
from flask_babel import lazy_gettext as _l

from app.foundation.guard import Standing
from app.gerai import hooks
from app.gerai.hooks import NavigationItem
from app.gerai.roles import NAMES, Role

Place = dict[str, Any]
MOST_IN_A_ROW = 8
# The ledger lies below this room and knows no navigation, so its entries are given here.
OWN = (
    NavigationItem(60, _l("Jurnal"), "ledger.journal", "ledger.read", section="books"),
    NavigationItem(61, _l("Neraca saldo"), "ledger.trial_balance", "ledger.read", section="books"),
    NavigationItem(62, _l("Bulan buku"), "ledger.periods", "ledger.read", section="books"),
    NavigationItem(80, _l("Petugas"), "gerai.officers", "gerai.officers", section="gerai"),
    NavigationItem(90, _l("Catatan kegiatan"), "gerai.acts", "books.acts", section="gerai"),
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
    rows = _rows(_places(standing))
    return {
        "navigation": rows[0],
        "subnavigation": rows[1],
        "roles": [NAMES[role] for role in Role if role in standing.roles],
    }


def _places(standing: Standing) -> list[Place]:
    openings = hooks.openings()
    items = openings.navigation if standing.gerai else openings.district_navigation
    values = {"code": standing.gerai.code} if standing.gerai else {}
    shown = [
        item
        for item in sorted(items, key=lambda item: item.position)
        if _is_shown(item, standing) and item.endpoint in current_app.view_functions
    ]
    places = [
        {
            "label": item.label,
            "url": url_for(item.endpoint, **values),
            "endpoint": item.endpoint,
            "section": item.section,
        }
        for item in shown
    ]
    here = _here(places)
    return [place | {"active": place is here} for place in places]


def _rows(places: list[Place]) -> tuple[list[Place], list[Place]]:
    """All in one row where it holds them; else the sections, and below them what is in the present one."""
    if len(places) <= MOST_IN_A_ROW:
        return places, []
    by_section: dict[str, list[Place]] = {}
    for place in places:
        by_section.setdefault(place["section"] or place["endpoint"], []).append(place)
    row = [_as_one(section, inside) for section, inside in by_section.items()]
    here = next((inside for inside in by_section.values() if any(place["active"] for place in inside)), [])
    return row, here if len(here) > 1 else []


def _as_one(section: str, inside: list[Place]) -> Place:
    """A section leads to the first of what is in it; alone, a place stands for itself."""
    if len(inside) == 1:
        return inside[0]
    active = any(place["active"] for place in inside)
    return {"label": hooks.SECTIONS[section], "url": inside[0]["url"], "active": active, "is_section": True}


def _is_shown(item: NavigationItem, standing: Standing) -> bool:
    return standing.may(item.permission) and not standing.may(item.unless)


def _here(places: list[Place]) -> Place | None:
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
