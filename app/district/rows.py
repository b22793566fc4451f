"""The rows of the page's tables and the tiles of its map as markup, every word asked for once.

There are up to 248 gerai of six figures; escaping and calling for each of them would be most of the page.
Figures are digits, dots and signs of our own. Names and addresses are not trusted: the template escapes those
of the rows, and ``tiles`` those of the map.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from flask_babel import gettext as _
from markupsafe import Markup, escape

from app.district.figures import Area, Figures, Place
from app.foundation.money import MINUS, format_rupiah, format_rupiah_short, group_thousands

Link = Callable[[str], str]

_CELLS = (
    '<td class="num">%s</td><td class="num hide-narrow">%s</td><td class="num hide-narrow">%s</td>'
    '<td class="num hide-narrow">%s</td><td class="num hide-narrow%s">%s</td><td class="num hide-narrow">%s</td>'
)
_TILE = (
    '<rect class="tile tile-%(level)d" x="%(left)d" y="%(top)d" width="114" height="74" rx="8"/>'
    '<text class="tile-name tile-on-%(level)d" x="%(text)d" y="%(name_at)d">%(name)s</text>'
    '<text class="tile-figure tile-on-%(level)d" x="%(text)d" y="%(figure_at)d">%(figure)s</text>'
)


class Row(NamedTuple):
    """``narrow``: what a phone shows below the name in the place of the columns it leaves out."""

    url: str
    name: str
    note: str
    narrow: str
    cells: Markup


def number(amount: int) -> str:
    """12500 -> ``12.500``; the head of the column names the rupiah."""
    return MINUS + group_thousands(-amount) if amount < 0 else group_thousands(amount)


def of_areas(areas: Iterable[Area], link: Link) -> list[Row]:
    narrow, note = _narrow(), _("%(gerai)s dari %(villages)s desa")
    return [
        Row(
            link(area.code),
            area.name,
            note % {"gerai": len(area.places), "villages": area.villages},
            narrow(area.figures),
            cells(area.figures),
        )
        for area in areas
    ]


def of_places(places: Iterable[Place], link: Link, *, with_area: bool) -> list[Row]:
    narrow = _narrow()
    return [
        Row(
            link(place.code),
            place.name,
            place.kecamatan if with_area else "",
            narrow(place.figures),
            cells(place.figures),
        )
        for place in places
    ]


def cells(it: Figures) -> Markup:
    """The six figures. Nothing is written where nothing was counted."""
    return Markup(  # noqa: S704 -- figures alone
        _CELLS
        % (
            number(it.turnover),
            number(it.margin),
            number(it.receipts) if it.receipts else "",
            number(it.members) if it.members else "",
            " loss" if it.cash < 0 else "",
            number(it.cash) if it.cash else "",
            it.open_shifts or "",
        )
    )


def tiles(areas: Iterable[Area], levels: Mapping[str, int]) -> Markup:
    """The map's tiles, each of 120 by 80 with a name and what was sold there; – where no gerai is open."""
    return Markup("".join(_tile(area, levels[area.code]) for area in areas))  # noqa: S704 -- names are escaped


def _tile(area: Area, level: int) -> str:
    left, top = 120 * area.column, 80 * area.row
    sold = format_rupiah_short(area.figures.turnover).replace("Rp", "") if area.places else "–"
    return _TILE % {
        "level": level,
        "left": left + 3,
        "top": top + 3,
        "text": left + 12,
        "name_at": top + 24,
        "figure_at": top + 64,
        "name": escape(area.name),
        "figure": sold,
    }


def _narrow() -> Callable[[Figures], str]:
    """Writes the line of a phone; its words are looked up here, once, and not for each row."""
    sold = _("%(receipts)s struk · laba kotor %(margin)s")
    cash, shifts = _("kas %(amount)s"), _("%(count)s sif terbuka")

    def line(it: Figures) -> str:
        parts = [sold % {"receipts": number(it.receipts), "margin": format_rupiah(it.margin)}]
        if it.cash:
            parts.append(cash % {"amount": format_rupiah(it.cash)})
        if it.open_shifts:
            parts.append(shifts % {"count": it.open_shifts})
        return " · ".join(parts)

    return line
