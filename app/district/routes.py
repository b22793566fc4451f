"""The district's first page: everything in the address, so that it can be kept and sent on."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.district import rows
from app.district.board import SORTS, board, levels, ranked
from app.district.span import MONTH, TODAY, YESTERDAY, Span, span_of
from app.foundation.clock import now
from app.foundation.dates import local
from app.foundation.guard import may, permitted
from app.gerai.queries import RECENT, appointed_by_boards

blueprint = Blueprint("district", __name__, template_folder="templates")
FIRST = 20
"""Gerai shown before "all of them" is asked for."""


SLOT = "00.00"
"""Stands for a code in an address that is built once for many; codes are digits and dots, as this is."""


@dataclass(frozen=True)
class Address:
    """What the address asks for; ``to`` is the same page with something else asked."""

    span: Span
    kecamatan: str
    sort: str
    upwards: bool
    everything: bool

    @cached_property
    def page(self) -> str:
        return url_for("district.overview")

    def to(self, **changes: Any) -> str:
        asked = {
            "span": self.span.key,
            "kecamatan": self.kecamatan,
            "sort": self.sort,
            "up": "1" if self.upwards else "",
            "all": "1" if self.everything else "",
        } | changes
        plain = {"span": TODAY, "sort": "turnover"}
        kept = {name: value for name, value in asked.items() if value and value != plain.get(name)}
        return f"{self.page}?{urlencode(kept)}" if kept else self.page

    def area_link(self) -> rows.Link:
        """The address of a kecamatan, by its code: built once and filled in for each of them."""
        before, after = self.to(kecamatan=SLOT).split(SLOT)
        return lambda code: before + code + after

    def by(self, column: str) -> str:
        """Sorted by a column: names from A, figures from the largest, and the other way when asked again."""
        upwards = not self.upwards if column == self.sort else column == "name"
        return self.to(sort=column, up="1" if upwards else "")


@blueprint.get("/district/overview")
@permitted("district.read")
def overview() -> ResponseReturnValue:
    """``?span=today|yesterday|month&kecamatan=35.05.01&sort=turnover&up=1&all=1``."""
    moment = local(now())
    asked = _asked(span_of(request.args.get("span", ""), moment.date()))
    found = board(asked.span, moment, asked.kecamatan)
    places = ranked(found.places, asked.sort, asked.upwards)
    whole = asked.everything or found.chosen is not None
    link = _gerai_link(asked.span)
    return render_template(
        "district/overview.html",
        asked=asked,
        spans=[(TODAY, _("Hari ini")), (YESTERDAY, _("Kemarin")), (MONTH, _("Bulan ini"))],
        board=found,
        by={column: asked.by(column) for column in SORTS},
        areas=rows.of_areas(ranked(found.areas, asked.sort, asked.upwards), asked.area_link()),
        places=rows.of_places(places if whole else places[:FIRST], link, with_area=not found.chosen),
        total=rows.cells(found.figures),
        hidden=0 if whole else max(0, len(places) - FIRST),
        tiles=rows.tiles(found.areas, levels(found.areas)),
        appointed=appointed_by_boards(moment - RECENT),
        gerai_url=link,
    )


def _asked(span: Span) -> Address:
    sort = request.args.get("sort", "")
    return Address(
        span=span,
        kecamatan=request.args.get("kecamatan", "")[:8],
        sort=sort if sort in SORTS else "turnover",
        upwards=request.args.get("up") == "1",
        everything=request.args.get("all") == "1",
    )


def _gerai_link(span: Span) -> rows.Link:
    """To a gerai's day where the visitor may open it, else to the gerai; built once, filled in with each code."""
    by_day = may("statements.day")
    on = span.first.isoformat() if by_day and not span.is_month else None
    address = url_for("statements.day" if by_day else "home.gerai", code=SLOT, on=on)
    before, after = address.split(SLOT)
    return lambda code: before + code + after
