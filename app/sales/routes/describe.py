"""What the ledger calls this room's entries, and where their documents stand."""

from typing import Any

from flask import url_for
from flask_babel import gettext as _

from app.sales import postings


def sale(gerai: Any, source_no: str) -> tuple[str, str | None]:
    return _("Penjualan %(no)s", no=source_no), url_for("sales.sale", code=gerai.code, no=int(source_no))


def void(gerai: Any, source_no: str) -> tuple[str, str | None]:
    return _("Pembatalan %(no)s", no=source_no), url_for("sales.back", code=gerai.code, no=int(source_no))


def returned(gerai: Any, source_no: str) -> tuple[str, str | None]:
    return _("Retur %(no)s", no=source_no), url_for("sales.back", code=gerai.code, no=int(source_no))


DESCRIBERS = {postings.SOURCE: sale, postings.VOID: void, postings.RETURN: returned}
