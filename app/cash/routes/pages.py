"""The blueprint, and what the pages of this room have in common."""

from flask import Blueprint, current_app, url_for
from flask_login import current_user
from sqlalchemy import Row

from app.cash import queries
from app.cash.models import Shift
from app.cash.postings import OFFICE
from app.foundation.guard import standing
from app.foundation.refusals import NotFound
from app.gerai import queries as gerai_queries
from app.gerai.facts import GeraiFacts

blueprint = Blueprint("cash", __name__, template_folder="../templates")

SHIFT = "<int(max=999999999):no>"
"""A shift's number in a URL; what is larger than any shift's is a page that does not exist."""


NO = "<int(max=999999999999):no>"
"""A document's number in a URL."""


def unit_choices(gerai: GeraiFacts) -> list[tuple[str, str]]:
    """The units of this gerai, the office first."""
    here = {*gerai_queries.units(gerai.gerai_id), OFFICE}
    return [(unit.code, unit.name) for unit in gerai_queries.all_units() if unit.code in here]


def seen_shift(gerai: GeraiFacts, no: int) -> Row[Shift, str]:
    """(shift, cashier's name), when it is one's own or one may read all. Raises NotFound."""
    return _shift(gerai, no, "cash.read")


def countable_shift(gerai: GeraiFacts, no: int) -> Row[Shift, str]:
    """(shift, cashier's name), when it is one's own or one may close everybody's. Raises NotFound."""
    return _shift(gerai, no, "cash.registers")


def _shift(gerai: GeraiFacts, no: int, over_others: str) -> Row[Shift, str]:
    row = queries.shift_with_cashier(gerai.gerai_id, no)
    if row is None or not (row.Shift.cashier_id == current_user.id or standing().may(over_others)):
        raise NotFound()
    return row


def till_url(gerai: GeraiFacts) -> str | None:
    """Where a shift sells; None as long as no room above has opened a till."""
    if "sales.till" not in current_app.view_functions:
        return None
    return url_for("sales.till", code=gerai.code)
