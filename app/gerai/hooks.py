"""What rooms above add to a gerai: furniture when it opens, entries in its navigation, words for their acts."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from flask import Flask, current_app
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session

from app.books.book import OpenBook

Opener = Callable[[OpenBook], None]
SECTIONS = {
    "counter": _l("Penjualan"),
    "goods": _l("Barang"),
    "people": _l("Anggota"),
    "money": _l("Kas dan bank"),
    "books": _l("Pembukuan"),
    "gerai": _l("Gerai"),
}
"""What entries are gathered under, where somebody has more than a row can hold.

The till stands in none: it fills the whole screen, so nothing beside it could be reached through it."""
Loader = Callable[[Session], None]
"""Puts a room's reference data into the database as far as it is missing; within a unit of work."""


@dataclass(frozen=True)
class NavigationItem:
    """One entry of a gerai's navigation; shown to whoever may open it.

    ``unless``: who may do this has another entry that leads there too. ``section``: one of ``SECTIONS``, under
    which it stands for whoever has many entries.
    """

    position: int
    label: Any
    endpoint: str
    permission: str
    unless: str = ""
    section: str = ""


@dataclass
class Openings:
    """``act_names`` says what an act's kind is called in the log; a kind without a name shows its code."""

    openers: list[Opener] = field(default_factory=list)
    navigation: list[NavigationItem] = field(default_factory=list)
    district_navigation: list[NavigationItem] = field(default_factory=list)
    act_names: dict[str, Any] = field(default_factory=dict)
    reference: list[Loader] = field(default_factory=list)


def of(app: Flask) -> Openings:
    return app.extensions["lumbung.gerai"]  # type: ignore[no-any-return]


def openings() -> Openings:
    return of(current_app)


def run_openers(book: OpenBook) -> None:
    """Let each room put what it needs into a gerai that is being opened."""
    for opener in openings().openers:
        opener(book)


def init_app(app: Flask) -> None:
    app.extensions["lumbung.gerai"] = Openings()
