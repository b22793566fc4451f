"""What rooms above tell the catalogue, without the catalogue knowing them.

``object_to_remeasuring``: why an item's unit, decimals and group must stay as they are.
``object_to_ending``: why an item cannot be taken out of the shop yet.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from flask import Flask, current_app

from app.books.book import OpenBook

Objection = Callable[[OpenBook, int], Iterable[str]]
"""(book, item's number) -> sentences, one for each reason."""


@dataclass
class Openings:
    object_to_remeasuring: list[Objection] = field(default_factory=list)
    object_to_ending: list[Objection] = field(default_factory=list)


def openings() -> Openings:
    return current_app.extensions["lumbung.catalog"]  # type: ignore[no-any-return]


def of(app: Flask) -> Openings:
    """The openings of an app that is being put together, for ``init_app`` of the rooms above."""
    return app.extensions["lumbung.catalog"]  # type: ignore[no-any-return]


def init_app(app: Flask) -> None:
    app.extensions["lumbung.catalog"] = Openings()
