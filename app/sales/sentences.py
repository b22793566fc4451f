"""How a sale's exceptions and tenders are said to a person."""

import json
from typing import Any

from flask_babel import gettext as _

from app.foundation.quantity import read_quantity
from app.foundation.refusals import Refusal
from app.sales import refusals
from app.sales.models import SaleException

BY_CODE: dict[str, type[Refusal]] = {
    kind().code: kind
    for kind in vars(refusals).values()
    if isinstance(kind, type) and issubclass(kind, Refusal) and kind is not Refusal
}


class BelowZero(Refusal):
    """A told sale took more than the books had."""

    sentence = refusals.BELOW_ZERO
    formats = refusals.StockShort.formats


def exception(code: str, facts: dict[str, Any]) -> str:
    """The sentence of an exception as it was recorded; the code itself if it has no sentence any more."""
    kind = BY_CODE.get(code)
    if kind is None:
        return code
    facts = {key: value for key, value in facts.items() if key != "code"}
    if kind is refusals.StockShort:
        size = read_quantity(facts["left"].removeprefix("-"))
        return BelowZero(**facts | {"left": -size if facts["left"].startswith("-") else size}).message
    return kind(**facts).message


def exception_row(row: SaleException) -> str:
    return exception(row.code, json.loads(row.facts))


def tender_names() -> dict[str, str]:
    return {"cash": _("Tunai"), "qris": _("QRIS")}
