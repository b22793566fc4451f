"""The largest thing on a home: what this person, in the role they hold, came to do next."""

from dataclasses import dataclass
from datetime import date

from flask_babel import gettext as _

from app.cash import queries as cash
from app.foundation.guard import standing
from app.foundation.written import bulan, jam
from app.gerai.facts import GeraiFacts
from app.gerai.roles import Role
from app.home import doors, queries
from app.home.doors import Door, Link


@dataclass(frozen=True)
class Next:
    """A sentence about how things stand, and the ways on; the first is the big one."""

    sentence: str
    links: list[Link]
    chip: str = ""


def next_for(gerai: GeraiFacts, user_id: int, today: date) -> Next | None:
    """By the first of this person's roles that has work waiting; None where nothing can be offered."""
    held = standing().roles
    if Role.CASHIER in held:
        return _counter(gerai, user_id)
    if Role.TREASURER in held and (months := queries.months_to_close(gerai.gerai_id, today)):
        sentence = _("%(month)s sudah lewat dan bukunya masih terbuka.", month=bulan(months[0]))
        return _offer(gerai, sentence, doors.PERIODS, doors.DAY)
    for role, sentence, ways in _plain():
        if role in held:
            return _offer(gerai, sentence, *ways)
    return None


def _plain() -> list[tuple[Role, str, tuple[Door, ...]]]:
    """For roles whose next thing does not depend on how the gerai stands, the busiest first."""
    day = _("Lihat bagaimana gerai hari ini.")
    prices = _("Cari harga barang, atau tunjukkan kepada tetangga.")
    return [
        (Role.MANAGER, day, (doors.DAY, doors.EXCEPTIONS)),
        (Role.TREASURER, day, (doors.DAY, doors.JOURNAL)),
        (Role.STOREKEEPER, _("Ada barang datang?"), (doors.RECEIVE, doors.STOCK)),
        (Role.SECRETARY, _("Rapikan daftar petugas dan catatan gerai."), (doors.OFFICERS, doors.ACTS)),
        (Role.BOARD, day, (doors.DAY, doors.OFFICERS)),
        (Role.AUDITOR, day, (doors.DAY, doors.JOURNAL)),
        (Role.MENTOR, day, (doors.DAY,)),
        (Role.DISTRICT_OFFICER, day, (doors.DAY, doors.JOURNAL)),
        (Role.DISTRICT_ADMIN, _("Pastikan gerai ini punya pengurus dan petugas."), (doors.OFFICERS,)),
        (Role.TELLER, prices, (doors.PRICES,)),
        (Role.HEALTH_WORKER, prices, (doors.PRICES,)),
        (Role.MEMBER, prices, (doors.PRICES,)),
    ]


def _counter(gerai: GeraiFacts, user_id: int) -> Next:
    """The cashier's: sell when a shift is open, else open one, else ask for a register."""
    shift = cash.open_shift_of(gerai.gerai_id, user_id)
    if shift is not None:
        sentence = _(
            "Meja kasir %(register)s, sejak %(time)s.", register=shift.register, time=jam(shift.opened_at)
        )
        ways = [
            doors.link(gerai, doors.TILL),
            doors.link(gerai, doors.CLOSE_SHIFT, no=shift.no),
        ]
        return Next(sentence, [way for way in ways if way], _("Sif %(no)s terbuka", no=shift.no))
    if cash.registers(gerai.gerai_id):
        return _offer(gerai, _("Sif Anda belum dibuka."), doors.OPEN_SHIFT)
    return _offer(
        gerai, _("Gerai ini belum punya meja kasir. Mintalah pengelola menambahkannya."), doors.REGISTERS
    )


def _offer(gerai: GeraiFacts, sentence: str, *ways: Door) -> Next:
    return Next(sentence, doors.links(gerai, ways))
