"""Laporan posisi keuangan (neraca): what the gerai has, what it owes, and what is its own.

The year's surplus is not posted until the year is closed: it is what stands on the accounts of income
and expense since January. What an earlier year left there, unclosed, is named apart.
"""

from collections.abc import Callable
from datetime import date

from flask_babel import gettext as _

from app.foundation.dates import month_end, previous_month
from app.foundation.written import tanggal
from app.statements.month_books import BETWEEN_UNITS, THIS_YEAR, Books, year_of
from app.statements.sheets.sheet import LINE, TOTAL, Amounts, Row, Sheet, block, lines, total

COLUMNS = 3
Standing = Callable[[str], Amounts]


def position(books: Books, month: date) -> Sheet:
    """Two days, and the change between them."""
    before = previous_month(month)
    assets = _assets(books, lambda code: _stood(books, code, 1, month, before))
    sources = _debts(books, lambda code: _stood(books, code, -1, month, before))
    sources += _own(books, month, before)
    rows = [
        *assets,
        Row(TOTAL, _("Jumlah aset"), total(assets, COLUMNS)),
        *sources,
        Row(TOTAL, _("Jumlah kewajiban dan ekuitas"), total(sources, COLUMNS)),
    ]
    days = (tanggal(month_end(month)), tanggal(month_end(before)))
    return Sheet("position", _("Laporan posisi keuangan"), days[0], (*days, _("Perubahan")), rows)


def _compared(now: int, then: int) -> Amounts:
    return now, then, now - then


def _stood(books: Books, code: str, sign: int, month: date, before: date) -> Amounts:
    """On the side of ``sign``: 1 for what is had, -1 for what is owed."""
    now, then = sign * books.standing(code, month), sign * books.standing(code, before)
    if (
        code == BETWEEN_UNITS
    ):  # what other units owe this one stands with the assets, what it owes them does not
        now, then = max(now, 0), max(then, 0)
    return _compared(now, then)


def _assets(books: Books, stood: Standing) -> list[Row]:
    parts = (
        ("current_asset", _("Aset lancar"), _("Jumlah aset lancar")),
        ("investment", _("Investasi"), _("Jumlah investasi")),
        ("fixed_asset", _("Aset tetap"), _("Jumlah aset tetap")),
        ("other_asset", _("Aset lain"), _("Jumlah aset lain")),
    )
    return [
        row
        for section, heading, closing in parts
        for row in block(heading, list(lines(books.of_sections(section), stood)), closing, COLUMNS)
    ]


def _debts(books: Books, owed: Standing) -> list[Row]:
    short = [*lines(books.of_sections("current_liability"), owed), *_owed_to_units(books, owed)]
    long = list(lines(books.of_sections("long_term_liability"), owed))
    return [
        *block(_("Kewajiban jangka pendek"), short, _("Jumlah kewajiban jangka pendek"), COLUMNS),
        *block(_("Kewajiban jangka panjang"), long, _("Jumlah kewajiban jangka panjang"), COLUMNS),
    ]


def _owed_to_units(books: Books, owed: Standing) -> list[Row]:
    between = books.accounts.get(BETWEEN_UNITS)
    return list(lines([between], owed)) if between else []


def _own(books: Books, month: date, before: date) -> list[Row]:
    own = [each for each in books.of_sections("equity") if each.code != THIS_YEAR]
    rows = list(lines(own, lambda code: _stood(books, code, -1, month, before)))
    for label, amounts in (
        (
            _("SHU tahun-tahun lalu, belum ditutup"),
            _compared(_earlier(books, month), _earlier(books, before)),
        ),
        (_("SHU tahun berjalan"), _compared(_this_year(books, month), _this_year(books, before))),
    ):
        if any(amounts):
            rows.append(Row(LINE, label, amounts))
    return block(_("Ekuitas"), rows, _("Jumlah ekuitas"), COLUMNS)


def _this_year(books: Books, month: date) -> int:
    """With what the closing of the year has already moved to its own account."""
    return books.surplus(year_of(month)) - books.standing(THIS_YEAR, month)


def _earlier(books: Books, month: date) -> int:
    return books.surplus_until(month) - books.surplus(year_of(month))
