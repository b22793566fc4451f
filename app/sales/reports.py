"""What sales add to a shift's Z report."""

from flask_babel import gettext as _

from app.cash.hooks import ReportLine
from app.sales import queries


def shift_lines(gerai_id: int, shift_no: int) -> list[ReportLine]:
    """Receipts, gross, discount, net and rounding of the shift's sales."""
    receipts, total, discount, rounding = queries.shift_figures(gerai_id, shift_no)
    return [
        ReportLine(_("Jumlah struk"), receipts, is_money=False),
        ReportLine(_("Penjualan kotor"), total + discount),
        ReportLine(_("Potongan"), -discount),
        ReportLine(_("Penjualan bersih"), total),
        ReportLine(_("Pembulatan tunai"), rounding),
    ]
