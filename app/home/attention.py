"""What should not be overlooked in a gerai today, for whoever can do something about it."""

from dataclasses import dataclass
from datetime import date, timedelta

from flask_babel import gettext as _
from flask_babel import ngettext

from app.books import queries as books
from app.cash import queries as cash
from app.foundation.guard import may, standing
from app.foundation.written import bulan
from app.gerai import queries as offices
from app.gerai.facts import GeraiFacts
from app.gerai.roles import Role
from app.gerai.words import appointment_words
from app.home import doors, queries
from app.home.doors import Door, Link

RECENT = timedelta(days=7)
MOST_APPOINTMENTS = 4
WATCHERS = frozenset({Role.AUDITOR, Role.DISTRICT_OFFICER, Role.DISTRICT_ADMIN})


@dataclass(frozen=True)
class Remark:
    """A sentence, and where to see to it."""

    sentence: str
    link: Link | None


def remarks(gerai: GeraiFacts, user_id: int, today: date) -> list[Remark]:
    found = [
        *_new_officers(gerai, user_id, today),
        *_unclosed_shifts(gerai, today),
        *_drawers_counted_often(gerai, today),
        *_differences(gerai),
        *_sales_to_check(gerai, today),
        *_stock_below_zero(gerai),
        *_open_months(gerai, today),
        *_conflicts(gerai, today),
        *_missing_officers(gerai),
    ]
    return [Remark(sentence, doors.link(gerai, door) if door else None) for sentence, door in found]


def _new_officers(gerai: GeraiFacts, user_id: int, today: date) -> list[tuple[str, Door | None]]:
    """To whom it happened: what was done in their name. To those who watch: what the board did by itself."""
    since = queries.day_begins(today) - offices.RECENT
    lately = offices.appointments([gerai.gerai_id], since)
    own = [_yours(each) for each in lately if each.user_id == user_id]
    watches = not WATCHERS.isdisjoint(standing().roles)
    others = [each for each in lately if watches and each.user_id != user_id and not each.by_district]
    told: list[tuple[str, Door | None]] = [(sentence, None) for sentence in own]
    told += [(appointment_words(each), None) for each in others[:MOST_APPOINTMENTS]]
    if len(others) > MOST_APPOINTMENTS:
        more = len(others) - MOST_APPOINTMENTS
        told.append((_("Dan %(count)s pengangkatan atau kata sandi baru lagi.", count=more), doors.OFFICERS))
    return told


def _yours(each: offices.Appointment) -> str:
    advice = _("Kalau ini keliru, beri tahu pengawas atau dinas.")
    return f"{appointment_words(each, yours=True)} {advice}"


def _unclosed_shifts(gerai: GeraiFacts, today: date) -> list[tuple[str, Door]]:
    if not may("cash.read"):
        return []
    numbers = cash.open_shift_numbers(gerai.gerai_id, queries.day_begins(today))
    door = Door(_("Lihat sif"), "", "cash.shifts")
    return [(_("Sif %(no)s dibuka sebelum hari ini dan belum ditutup.", no=no), door) for no in numbers]


def _drawers_counted_often(gerai: GeraiFacts, today: date) -> list[tuple[str, Door]]:
    """Who is told the difference may count towards it; so whoever decides learns of every further try."""
    if not may("cash.decide"):
        return []
    rows = cash.counted_often(gerai.gerai_id, queries.day_begins(today) - RECENT)
    door = Door(_("Lihat sif"), "", "cash.shifts")
    return [
        (_("Laci sif %(no)s (%(name)s) dihitung %(times)s kali dengan selisih.", no=no, name=name, times=times), door)
        for no, name, times in rows
    ]  # fmt: skip


def _differences(gerai: GeraiFacts) -> list[tuple[str, Door]]:
    count = len(cash.open_differences(gerai.gerai_id)) if may("cash.decide") else 0
    sentence = ngettext(
        "%(num)s selisih kas belum diputuskan.", "%(num)s selisih kas belum diputuskan.", count
    )
    return [(sentence, Door(_("Putuskan"), "", "cash.differences"))] if count else []


def _sales_to_check(gerai: GeraiFacts, today: date) -> list[tuple[str, Door]]:
    count = queries.sales_to_check(gerai.gerai_id, today) if may("sales.exceptions") else 0
    sentence = ngettext(
        "%(num)s penjualan hari ini perlu diperiksa.", "%(num)s penjualan hari ini perlu diperiksa.", count
    )
    return [(sentence, Door(_("Periksa"), "", "sales.exceptions"))] if count else []


def _stock_below_zero(gerai: GeraiFacts) -> list[tuple[str, Door]]:
    count = queries.items_below_zero(gerai.gerai_id) if may("purchasing.receive") else 0
    sentence = ngettext(
        "Stok %(num)s barang di bawah nol: terjual sebelum dicatat masuk.",
        "Stok %(num)s barang di bawah nol: terjual sebelum dicatat masuk.",
        count,
    )
    return [(sentence, Door(_("Lihat stok"), "", "inventory.stock"))] if count else []


def _open_months(gerai: GeraiFacts, today: date) -> list[tuple[str, Door]]:
    months = queries.months_to_close(gerai.gerai_id, today) if may("ledger.close") else []
    door = Door(_("Ke bulan buku"), "", "ledger.periods")
    return [
        (_("%(month)s sudah lewat dan bukunya masih terbuka.", month=bulan(month)), door) for month in months
    ]


def _conflicts(gerai: GeraiFacts, today: date) -> list[tuple[str, Door]]:
    if not may("books.acts"):
        return []
    since = queries.day_begins(today) - RECENT
    if not any(row.Act.at >= since for row in books.conflicts(gerai.gerai_id, limit=1)):
        return []
    sentence = _("Ada kiriman ulang yang isinya berbeda dari yang sudah dicatat; yang kedua ditolak.")
    return [(sentence, Door(_("Lihat catatan"), "", "gerai.acts"))]


def _missing_officers(gerai: GeraiFacts) -> list[tuple[str, Door]]:
    if not may("gerai.appoint"):
        return []
    held = queries.roles_held(gerai.gerai_id)
    door = Door(_("Angkat petugas"), "", "gerai.officer_new")
    wanted = (
        (Role.BOARD, _("Gerai ini belum punya pengurus.")),
        (Role.MANAGER, _("Gerai ini belum punya pengelola.")),
        (Role.TREASURER, _("Gerai ini belum punya bendahara.")),
        (Role.CASHIER, _("Gerai ini belum punya kasir.")),
    )
    return [(sentence, door) for role, sentence in wanted if role not in held][:2]
