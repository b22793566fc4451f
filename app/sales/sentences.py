"""How a sale's exceptions and tenders are said to a person."""

import json
from typing import Any

from flask_babel import gettext as _

from app.foundation.quantity import read_quantity
from app.sales import refusals
from app.sales.models import SaleException
from app.sales.refusals import Objection

BY_CODE: dict[str, type[Objection]] = {
    kind().code: kind
    for kind in vars(refusals).values()
    if isinstance(kind, type) and issubclass(kind, Objection) and kind is not Objection
}


def exception(code: str, facts: dict[str, Any]) -> str:
    """The sentence of an exception as it was recorded; the code itself if it has no sentence any more."""
    kind = BY_CODE.get(code)
    if kind is None:
        return code
    facts = {key: value for key, value in facts.items() if key != "code"}
    if kind is refusals.StockShort:
        facts["left"] = _signed(facts["left"])
    return kind(**facts).note


def _signed(text: str) -> int:
    size = read_quantity(text.removeprefix("-"))
    return -size if text.startswith("-") else size


def exception_row(row: SaleException) -> str:
    return exception(row.code, json.loads(row.facts))


def tender_names() -> dict[str, str]:
    return {"cash": _("Tunai"), "qris": _("QRIS"), "transfer": _("Transfer"), "bon": _("Bon")}


def back_names() -> dict[str, str]:
    return {"void": _("Pembatalan"), "return": _("Retur")}


def drawer(register: str, cashier: str) -> str:
    return str(_("Kasir %(register)s · %(name)s", register=register, name=cashier))
