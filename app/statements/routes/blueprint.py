"""Where this room's routes meet, and how an address names a month and a unit."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import Blueprint, request
from flask_babel import gettext as _

from app.foundation.refusals import NotFound
from app.ledger import queries as ledger
from app.ledger.forms import read_month
from app.ledger.models import Unit
from app.statements import queries

blueprint = Blueprint("statements", "app.statements", template_folder="templates")
MONTH = "/g/<code>/ledger/periods/<month>"
"""Below the list of months, which is the ledger's; so are the acts that close and reopen one."""


@dataclass(frozen=True)
class Part:
    """The whole gerai, or one unit of it."""

    code: str | None
    name: str


def known_month(gerai: Any, text: str) -> date:
    """Raises NotFound."""
    month = read_month(text)
    if month is None or ledger.period(gerai.gerai_id, month) is None:
        raise NotFound()
    return month


def parts(gerai: Any, month: date) -> list[Part]:
    """The whole, then the units that have anything in the books."""
    units: list[Unit] = list(queries.units_used(gerai.gerai_id, month))
    return [Part(None, _("semua unit")), *(Part(unit.code, unit.name) for unit in units)]


def chosen(offered: list[Part]) -> Part:
    """What the address asks for; the whole where it asks for nothing known."""
    return next((part for part in offered if part.code == request.args.get("unit")), offered[0])
