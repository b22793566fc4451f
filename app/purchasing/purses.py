"""Where money can come from at this moment, as a form offers it: the safe, each open drawer, each bank account."""

from collections.abc import Iterable
from typing import Any

from flask_babel import gettext as _

from app.cash import queries as cash
from app.cash.queries.banks import banks
from app.purchasing.operations.money import Purse


def purses(gerai_id: int, *, drawers: bool = True) -> dict[str, str]:
    """Value -> what it is called. Three queries at most."""
    found = {"safe": _("Uang brankas")}
    for shift, cashier in cash.open_shifts(gerai_id) if drawers else ():
        found[f"drawer-{shift.no}"] = _(
            "Laci kasir %(register)s, %(cashier)s", register=shift.register, cashier=cashier
        )
    for account in banks(gerai_id):
        found[f"bank-{account.no}"] = account.name
    return found


def purse_of(value: str) -> Purse:
    """``drawer-12`` -> the drawer of shift 12."""
    kind, _dash, no = value.partition("-")
    if kind == "drawer":
        return Purse(kind, shift_no=int(no))
    if kind == "bank":
        return Purse(kind, bank_no=int(no))
    return Purse(kind)


def choices(words: dict[str, str], more: Iterable[tuple[str, Any]] = ()) -> list[tuple[str, Any]]:
    return [*words.items(), *more]
