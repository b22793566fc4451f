"""The district's first page: everything in the address, so that it can be kept and sent on."""

from dataclasses import dataclass
from typing import Any

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.district import queries
from app.district.board import SORTS, board, levels, ranked
from app.district.span import MONTH, TODAY, YESTERDAY, Span, span_of
from app.foundation.clock import now
from app.foundation.dates import local
from app.foundation.guard import may, permitted
from app.gerai.queries import RECENT

blueprint = Blueprint("district", __name__, template_folder="templates")
FIRST = 20
"""Gerai shown before "all of them" is asked for."""


@dataclass(frozen=True)
class Address:
    """What the address asks for; ``to`` is the same page with something else asked."""

    span: Span
    kecamatan: str
    sort: str
    upwards: bool
    everything: bool

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
        return url_for("district.overview", **kept)

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
    return render_template(
        "district/overview.html",
        today=moment.date(),
        asked=asked,
        spans=[(TODAY, _("Hari ini")), (YESTERDAY, _("Kemarin")), (MONTH, _("Bulan ini"))],
        board=found,
        areas=ranked(found.areas, asked.sort, asked.upwards),
        places=places if whole else places[:FIRST],
        hidden=0 if whole else max(0, len(places) - FIRST),
        levels=levels(found.areas),
        appointed=queries.appointed(moment - RECENT),
        day_page="statements.day" if may("statements.day") else "home.gerai",
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
