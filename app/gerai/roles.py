"""The one table of who may do what, and up to which amount. Pure.

A row is a permission; behind it the roles that have it. ``None`` is without limit, a number the
largest amount in rupiah. A person may hold several roles in a gerai; the widest limit counts.
"""

from collections.abc import Iterable
from enum import StrEnum

from flask_babel import lazy_gettext as _l
from flask_babel import lazy_pgettext


class Role(StrEnum):
    CASHIER = "cashier"
    TELLER = "teller"
    STOREKEEPER = "storekeeper"
    HEALTH_WORKER = "health_worker"
    TREASURER = "treasurer"
    SECRETARY = "secretary"
    MANAGER = "manager"
    BOARD = "board"
    AUDITOR = "auditor"
    MEMBER = "member"
    MENTOR = "mentor"
    DISTRICT_OFFICER = "district_officer"
    DISTRICT_ADMIN = "district_admin"


NAMES = {
    Role.CASHIER: lazy_pgettext("orang", "Kasir"),
    Role.TELLER: _l("Petugas simpan pinjam"),
    Role.STOREKEEPER: _l("Petugas gudang"),
    Role.HEALTH_WORKER: _l("Petugas kesehatan"),
    Role.TREASURER: _l("Bendahara"),
    Role.SECRETARY: _l("Sekretaris"),
    Role.MANAGER: _l("Pengelola"),
    Role.BOARD: _l("Pengurus"),
    Role.AUDITOR: _l("Pengawas"),
    Role.MEMBER: _l("Anggota"),
    Role.MENTOR: _l("Pendamping"),
    Role.DISTRICT_OFFICER: lazy_pgettext("satu", "Petugas dinas"),
    Role.DISTRICT_ADMIN: _l("Admin dinas"),
}


def name_of(role: str) -> str:
    return str(NAMES[Role(role)])


DISTRICT_ROLES = frozenset({Role.DISTRICT_OFFICER, Role.DISTRICT_ADMIN})
GERAI_ROLES = tuple(role for role in Role if role not in DISTRICT_ROLES)

_WORKERS = (Role.CASHIER, Role.TELLER, Role.STOREKEEPER, Role.HEALTH_WORKER, Role.TREASURER, Role.SECRETARY)
_LEADERS = (Role.MANAGER, Role.BOARD, Role.AUDITOR)
_INSIDE = (*_WORKERS, *_LEADERS)


def _to(*roles: Role, **limits: int) -> dict[Role, int | None]:
    return dict.fromkeys(roles) | {Role[name.upper()]: amount for name, amount in limits.items()}


