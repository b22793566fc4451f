"""What services add to a shift's report; nothing where none were sold."""

from flask_babel import gettext as _

from app.agency import queries
from app.cash.hooks import ReportLine


def shift_lines(gerai_id: int, shift_no: int) -> list[ReportLine]:
    count, principal, fees = queries.shift_figures(gerai_id, shift_no)
    if not count:
        return []
    return [
        ReportLine(_("Layanan PPOB dan bank"), count, is_money=False),
        ReportLine(_("Nominal layanan"), principal),
        ReportLine(_("Biaya layanan"), fees),
    ]
