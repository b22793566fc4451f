"""What things of the ledger are called on a page, and which of them this reader may see or open."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from flask import current_app
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.exceptions import HTTPException

from app.foundation import guard
from app.ledger.hooks import openings
from app.ledger.operations.journal import SOURCE

SECTIONS = {
    "current_asset": _l("Aset lancar"),
    "investment": _l("Investasi"),
    "fixed_asset": _l("Aset tetap"),
    "other_asset": _l("Aset lain"),
    "current_liability": _l("Kewajiban jangka pendek"),
    "long_term_liability": _l("Kewajiban jangka panjang"),
    "equity": _l("Ekuitas"),
    "revenue": _l("Pendapatan"),
    "cost": _l("Beban pokok"),
    "expense": _l("Beban usaha"),
    "member_expense": _l("Beban perkoperasian"),
    "other_income": _l("Pendapatan lain"),
    "other_expense": _l("Beban lain"),
    "tax": _l("Pajak"),
}


@dataclass(frozen=True)
class Source:
    """What an entry was posted for; ``url`` only where this reader may open it."""

    name: str
    url: str | None = None


def source_of(gerai: Any, source: str, source_no: str) -> Source:
    """In the words of the room that posted it; a room that says nothing has documents with numbers."""
    if source == SOURCE:
        return Source(_("Jurnal umum %(no)s", no=source_no))
    describer = openings().describers.get(source)
    if describer is None:
        return Source(_("Dokumen %(no)s", no=source_no))
    name, url = describer(gerai, source_no)
    return Source(name, url if url and _may_open(url) else None)


def _may_open(url: str) -> bool:
    try:
        endpoint, _arguments = current_app.url_map.bind("").match(urlsplit(url).path)
    except HTTPException:
        return False
    return guard.may_open(endpoint)


UNITS = {
    "KANTOR": _l("Kantor"),
    "TOKO": _l("Toko"),
    "USP": _l("Simpan pinjam"),
    "APOTEK": _l("Apotek"),
    "KLINIK": _l("Klinik"),
    "COLD": _l("Gudang dingin"),
    "LOGISTIK": _l("Logistik"),
}
"""The units' short names, for where a line has no room for the whole one."""


def unit_name(unit: str) -> str:
    return str(UNITS.get(unit, unit))


def subledger_name(subledger: str) -> str:
    """``shift:12`` -> ``Sif 12``, ``qris`` -> ``QRIS`` where a room has said so, else as it is written."""
    kind, _colon, rest = subledger.partition(":")
    word = openings().subledgers.get(kind)
    return f"{word} {rest}".rstrip() if word else subledger


def from_the_district() -> bool:
    """Whether the reader has no role in this gerai itself: to them its entries name no person."""
    return all(role.startswith("district_") for role in guard.standing().roles)


def officer_name(name: str | None) -> str:
    if name is None:
        return str(_("Sistem"))
    return str(_("Petugas gerai")) if from_the_district() else name
