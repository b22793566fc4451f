"""What the counters above add to a shift's report."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from flask import Flask, current_app


@dataclass(frozen=True)
class ReportLine:
    """One figure of a Z report: a label and rupiah, or a plain number."""

    label: Any
    value: int
    is_money: bool = True


Reporter = Callable[[int, int], list[ReportLine]]
"""(gerai_id, shift number) -> the lines of one counter."""


ShiftLinker = Callable[[Any, int], tuple[Any, str] | None]
"""(gerai, shift number) -> what a counter's documents of the shift are called, and where they stand."""


@dataclass
class Openings:
    reporters: list[Reporter] = field(default_factory=list)
    shift_links: list[ShiftLinker] = field(default_factory=list)


def of(app: Flask) -> Openings:
    return app.extensions["lumbung.cash"]  # type: ignore[no-any-return]


def report_lines(gerai_id: int, shift_no: int) -> list[ReportLine]:
    return [line for reporter in of(current_app).reporters for line in reporter(gerai_id, shift_no)]


def shift_links(gerai: Any, shift_no: int) -> list[tuple[Any, str]]:
    """Ways from a shift to what its counters did in it, for this person."""
    found = [linker(gerai, shift_no) for linker in of(current_app).shift_links]
    return [link for link in found if link is not None]


def init_app(app: Flask) -> None:
    app.extensions["lumbung.cash"] = Openings()
