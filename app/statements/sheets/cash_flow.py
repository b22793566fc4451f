"""Laporan arus kas, by the indirect method (SAK EP, Bab 7): from the surplus to the cash it became.

Since debit equals credit, cash moves by exactly what all other accounts move the other way. So each of
them stands here once, under operations, investing or financing, and the statement ties without a plug.
Members' savings and loans are the cooperative's trade and stand under operations; pokok, wajib and what
the members' meeting sets aside stand under financing. Saldo awal is no flow: it is named beside the cash
that the month began with.
"""

from collections.abc import Callable, Iterable
from datetime import date

from flask_babel import gettext as _

from app.foundation.dates import previous_month
from app.foundation.written import bulan
from app.statements.month_books import (
    BETWEEN_UNITS,
    CASH,
    INTO_USP,
    THIS_YEAR,
    AccountFacts,
    Books,
    Stretch,
    only,
    year_of,
)
from app.statements.sheets.sheet import (
    GROUP,
    LINE,
    SUBTOTAL,
    TOTAL,
    Amounts,
    Row,
    Sheet,
    block,
    lines,
    total,
)

PROVISIONS = frozenset({"1-1390", "1-1490"})
SALES_OF_ASSETS = frozenset({"7-1200", "8-1200"})
"""What came of selling assets: part of the surplus, but an investing flow."""
AMORTISED = frozenset({"1-4100"})
"""Kept net: its credits are amortisation, its debits are bought."""
INVESTED = frozenset({"1-1220", INTO_USP})
MEMBERS_SHARE = frozenset(
    {"2-1400", "2-1500", "2-1510", "2-1520", "2-1530", "2-1540", "2-1600", "2-1700", BETWEEN_UNITS}
)
"""Of the equity before they were set aside, so that setting them aside is no flow; and what other units lent."""
COLUMNS = 3


def cash_flow(books: Books, month: date) -> Sheet:
    """The month, the one before it, and the year so far."""
    before = previous_month(month)
    stretches = (only(month), only(before), year_of(month))

    def over(figure: Callable[[Stretch], int]) -> Amounts:
        return tuple(figure(stretch) for stretch in stretches)

    rows = [
        *block(_("Arus kas dari kegiatan usaha"), _operations(books, over), _("Arus kas bersih dari kegiatan usaha"), COLUMNS),
        *block(_("Arus kas dari investasi"), _investing(books, over), _("Arus kas bersih dari investasi"), COLUMNS),
        *block(_("Arus kas dari pendanaan"), _financing(books, over), _("Arus kas bersih dari pendanaan"), COLUMNS),
    ]  # fmt: skip
    rows.append(Row(SUBTOTAL, _("Kenaikan (penurunan) kas"), total(rows, COLUMNS)))
    rows += _cash(books, stretches)
    heads = (bulan(month), bulan(before), _("Sejak Januari %(year)s", year=month.year))
    return Sheet("cash-flow", _("Laporan arus kas"), bulan(month), heads, rows)


Over = Callable[[Callable[[Stretch], int]], Amounts]


def _operations(books: Books, over: Over) -> list[Row]:
    surplus = over(lambda stretch: -_change(books, [*_codes(books.results), THIS_YEAR], stretch))
    sold = over(lambda stretch: _change(books, SALES_OF_ASSETS, stretch))
    worn = over(lambda stretch: _worn(books, stretch))
    provided = over(lambda stretch: -_change(books, PROVISIONS, stretch))
    rows = [Row(LINE, _("Sisa hasil usaha"), surplus)]
    rows += _unless_nought(_("Penyusutan dan amortisasi"), worn)
    rows += _unless_nought(_("Penyisihan piutang dan pinjaman"), provided)
    rows += _unless_nought(_("Laba atau rugi penjualan aset, pindah ke investasi"), sold)
    return rows + list(lines(_working(books), lambda code: over(lambda each: -books.change(code, each))))


def _working(books: Books) -> list[AccountFacts]:
    """What the trade ties up and owes."""
    elsewhere = {*CASH, *PROVISIONS, *INVESTED, *MEMBERS_SHARE}
    return [
        each for each in books.of_sections("current_asset", "current_liability") if each.code not in elsewhere
    ]


def _investing(books: Books, over: Over) -> list[Row]:
    def bought(code: str) -> Amounts:
        return over(lambda stretch: -_bought(books, books.accounts[code], stretch))

    own = [each for each in books.of_sections("current_asset") if each.code in INVESTED]
    rows = list(lines([*own, *books.of_sections("investment", "fixed_asset", "other_asset")], bought))
    gained = over(lambda stretch: -_change(books, SALES_OF_ASSETS, stretch))
    return rows + _unless_nought(_("Laba atau rugi penjualan aset"), gained)


def _financing(books: Books, over: Over) -> list[Row]:
    shares = [each for each in books.accounts.values() if each.code in MEMBERS_SHARE]
    equity = [each for each in books.of_sections("equity") if each.code != THIS_YEAR]
    accounts = [*shares, *books.of_sections("long_term_liability"), *equity]
    return list(lines(accounts, lambda code: over(lambda each: -books.change(code, each))))


def _cash(books: Books, stretches: Iterable[Stretch]) -> list[Row]:
    """Cash when it began and when it ended; the parts of the latter, which sum to it."""
    spans = list(stretches)
    began = tuple(sum(books.standing_before(code, each.first) for code in CASH) for each in spans)
    brought = tuple(sum(_net(books.carried_in(code, each)) for code in CASH) for each in spans)
    ended = tuple(sum(books.standing(code, each.last) for code in CASH) for each in spans)
    rows = [Row(SUBTOTAL, _("Kas pada awal masa"), began)]
    if any(brought):
        rows.append(Row(SUBTOTAL, _("Kas dari saldo awal"), brought))
    rows += [Row(TOTAL, _("Kas pada akhir masa"), ended), Row(GROUP, _("Kas pada akhir masa terdiri atas"))]
    parts = (books.accounts[code] for code in CASH if code in books.accounts)
    return rows + list(lines(parts, lambda code: tuple(books.standing(code, each.last) for each in spans)))


def _is_worn(account: AccountFacts) -> bool:
    return (account.section == "fixed_asset" and account.contra) or account.code in AMORTISED


def _worn(books: Books, stretch: Stretch) -> int:
    """Depreciation and amortisation: an expense that took no cash."""
    return sum(books.flow(each.code, stretch)[1] for each in books.accounts.values() if _is_worn(each))


def _bought(books: Books, account: AccountFacts, stretch: Stretch) -> int:
    """What went into an asset, less what came out of it; wear is neither."""
    debit, credit = books.flow(account.code, stretch)
    return debit if _is_worn(account) else debit - credit


def _change(books: Books, codes: Iterable[str], stretch: Stretch) -> int:
    return sum(books.change(code, stretch) for code in codes)


def _codes(accounts: Iterable[AccountFacts]) -> list[str]:
    return [each.code for each in accounts]


def _net(moves: tuple[int, int]) -> int:
    return moves[0] - moves[1]


def _unless_nought(label: str, amounts: Amounts) -> list[Row]:
    return [Row(LINE, label, amounts)] if any(amounts) else []
