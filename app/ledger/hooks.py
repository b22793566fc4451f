"""What rooms above tell the ledger, without the ledger knowing them.

``reserve``: accounts that move only through their room's documents, never by hand.
``object_to_closing``: reasons why a month cannot close yet.
``describe``: what an entry's source is called and where it can be opened.
``subledgers``: what the word before the colon is called: "shift" -> "Sif", so "shift:12" reads "Sif 12".
``add_checks``: a folder of consistency queries, each of which must return no row.
``add_rebuilder``: counts kept beside the totals, rebuilt with them.
``codes``: the public code of each gerai, for the commands.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from flask import Flask, current_app

from app.books.book import OpenBook

Objection = Callable[[int, date, date], Iterable[str]]
"""(gerai_id, first day, last day) -> sentences, one for each thing that is still open."""
Describer = Callable[[Any, str], tuple[str, str | None]]
"""(gerai, source_no) -> what it is called, and its URL when it has a page."""
Rebuilder = Callable[[OpenBook], None]
OWN_CHECKS = Path(__file__).parent / "consistency"


@dataclass
class Openings:
    reserved: dict[str, str] = field(default_factory=dict)
    objections: list[Objection] = field(default_factory=list)
    describers: dict[str, Describer] = field(default_factory=dict)
    subledgers: dict[str, Any] = field(default_factory=dict)
    checks: list[Path] = field(default_factory=lambda: [OWN_CHECKS])
    rebuilders: list[Rebuilder] = field(default_factory=list)
    codes: Callable[[], dict[int, str]] = dict


def openings() -> Openings:
    return current_app.extensions["lumbung.ledger"]  # type: ignore[no-any-return]


def of(app: Flask) -> Openings:
    """The openings of an app that is being put together, for ``init_app`` of the rooms above."""
    return app.extensions["lumbung.ledger"]  # type: ignore[no-any-return]


def init_app(app: Flask) -> None:
    app.extensions["lumbung.ledger"] = Openings()
