"""What rooms above tell the ledger, without the ledger knowing them.

``reserve``: accounts that move only through their room's documents, never by hand.
``objections``: what keeps a month from closing; each may be a ``Matter`` that says where it is solved.
``reminders``: what is still open at a month's end and does not keep it from closing.
``brought_forward``: sources of entries that bring in what stood before the books: no money flows in them.
``month_page``: the endpoint of a month's own page (``code``, ``month``), where a room above has one.
``describe``: what an entry's source is called and where it can be opened.
``subledgers``: what the word before the colon is called: "shift" -> "Sif", so "shift:12" reads "Sif 12".
``add_checks``: a folder of consistency queries, each of which must return no row.
``add_rebuilder``: counts kept beside the totals, rebuilt with them.
``bound_until``: until when two people are no second person to each other, or None.
``codes``: the public code of each gerai, for the commands.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from flask import Flask, current_app

from app.books.book import OpenBook


@dataclass(frozen=True)
class Matter:
    """One thing that is still open: a sentence, and the endpoint (with its values) where it is seen to."""

    sentence: str
    endpoint: str | None = None
    values: Mapping[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.sentence


Objection = Callable[[int, date, date], Iterable[str | Matter]]
"""(gerai_id, first day, last day) -> one for each thing that is still open."""
Describer = Callable[[Any, str], tuple[str, str | None]]
"""(gerai, source_no) -> what it is called, and its URL when it has a page."""
Rebuilder = Callable[[OpenBook], None]
BoundUntil = Callable[[int, int, int, datetime], datetime | None]
"""(gerai_id, one user, the other, now) -> the moment from which one may stand second to the other."""
OWN_CHECKS = Path(__file__).parent / "consistency"


@dataclass
class Openings:
    reserved: dict[str, str] = field(default_factory=dict)
    objections: list[Objection] = field(default_factory=list)
    reminders: list[Objection] = field(default_factory=list)
    brought_forward: set[str] = field(default_factory=set)
    month_page: str | None = None
    describers: dict[str, Describer] = field(default_factory=dict)
    subledgers: dict[str, Any] = field(default_factory=dict)
    checks: list[Path] = field(default_factory=lambda: [OWN_CHECKS])
    rebuilders: list[Rebuilder] = field(default_factory=list)
    bound_until: BoundUntil = lambda *_: None
    codes: Callable[[], dict[int, str]] = dict


def openings() -> Openings:
    return current_app.extensions["lumbung.ledger"]  # type: ignore[no-any-return]


def of(app: Flask) -> Openings:
    """The openings of an app that is being put together, for ``init_app`` of the rooms above."""
    return app.extensions["lumbung.ledger"]  # type: ignore[no-any-return]


def init_app(app: Flask) -> None:
    app.extensions["lumbung.ledger"] = Openings()
