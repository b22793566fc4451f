"""What sales add to a shift's Z report."""

from typing import Any

from flask import url_for
from flask_babel import gettext as _

from app.cash.hooks import ReportLine
from app.foundation.guard import may
from app.sales import queries


def shift_link(gerai: Any, shift_no: int) -> tuple[str, str] | None:
    """The way from a shift to its sales, for whoever may read them."""
    if not may("sales.read"):
        return None
    return _("Penjualan sif ini"), url_for("sales.sales", code=gerai.code, shift=shift_no)


def shift_lines(gerai_id: int, shift_no: int) -> list[ReportLine]:
    """Receipts, gross, discount, net and rounding of the shift's sales, and what it gave back."""
    receipts, total, discount, rounding = queries.shift_figures(gerai_id, shift_no)
    return [
        ReportLine(_("Jumlah struk"), receipts, is_money=False),
        ReportLine(_("Penjualan kotor"), total + discount),
        ReportLine(_("Potongan"), -discount),
        ReportLine(_("Penjualan bersih"), total),
        ReportLine(_("Pembulatan tunai"), rounding),
        *_given_back(gerai_id, shift_no),
    ]


def _given_back(gerai_id: int, shift_no: int) -> list[ReportLine]:
    """Nothing where nothing came back, as on most days."""
    back = queries.back_of_shift(gerai_id, shift_no)
    names = {"void": _("Dibatalkan (%(count)sx)"), "return": _("Retur (%(count)sx)")}
    return [
        ReportLine(names[kind] % {"count": back[kind][0]}, -back[kind][1]) for kind in names if kind in back
    ]
