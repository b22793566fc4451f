"""What a month still waits for before it is closed, and what should at least be looked at.

The rooms say what they have left open (``ledger.hooks``: objections keep a month open, reminders do
not); this room adds what the balances alone can tell.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from flask import url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from app.cash import queries as cash
from app.foundation.dates import JAKARTA, next_month
from app.foundation.guard import may_open
from app.foundation.money import format_rupiah
from app.ledger import queries as ledger
from app.ledger.hooks import Matter, openings
from app.statements import queries

WAITING: Mapping[str, Any] = {
    "1-1210": _l("Uang QRIS dan transfer yang belum masuk bank %(amount)s."),
    "2-1107": _l("Barang yang diterima dan belum ada notanya %(amount)s."),
}
"""Accounts that money and goods only pass through: what is left on them at a month's end is unfinished."""
CASH_AT_HAND = {"1-1100": _l("Kas brankas"), "1-1120": _l("Kas kecil"), "1-1200": _l("Bank")}


@dataclass(frozen=True)
class Item:
    """A sentence, and where it is solved, for who may go there."""

    sentence: str
    url: str | None = None


def blocking(gerai: Any, first: date, last: date) -> list[Item]:
    """What keeps the month open."""
    return _asked(gerai, openings().objections, first, last)


def reminding(gerai: Any, first: date, last: date) -> list[Item]:
    """What does not."""
    return _asked(gerai, openings().reminders, first, last)


def _asked(gerai: Any, asked: Iterable[Any], first: date, last: date) -> list[Item]:
    return [_item(gerai, matter) for ask in asked for matter in ask(gerai.gerai_id, first, last)]


def _item(gerai: Any, matter: str | Matter) -> Item:
    sentence = str(matter)
    sentence = sentence[:1].upper() + sentence[1:]
    if isinstance(matter, str) or matter.endpoint is None or not may_open(matter.endpoint):
        return Item(sentence)
    return Item(sentence, url_for(matter.endpoint, code=gerai.code, **matter.values))


def left_waiting(gerai_id: int, first: date, _last: date) -> list[Matter]:
    """Reminder: what lies on the accounts that should empty themselves."""
    stood = queries.standings(gerai_id, WAITING, first)
    return [
        _on_card(sentence % {"amount": format_rupiah(abs(stood[code]))}, code, first)
        for code, sentence in WAITING.items()
        if stood.get(code)
    ]


def cash_below_zero(gerai_id: int, first: date, _last: date) -> list[Matter]:
    """Reminder: no safe and no bank account of a gerai holds less than nothing."""
    stood = queries.standings(gerai_id, CASH_AT_HAND, first)
    return [
        _on_card(_("%(name)s tercatat minus %(amount)s.", name=name, amount=format_rupiah(-stood[code])), code, first)
        for code, name in CASH_AT_HAND.items()
        if stood.get(code, 0) < 0
    ]  # fmt: skip


def differences_undecided(gerai_id: int, first: date, _last: date) -> list[Matter]:
    """Reminder: drawers that were short or over, and nobody has said whose it is."""
    end = datetime.combine(next_month(first), time(), JAKARTA)
    count = sum(each.at < end for each in cash.open_differences(gerai_id))
    if not count:
        return []
    sentence = _("%(count)s selisih kas belum diputuskan.", count=count)
    return [Matter(sentence, "cash.differences")]


def bank_lines_unmatched(gerai_id: int, _first: date, _last: date) -> list[Matter]:
    """Reminder: lines of the bank that no entry has been found for."""
    counts = [(bank, cash.unmatched_count(gerai_id, bank.no)) for bank in cash.banks(gerai_id)]
    return [
        Matter(_("%(count)s baris mutasi %(bank)s belum cocok.", count=count, bank=bank.bank), "cash.bank", {"no": bank.no})
        for bank, count in counts
        if count
    ]  # fmt: skip


def stock_below_zero(gerai_id: int, _first: date, _last: date) -> list[Matter]:
    """Reminder: goods sold before they were received."""
    count = len(queries.below_zero(gerai_id))
    if not count:
        return []
    sentence = _("Stok %(count)s barang di bawah nol. Catat barang masuknya.", count=count)
    return [Matter(sentence, "inventory.stock")]


def _on_card(sentence: str, account: str, month: date) -> Matter:
    return Matter(sentence, "ledger.account", {"account": account, "month": f"{month:%Y-%m}"})


def not_yet(gerai_id: int, month: date, today: date) -> str | None:
    """Why the month's turn has not come: it is not over, or an earlier one is still open."""
    periods = [row.Period for row in ledger.periods(gerai_id)]
    this = next(each for each in periods if each.starts_on == month)
    if this.ends_on >= today:
        return str(
            _("Bulan ini belum berakhir. Bendahara menutupnya di sini setelah tanggal terakhirnya lewat.")
        )
    if any(each.is_open and each.starts_on < month for each in periods):
        return str(_("Bulan sebelumnya belum ditutup. Bulan ditutup berurutan."))
    return None


REMINDERS = (
    left_waiting,
    differences_undecided,
    bank_lines_unmatched,
    cash_below_zero,
    stock_below_zero,
)
