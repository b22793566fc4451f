"""Laporan perubahan ekuitas: what was added to and taken from each part of what is the gerai's own.

First the month, then the year so far. The year's surplus grows by what was earned and shrinks by what was lost.
"""

from datetime import date

from flask_babel import gettext as _

from app.foundation.written import bulan
from app.statements.month_books import THIS_YEAR, Books, Moves, Stretch, only, year_of
from app.statements.sheets.sheet import GROUP, LINE, TOTAL, Amounts, Row, Sheet, total

COLUMNS = 5


def equity(books: Books, month: date) -> Sheet:
    rows: list[Row] = []
    for heading, stretch in (
        (bulan(month), only(month)),
        (_("Sejak Januari %(year)s", year=month.year), year_of(month)),
    ):
        found = _parts(books, stretch)
        rows += [Row(GROUP, heading), *found, Row(TOTAL, _("Jumlah ekuitas"), total(found, COLUMNS))]
    heads = (_("Awal"), _("Saldo awal"), _("Bertambah"), _("Berkurang"), _("Akhir"))
    return Sheet("equity", _("Laporan perubahan ekuitas"), bulan(month), heads, rows)


def _parts(books: Books, stretch: Stretch) -> list[Row]:
    accounts = [each for each in books.of_sections("equity") if each.code != THIS_YEAR]
    rows = [Row(LINE, each.name, _moved(books, each.code, stretch), each.code) for each in accounts]
    rows.append(Row(LINE, _("SHU tahun-tahun lalu, belum ditutup"), _earlier(books, stretch)))
    rows.append(Row(LINE, _("SHU tahun berjalan"), _this_year(books, stretch)))
    return [row for row in rows if any(row.amounts)]


def _moved(books: Books, code: str, stretch: Stretch) -> Amounts:
    """Began, brought in, added, taken, ended: on the credit side."""
    return _row(
        -books.standing_before(code, stretch.first),
        books.carried_in(code, stretch),
        books.flow(code, stretch),
    )


def _row(began: int, brought: Moves, flow: Moves) -> Amounts:
    carried, added, taken = brought[1] - brought[0], flow[1], -flow[0]
    return began, carried, added, taken, began + carried + added + taken


def _earlier(books: Books, stretch: Stretch) -> Amounts:
    """What earlier years left on the accounts of income and expense."""
    year = year_of(stretch.last)
    left = books.surplus_until(stretch.last) - books.surplus(year)
    return left, 0, 0, 0, left


def _this_year(books: Books, stretch: Stretch) -> Amounts:
    earned = books.surplus(stretch)
    began = books.surplus(year_of(stretch.last)) - earned - books.standing_before(THIS_YEAR, stretch.first)
    debit, credit = books.flow(THIS_YEAR, stretch)
    flow = (debit + max(-earned, 0), credit + max(earned, 0))
    return _row(began, books.carried_in(THIS_YEAR, stretch), flow)