PERMISSIONS: dict[str, dict[Role, int | None]] = {
    "home.open": _to(*Role),
    "gerai.roles": _to(*_INSIDE, Role.DISTRICT_ADMIN),
    "gerai.officers": _to(Role.SECRETARY, *_LEADERS, Role.DISTRICT_ADMIN),
    "gerai.appoint": _to(Role.BOARD, Role.DISTRICT_ADMIN),
    "books.acts": _to(Role.TREASURER, Role.SECRETARY, *_LEADERS),
    "ledger.read": _to(Role.TREASURER, Role.SECRETARY, *_LEADERS, Role.DISTRICT_OFFICER),
    "ledger.post": _to(Role.MANAGER, treasurer=25_000_000),
    "ledger.reverse": _to(Role.TREASURER, Role.MANAGER),
    "ledger.close": _to(Role.TREASURER),
    "ledger.reopen": _to(Role.MANAGER, Role.BOARD),
    "members.read": _to(Role.TELLER, Role.TREASURER, Role.SECRETARY, *_LEADERS),
    "members.write": _to(Role.SECRETARY, Role.MANAGER),
    "members.leave": _to(Role.SECRETARY, Role.MANAGER, Role.BOARD),
    "members.expel": _to(Role.BOARD),
    "members.cards": _to(Role.SECRETARY, Role.MANAGER),
    "members.accounts": _to(Role.BOARD),
    "members.reveal_nik": _to(Role.SECRETARY, Role.MANAGER, Role.BOARD),
    "members.import": _to(Role.SECRETARY, Role.MANAGER),
    "members.export": _to(Role.SECRETARY, Role.MANAGER, Role.BOARD),
    "savings.read": _to(Role.CASHIER, Role.TELLER, Role.TREASURER, Role.SECRETARY, *_LEADERS),
    "savings.receive": _to(Role.CASHIER, Role.TELLER, Role.MANAGER),
    "savings.terms": _to(Role.TREASURER, Role.BOARD),
    "catalog.prices": _to(*_INSIDE, Role.MEMBER),
    "catalog.read": _to(*_INSIDE),
    "catalog.write": _to(Role.STOREKEEPER, Role.MANAGER),
    "catalog.set_price": _to(Role.MANAGER),
    "catalog.import": _to(Role.MANAGER),
    "inventory.read": _to(Role.CASHIER, Role.STOREKEEPER, Role.TREASURER, *_LEADERS),
    "inventory.adjust": _to(Role.MANAGER, storekeeper=500_000),
    "inventory.approve_count": _to(Role.MANAGER, storekeeper=250_000),
    "inventory.containers": _to(Role.CASHIER, Role.STOREKEEPER, Role.MANAGER),
    "inventory.count": _to(Role.CASHIER, Role.STOREKEEPER, Role.MANAGER),
    "purchasing.read": _to(Role.CASHIER, Role.STOREKEEPER, Role.TREASURER, *_LEADERS),
    "purchasing.receive": _to(Role.STOREKEEPER, Role.MANAGER),
    "purchasing.return": _to(Role.STOREKEEPER, Role.MANAGER),
    "purchasing.suppliers": _to(Role.STOREKEEPER, Role.TREASURER, Role.MANAGER),
    "purchasing.bill": _to(Role.TREASURER, Role.MANAGER),
    "purchasing.pay": _to(Role.TREASURER, Role.MANAGER),
    "cash.shift": _to(Role.CASHIER, Role.TELLER, Role.MANAGER),
    "cash.read": _to(Role.TREASURER, *_LEADERS),
    "cash.report": _to(Role.CASHIER, Role.TELLER, Role.TREASURER, *_LEADERS),
    "cash.registers": _to(Role.MANAGER),
    "cash.move": _to(Role.MANAGER, cashier=200_000),
    "cash.give": _to(Role.CASHIER, Role.TREASURER, Role.MANAGER),
    "cash.receive": _to(Role.TREASURER, Role.MANAGER),
    "cash.money": _to(Role.TREASURER, *_LEADERS),
    "cash.bank": _to(Role.TREASURER, Role.MANAGER),
    "cash.decide": _to(Role.MANAGER, Role.BOARD),
    "cash.surprise": _to(Role.AUDITOR),
    "agency.sell": _to(Role.CASHIER, Role.TELLER, Role.MANAGER),
    "agency.cancel": _to(Role.MANAGER, Role.TREASURER),
    "agency.read": _to(Role.CASHIER, Role.TELLER, Role.TREASURER, *_LEADERS),
    "agency.deposit": _to(Role.TREASURER, Role.MANAGER),
    "agency.products": _to(Role.MANAGER),
    "opening.prepare": _to(Role.TREASURER, Role.SECRETARY, Role.MANAGER),
    "opening.read": _to(Role.TREASURER, Role.SECRETARY, *_LEADERS),
    "opening.record": _to(Role.TREASURER, Role.MANAGER, Role.BOARD),
    "receivables.read": _to(Role.CASHIER, Role.TELLER, Role.TREASURER, *_LEADERS),
    "receivables.receive": _to(Role.CASHIER, Role.MANAGER),
    "receivables.limit": _to(Role.MANAGER, Role.BOARD),
    "sales.sell": _to(Role.CASHIER, Role.MANAGER),
    "sales.discount": _to(Role.MANAGER, cashier=5_000),
    "sales.void": _to(Role.MANAGER, cashier=50_000),
    "sales.return": _to(Role.MANAGER, cashier=50_000),
    "sales.read": _to(Role.CASHIER, Role.TREASURER, *_LEADERS),
    "sales.exceptions": _to(Role.TREASURER, *_LEADERS),
    "statements.day": _to(Role.TREASURER, Role.SECRETARY, *_LEADERS, Role.MENTOR, Role.DISTRICT_OFFICER),
    "statements.month": _to(Role.TREASURER, Role.SECRETARY, *_LEADERS, Role.DISTRICT_OFFICER),
    "district.read": _to(Role.DISTRICT_OFFICER, Role.DISTRICT_ADMIN),
    "district.open_gerai": _to(Role.DISTRICT_ADMIN),
    "district.officers": _to(Role.DISTRICT_ADMIN),
}


def permissions_of(roles: Iterable[Role]) -> dict[str, int | None]:
    """What these roles may do together; where two limits meet, the wider one counts."""
    held = set(roles)
    found: dict[str, int | None] = {}
    for permission, by_role in PERMISSIONS.items():
        limits = [limit for role, limit in by_role.items() if role in held]
        if limits:
            found[permission] = None if None in limits else max(x for x in limits if x is not None)
    return found
