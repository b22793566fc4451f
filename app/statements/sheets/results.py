"""Perhitungan hasil usaha: what was earned and spent, members and others apart.

Every amount is signed as it works: income above nought, cost and expense below, so that each subtotal
is the plain sum of what stands over it. What was sold to members and what it cost come first, then the
same for others: the first part alone is what members share by their purchases (UU 25/1992, Pasal 45).
"""

from collections.abc import Sequence
from datetime import date

from flask_babel import gettext as _

from app.foundation.dates import previous_month
from app.foundation.written import bulan
from app.statements.month_books import AccountFacts, Books, only, year_of
from app.statements.sheets.sheet import SUBTOTAL, TOTAL, Amounts, Row, Sheet, block, lines, total

FROM_MEMBERS = frozenset(
    {
        "4-1100", "4-1190", "4-2100", "4-2110", "4-2120", "4-3100", "4-3190", "4-4100", "4-5100", "4-6100",
        "5-1100", "5-3100", "5-5100",
    }
)  # fmt: skip
FROM_OTHERS = frozenset(
    {"4-1110", "4-1191", "4-3110", "4-3191", "4-4110", "4-5110", "4-6110", "5-1110", "5-3110"}
)
COLUMNS = 3


def results(books: Books, month: date) -> Sheet:
    """The month, the one before it, and the year so far."""
    before = previous_month(month)
    stretches = (only(month), only(before), year_of(month))

    def earned(code: str) -> Amounts:
        moves = [books.moved(code, stretch) for stretch in stretches]
        return tuple(credit - debit for debit, credit in moves)

    def of(accounts: Sequence[AccountFacts]) -> list[Row]:
        return list(lines(accounts, earned))

    rows: list[Row] = []
    trade = books.of_sections("revenue", "cost")
    rest = [each for each in trade if each.code not in FROM_MEMBERS | FROM_OTHERS]
    for accounts, heading, closing in (
        (_among(trade, FROM_MEMBERS), _("Pelayanan kepada anggota"), _("Hasil neto dari anggota")),
        (_among(trade, FROM_OTHERS), _("Usaha dengan bukan anggota"), _("Hasil neto dari bukan anggota")),
        (rest, _("Usaha yang tidak dipisah"), _("Hasil neto usaha yang tidak dipisah")),
    ):
        rows += block(heading, of(accounts), closing, COLUMNS)
    rows += _step(rows, _("Sisa hasil usaha kotor"))
    for sections, heading, closing, result in (
        (("expense",), _("Beban usaha"), _("Jumlah beban usaha"), _("Sisa hasil usaha operasional")),
        (("member_expense",), _("Beban perkoperasian"), _("Jumlah beban perkoperasian"), None),
        (("other_income", "other_expense"), _("Pendapatan dan beban lain"), _("Jumlah pendapatan dan beban lain"), None),
        (("tax",), _("Pajak"), _("Jumlah pajak"), None),
    ):  # fmt: skip
        if sections == ("tax",):
            rows += _step(rows, _("Sisa hasil usaha sebelum pajak"))
        rows += block(heading, of(books.of_sections(*sections)), closing, COLUMNS)
        rows += _step(rows, result) if result else []
    rows.append(Row(TOTAL, _("Sisa hasil usaha"), total(rows, COLUMNS)))
    heads = (bulan(month), bulan(before), _("Sejak Januari %(year)s", year=month.year))
    return Sheet("results", _("Perhitungan hasil usaha"), bulan(month), heads, rows)


def _among(accounts: Sequence[AccountFacts], codes: frozenset[str]) -> list[AccountFacts]:
    return [each for each in accounts if each.code in codes]


def _step(rows: Sequence[Row], label: str) -> list[Row]:
    """The sum so far."""
    return [Row(SUBTOTAL, label, total(rows, COLUMNS))]
