"""What should not be overlooked in a gerai's day, for whoever reads it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from sqlalchemy import Row

from app.cash.queries import ShiftRow
from app.foundation.guard import may
from app.foundation.money import format_rupiah
from app.foundation.quantity import format_quantity
from app.gerai.facts import GeraiFacts
from app.sales import sentences

MOST_DETAILS = 5


@dataclass(frozen=True)
class Remark:
    """A sentence, what it is about in particular, and where to see to it, for who may."""

    sentence: str
    details: Sequence[str] = ()
    more: int = 0
    link: tuple[str, str] | None = None
    is_loss: bool = False


def _link(permission: str, label: str, endpoint: str, **values: Any) -> tuple[str, str] | None:
    return (label, url_for(endpoint, **values)) if may(permission) else None


def _shortened(details: Sequence[str]) -> dict[str, Any]:
    return {"details": details[:MOST_DETAILS], "more": max(len(details) - MOST_DETAILS, 0)}


def safe_below_zero(gerai: GeraiFacts, safe: int) -> list[Remark]:
    if safe >= 0:
        return []
    amount = format_rupiah(-safe)
    sentence = _("Kas brankas tercatat minus %(amount)s: saldo awal mungkin belum dicatat.", amount=amount)
    return [
        Remark(sentence, link=_link("ledger.post", _("Catat jurnal"), "ledger.new_entry", code=gerai.code))
    ]


def receipts_and_books(turnover: int, receipts_total: int) -> list[Remark]:
    """The one warning that no ordinary day brings: the ledger says another turnover than the receipts."""
    if turnover == receipts_total:
        return []
    sentence = _(
        "Penjualan di buku besar %(books)s, jumlah struk %(receipts)s. Mintalah bendahara memeriksanya.",
        books=format_rupiah(turnover),
        receipts=format_rupiah(receipts_total),
    )
    return [Remark(sentence, is_loss=True)]


def told_sales(gerai: GeraiFacts, rows: Sequence[Any]) -> list[Remark]:
    """Sales that were recorded although the server would have refused them."""
    if not rows:
        return []
    details = [f"{row.Sale.number}: {sentences.exception_row(row.SaleException)}" for row in rows]
    count = len({row.Sale.no for row in rows})
    sentence = ngettext("%(num)s penjualan perlu diperiksa.", "%(num)s penjualan perlu diperiksa.", count)
    link = _link("sales.exceptions", _("Periksa"), "sales.exceptions", code=gerai.code)
    return [Remark(sentence, link=link, **_shortened(details))]


def goods_below_zero(gerai: GeraiFacts, rows: Sequence[Row[str, str, int]]) -> list[Remark]:
    if not rows:
        return []
    details = [f"{name}: {format_quantity(quantity)} {unit}" for name, unit, quantity in rows]
    sentence = ngettext(
        "Stok %(num)s barang di bawah nol. Catat barang masuknya.",
        "Stok %(num)s barang di bawah nol. Catat barang masuknya.",
        len(rows),
    )
    link = _link("inventory.read", _("Lihat stok"), "inventory.stock", code=gerai.code)
    return [Remark(sentence, link=link, **_shortened(details))]


def goods_sold_out(gerai: GeraiFacts, names: Sequence[str]) -> list[Remark]:
    if not names:
        return []
    sentence = ngettext("%(num)s barang habis.", "%(num)s barang habis.", len(names))
    link = _link("inventory.read", _("Lihat stok"), "inventory.stock", code=gerai.code)
    return [Remark(sentence, link=link, **_shortened(names))]


def shifts_left_open(gerai: GeraiFacts, shifts: Sequence[ShiftRow], is_over: bool) -> list[Remark]:
    """Shifts of a day that is over, and that nobody has closed."""
    return [
        Remark(
            _("Sif %(no)s belum ditutup.", no=shift.no),
            link=_link("cash.report", _("Lihat sif"), "cash.shift", code=gerai.code, no=shift.no),
        )
        for shift in shifts
        if is_over and shift.closed_at is None
    ]


def drawers_short(gerai: GeraiFacts, shifts: Sequence[ShiftRow]) -> list[Remark]:
    return [
        Remark(
            _("Laci sif %(no)s kurang %(amount)s.", no=shift.no, amount=format_rupiah(-shift.difference)),
            link=_link("cash.report", _("Lihat laporan"), "cash.shift", code=gerai.code, no=shift.no),
            is_loss=True,
        )
        for shift in shifts
        if shift.difference is not None and shift.difference < 0
    ]
