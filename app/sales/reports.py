"""What sales add to a shift's Z report."""

from flask_babel import gettext as _

from app.cash.hooks import ReportLine
from app.sales import queries


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
