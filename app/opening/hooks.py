"""What this room tells the ledger: what its entry is, and that nothing closes before the opening ties out."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from flask import url_for
from flask_babel import gettext as _

from app.foundation.money import format_rupiah
from app.ledger.hooks import Matter
from app.opening.queries import unexplained


def unexplained_balance(gerai_id: int, _first: date, _last: date) -> Iterator[Matter]:
    """A month does not close while 3-9000 holds something: the balances brought in do not tie out yet."""
    left = unexplained(gerai_id)
    if left:
        sentence = _("Ekuitas saldo awal (3-9000) masih %(left)s; harus nol.", left=format_rupiah(left))
        yield Matter(sentence, "opening.overview")


def describe(gerai: Any, _source_no: str) -> tuple[str, str | None]:
    return _("Saldo awal"), url_for("opening.overview", code=gerai.code)
