"""Slips for thermal paper: cash in and out of a drawer, and the interim report of a shift."""

import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from flask_babel import gettext as _
from flask_babel import pgettext

from app.cash.hooks import ReportLine
from app.cash.models import CashMovement
from app.cash.reasons import REASONS
from app.cash.report import KIND_NAMES, Taken
from app.foundation.dates import local
from app.foundation.money import format_rupiah_ascii as rupiah
from app.foundation.money import group_thousands
from app.foundation.paper import ascii_only, centred, pair


def _when(moment: datetime) -> str:
    return f"{local(moment):%d-%m-%Y %H.%M}"


def _head(heading: Iterable[str], title: str, columns: int) -> list[str]:
    names = [row for line in heading for row in centred(ascii_only(line), columns)]
    return [*names, "-" * columns, *centred(title, columns)]


def movement_slip(
    movement: CashMovement, who: str, columns: int, heading: Iterable[str], printed_at: datetime
) -> str:
    """The proof of cash that went in or out, to be signed by both sides."""
    title = _("KAS MASUK") if movement.amount > 0 else _("KAS KELUAR")
    reason = REASONS.get(movement.reason)
    name = str(reason.name) if reason else movement.reason
    rows = [
        *_head(heading, str(title), columns),
        *pair(_("Nomor"), str(movement.no), columns),
        *pair(_("Sif %(no)s", no=movement.shift_no), _when(movement.recorded_at), columns),
        *pair(pgettext("satu", "Petugas"), ascii_only(who), columns),
        *pair(_("Unit"), movement.unit, columns),
        "-" * columns,
        *textwrap.wrap(ascii_only(name), columns),
        *textwrap.wrap(ascii_only(movement.note), columns),
        *pair(_("JUMLAH"), rupiah(abs(movement.amount)), columns),
        "-" * columns,
        *pair(_("Dicetak"), _when(printed_at), columns),
        *_signatures(columns),
    ]
    return "\n".join(ascii_only(row).rstrip() for row in rows)


def _signatures(columns: int) -> list[str]:
    half = columns // 2
    names = str(_("Yang memberi")).center(half) + str(_("Yang menerima")).center(half)
    line = ("." * (half - 4)).center(half)
    return ["", names, "", "", "", line + line]


@dataclass(frozen=True)
class Interim:
    """What an X report says of an open shift. It changes nothing and may be printed as often as one likes."""

    no: int
    register: str
    cashier: str
    opened_at: datetime
    opening_float: int
    taken: dict[str, Taken]
    given_back: int
    moved_in: int
    moved_out: int
    lines: Sequence[ReportLine]

    @property
    def cash(self) -> int:
        """Cash taken before what was given back."""
        return (self.taken["cash"].amount if "cash" in self.taken else 0) + self.given_back

    @property
    def expected(self) -> int:
        return self.opening_float + self.cash - self.given_back + self.moved_in - self.moved_out

    @property
    def drawer(self) -> list[tuple[str, int]]:
        """What makes up the expected sum; what did not happen is left out."""
        rows = [
            (_("Tunai dikembalikan"), -self.given_back),
            (_("Kas masuk"), self.moved_in),
            (_("Kas keluar dan setoran"), -self.moved_out),
        ]
        always = [(_("Uang awal"), self.opening_float), (_("Tunai masuk"), self.cash)]
        return always + [row for row in rows if row[1]]

    @property
    def payments(self) -> list[tuple[str, Taken]]:
        return [(str(name), self.taken[kind]) for kind, name in KIND_NAMES.items() if kind in self.taken]


def interim_text(report: Interim, columns: int, heading: Iterable[str], printed_at: datetime) -> str:
    """The X report for a roll."""
    rows = [
        *_head(heading, str(_("LAPORAN SEMENTARA (X)")), columns),
        *pair(_("Sif %(no)s", no=report.no), _("Kasir %(register)s", register=report.register), columns),
        *pair(pgettext("satu", "Petugas"), ascii_only(report.cashier), columns),
        *pair(_("Dibuka"), _when(report.opened_at), columns),
        "-" * columns,
    ]
    for line in report.lines:
        value = rupiah(line.value) if line.is_money else group_thousands(line.value)
        rows += pair(str(line.label), value, columns)
    for name, taken in report.payments:
        rows += pair(f"{name} ({taken.documents}x)", rupiah(taken.amount), columns)
    rows.append("-" * columns)
    for label, amount in report.drawer:
        rows += pair(label, rupiah(amount), columns)
    rows += pair(_("Seharusnya di laci"), rupiah(report.expected), columns)
    rows += ["-" * columns, *pair(_("Dicetak"), _when(printed_at), columns)]
    rows += centred(_("Sif masih buka. Bukan laporan akhir."), columns)
    return "\n".join(ascii_only(row).rstrip() for row in rows)
