"""What this room's entries are called in the journal."""

from typing import Any

from flask import url_for
from flask_babel import gettext as _

from app.agency import postings
from app.foundation.guard import may


def _link(permission: str, endpoint: str, gerai: Any, **values: Any) -> str | None:
    return url_for(endpoint, code=gerai.code, **values) if may(permission) else None


def sale(gerai: Any, no: str) -> tuple[str, str | None]:
    return _("Layanan %(no)s", no=no), _link("agency.read", "agency.sale", gerai, no=int(no))


def cancellation(gerai: Any, no: str) -> tuple[str, str | None]:
    return _("Pembatalan layanan %(no)s", no=no), _link("agency.read", "agency.sale", gerai, no=int(no))


def top_up(gerai: Any, no: str) -> tuple[str, str | None]:
    return _("Isi deposit layanan %(no)s", no=no), _link("agency.read", "agency.services", gerai)


def reconciliation(gerai: Any, no: str) -> tuple[str, str | None]:
    return _("Selisih deposit layanan %(no)s", no=no), _link("agency.read", "agency.services", gerai)


DESCRIBERS = {
    postings.SALE: sale,
    postings.CANCELLATION: cancellation,
    postings.TOP_UP: top_up,
    postings.RECONCILIATION: reconciliation,
}
