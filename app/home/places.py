"""Where a person belongs: the gerai they hold a role in, and the district office."""

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from flask import url_for
from flask_babel import gettext as _

from app.gerai import queries
from app.gerai.models import Gerai
from app.gerai.roles import NAMES, Role


@dataclass(frozen=True)
class Place:
    name: str
    about: str
    roles: list[Any]
    url: str


def places_of(user_id: int) -> list[Place]:
    """The district office first, then gerai in the order they were opened."""
    rows = queries.places_of(user_id)
    return [
        _place(gerai, sorted((Role(row[1]) for row in held), key=list(Role).index))
        for gerai, held in groupby(rows, key=lambda row: row[0])
    ]


def _place(gerai: Gerai | None, roles: list[Role]) -> Place:
    names = [NAMES[role] for role in roles]
    if gerai is None:
        return Place(_("Dinas kabupaten"), _("Semua gerai sekabupaten"), names, url_for("district.overview"))
    return Place(gerai.name, gerai.cooperative, names, url_for("home.gerai", code=gerai.code))
