"""The Z report of a shift: its figures, and its layout on thermal paper.

It goes by shift, not by day: a sale that arrives after the count belongs to its own shift and
revises what should have been in the drawer, never what was counted or expected at the count.
"""

import textwrap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import pgettext

from app.cash.hooks import ReportLine
from app.cash.hours import day_and_hours
from app.foundation.dates import local
from app.foundation.money import format_rupiah_ascii as rupiah
from app.foundation.money import group_thousands
from app.foundation.paper import ascii_only, centred, pair

KIND_NAMES: Mapping[str, Any] = {
    "cash": _l("Tunai"),
    "qris": _l("QRIS"),
    "transfer": _l("Transfer"),
    "bon": _l("Bon"),
}
HASH_SHOWN = 16
"""Hex digits of a head on paper: enough to tell two books apart, few enough to compare by eye."""


@dataclass(frozen=True)
class Taken:
    """How many documents were paid by one kind of payment, and how much in rupiah."""

    documents: int
    amount: int


@dataclass(frozen=True)
class Try:
    """One blind count; ``expected`` is what the books held at that moment."""

    attempt: int
    counted_at: datetime
    by: str
    counted: int
    expected: int

    @property
    def difference(self) -> int:
        return self.counted - self.expected


@dataclass(frozen=True)
class Head:
    """The head of the ledger's chain at one moment."""

    no: int
    hash: str

    @property
    def short(self) -> str:
        """In groups of four, as it is read aloud."""
        return " ".join(textwrap.wrap(self.hash[:HASH_SHOWN], 4))


@dataclass(frozen=True)
class Report:
    no: int
    register: str
    cashier: str
    opened_at: datetime
    closed_at: datetime
    opening_float: int
    taken: Mapping[str, Taken]
    tries: Sequence[Try]
    attempt: int
    pieces: Mapping[int, int]
    reason: str
    entry_no: int | None
    lines: Sequence[ReportLine]
    head: Head | None
    revisions: Sequence[int]
    given_back: int = 0
    moved_in: int = 0
    moved_out: int = 0

    @property
    def span(self) -> str:
        return day_and_hours(self.opened_at, self.closed_at)

    @property
    def cash(self) -> int:
        """Cash taken, less what was given back."""
        return self.taken["cash"].amount if "cash" in self.taken else 0

    @property
    def count(self) -> Try:
        """The count the closing rests on."""
        return next(each for each in self.tries if each.attempt == self.attempt)

    @property
    def expected(self) -> int:
        """What should have been in the drawer, by all that is known now."""
        return self.opening_float + self.cash + self.moved_in - self.moved_out

    @property
    def difference(self) -> int:
        """Counted less expected now: negative when money is missing."""
        return self.count.counted - self.expected

    @property
    def late_cash(self) -> int:
        """Cash of sales that arrived after the count."""
        return self.expected - self.count.expected

    @property
    def payments(self) -> list[tuple[Any, Taken]]:
        """(name of the kind, sums), cash first; kinds nobody paid by are left out."""
        return [(name, self.taken[kind]) for kind, name in KIND_NAMES.items() if kind in self.taken]


def text_of(report: Report, columns: int, heading: Iterable[str], printed_at: datetime) -> str:
    """The report for a roll of ``columns``; ``heading`` names the cooperative and the gerai."""
    sections = [
        [row for line in heading for row in centred(ascii_only(line), columns)],
        _facts(report, columns),
        _sold(report, columns),
        _drawer(report, columns),
        _pieces(report, columns),
        _tries(report, columns),
        _foot(report, columns, printed_at),
    ]
    rule = ["-" * columns]
    rows = [row for section in sections if section for row in [*section, *rule]]
    return "\n".join(ascii_only(row).rstrip() for row in [*rows, *_signatures(columns)])


def _when(moment: datetime) -> str:
    return f"{local(moment):%d-%m-%Y %H.%M}"


def _facts(report: Report, columns: int) -> list[str]:
    return [
        *centred(_("LAPORAN TUTUP SIF (Z)"), columns),
        *pair(_("Sif %(no)s", no=report.no), _("Kasir %(register)s", register=report.register), columns),
        *pair(pgettext("satu", "Petugas"), ascii_only(report.cashier), columns),
        *pair(_("Dibuka"), _when(report.opened_at), columns),
        *pair(_("Ditutup"), _when(report.closed_at), columns),
    ]


def _sold(report: Report, columns: int) -> list[str]:
    rows = []
    for line in report.lines:
        value = rupiah(line.value) if line.is_money else group_thousands(line.value)
        rows += pair(str(line.label), value, columns)
    for name, taken in report.payments:
        rows += pair(f"{name} ({taken.documents}x)", rupiah(taken.amount), columns)
    return rows


def _drawer(report: Report, columns: int) -> list[str]:
    rows = [
        *pair(_("Uang awal"), rupiah(report.opening_float), columns),
        *_moves(report, columns),
        *pair(_("Seharusnya di laci"), rupiah(report.expected), columns),
        *pair(_("Dihitung"), rupiah(report.count.counted), columns),
        *pair(_difference_name(report.difference), rupiah(report.difference), columns),
    ]
    if report.late_cash:
        rows += pair(_("Seharusnya saat dihitung"), rupiah(report.count.expected), columns)
        rows += pair(_("Masuk sesudahnya"), rupiah(report.late_cash), columns)
    if report.reason and report.count.difference:
        rows += textwrap.wrap(_("Alasan: %(reason)s", reason=ascii_only(report.reason)), columns)
    return rows


def _moves(report: Report, columns: int) -> list[str]:
    """Cash by payment, and what else moved the drawer; what did not happen is left out."""
    rows = pair(_("Tunai masuk"), rupiah(report.cash + report.given_back), columns)
    for name, amount in (
        (_("Tunai dikembalikan"), -report.given_back),
        (_("Kas masuk"), report.moved_in),
        (_("Kas keluar dan setoran"), -report.moved_out),
    ):
        rows += pair(name, rupiah(amount), columns) if amount else []
    return rows


def _difference_name(difference: int) -> str:
    if difference == 0:
        return str(_("SELISIH"))
    return str(_("SELISIH KURANG") if difference < 0 else _("SELISIH LEBIH"))


def _pieces(report: Report, columns: int) -> list[str]:
    return [
        row
        for note, pieces in sorted(report.pieces.items(), reverse=True)
        for row in pair(
            f"{group_thousands(note):>7} x {group_thousands(pieces)}", rupiah(note * pieces), columns
        )
    ]


def _tries(report: Report, columns: int) -> list[str]:
    """Only when there was more than one: the roll is short, the screen shows every count."""
    if len(report.tries) < 2:
        return []
    rows = []
    for each in report.tries:
        counted = _("Hitungan %(no)s, %(time)s", no=each.attempt, time=f"{local(each.counted_at):%H.%M}")
        rows += pair(counted, rupiah(each.counted), columns)
        rows += pair(_("  selisih"), rupiah(each.difference), columns)
    return rows


def _foot(report: Report, columns: int, printed_at: datetime) -> list[str]:
    rows = []
    if report.head is not None:
        rows += pair(_("Kepala rantai"), _("ayat %(no)s", no=report.head.no), columns)
        rows += centred(report.head.short, columns)
    return rows + pair(_("Dicetak"), _when(printed_at), columns)


def _signatures(columns: int) -> list[str]:
    half = columns // 2
    names = [pgettext("orang", "Kasir").center(half), str(_("Pengelola")).center(half)]
    line = ("." * (half - 4)).center(half)
    return ["", "".join(names), "", "", "", line + line]
