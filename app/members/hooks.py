"""What rooms above add to the register: objections to leaving, and sections of a member's page."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from flask import Flask, current_app

from app.books.book import OpenBook

Objection = Callable[[OpenBook, int], Iterable[str]]
"""(book, member number) -> sentences, one for each thing that is not settled yet."""


@dataclass(frozen=True)
class Panel:
    """A section of a member's page: a template that is included with ``panel`` (this) in reach."""

    title: Any
    template: str
    facts: dict[str, Any] = field(default_factory=dict)


PanelMaker = Callable[[Any, int], Panel | None]
"""(gerai, member number) -> its section; None where this reader may not see it or there is nothing to say."""


@dataclass
class Openings:
    objections: list[Objection] = field(default_factory=list)
    panels: list[tuple[int, PanelMaker]] = field(default_factory=list)


def of(app: Flask) -> Openings:
    return app.extensions["lumbung.members"]  # type: ignore[no-any-return]


def openings() -> Openings:
    return of(current_app)


def object_to_leaving(app: Flask, objection: Objection) -> None:
    """Let a room above say why a member cannot leave yet. Death is not asked about."""
    of(app).objections.append(objection)


def add_panel(app: Flask, position: int, maker: PanelMaker) -> None:
    of(app).panels.append((position, maker))


def objections_to_leaving(book: OpenBook, member_no: int) -> list[str]:
    return [sentence for object_ in openings().objections for sentence in object_(book, member_no)]


def member_panels(gerai: Any, member_no: int) -> list[Panel]:
    """The sections of a member's page, in their order."""
    ordered = sorted(openings().panels, key=lambda panel: panel[0])
    made = [maker(gerai, member_no) for _position, maker in ordered]
    return [panel for panel in made if panel is not None]


def init_app(app: Flask) -> None:
    app.extensions["lumbung.members"] = Openings()
