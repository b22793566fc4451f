"""The village of the tests: Desa Sukamaju and its people, and Tono of the next village.

Everybody keeps their name and role in every test.
"""

from dataclasses import dataclass, field
from datetime import UTC, datetime

from flask import Flask

from app.access.models import User
from app.books import DISTRICT
from app.books.book import Occasion
from app.foundation.database import db, unit_of_work
from app.gerai.models import Gerai, Village
from app.gerai.operations import FirstPassword, appoint_new, open_gerai, start_district
from app.gerai.roles import Role

MORNING = datetime(2026, 11, 23, 0, 0, tzinfo=UTC)
"""Monday 23 November 2026, 07.00 WIB: the moment the tests' village begins."""
SUKAMAJU, SUKAMAKMUR = "35.05.01.2998", "35.05.01.2999"
PASSWORD = "lumbung-padi"  # of people who do not exist

ADMIN = "bambang"
PEOPLE: dict[str, tuple[str, Role, str | None]] = {
    "budi": ("Budi Santoso", Role.CASHIER, SUKAMAJU),
    "yuni": ("Yuni Astuti", Role.TELLER, SUKAMAJU),
    "agus": ("Agus Salim", Role.STOREKEEPER, SUKAMAJU),
    "rina": ("Rina Marlina", Role.HEALTH_WORKER, SUKAMAJU),
    "wati": ("Wati Rahayu", Role.TREASURER, SUKAMAJU),
    "lestari": ("Lestari Ningsih", Role.SECRETARY, SUKAMAJU),
    "dewi": ("Dewi Kartika", Role.MANAGER, SUKAMAJU),
    "slamet": ("Slamet Riyadi", Role.BOARD, SUKAMAJU),
    "joko": ("Joko Purnomo", Role.AUDITOR, SUKAMAJU),
    "sari": ("Sari Wulandari", Role.MEMBER, SUKAMAJU),
    "hadi": ("Hadi Prasetyo", Role.MENTOR, SUKAMAJU),
    "endah": ("Endah Pertiwi", Role.DISTRICT_OFFICER, None),
    "tono": ("Tono Wijaya", Role.MANAGER, SUKAMAKMUR),
}


@dataclass
class TestVillage:
    """Handles to the two gerai and to everybody's user id."""

    __test__ = False

    app: Flask
    gerai_id: int
    other_gerai_id: int
    users: dict[str, int] = field(default_factory=dict)
    code: str = SUKAMAJU
    other_code: str = SUKAMAKMUR

    def occasion(self, who: str, at: datetime = MORNING, reference: str | None = None) -> Occasion:
        """An act by ``who`` in Sukamaju."""
        return Occasion(self.gerai_id, self.users[who], at, reference)

    def gerai(self) -> Gerai:
        return db.session.get_one(Gerai, self.gerai_id)


def build(app: Flask) -> TestVillage:
    """Make the district, both gerai and everybody, through the real acts."""
    start_district(username=ADMIN, name="Bambang Sutrisno", password=PASSWORD, at=MORNING, must_change=False)
    admin = db.session.query(User.id).filter_by(username=ADMIN).scalar()
    with unit_of_work() as session:
        for code, name in ((SUKAMAJU, "Sukamaju"), (SUKAMAKMUR, "Sukamakmur")):
            session.add(Village(code=code, kecamatan_code=code[:8], name=name, kind="desa"))
    for code in (SUKAMAJU, SUKAMAKMUR):
        at_district = Occasion(DISTRICT, admin, MORNING)
        open_gerai(at_district, code=code, cooperative=f"Koperasi Desa Merah Putih {code[-4:]}")
    places = dict(db.session.query(Gerai.code, Gerai.gerai_id).all()) | {None: DISTRICT}
    for username, (name, role, code) in PEOPLE.items():
        where = Occasion(places[code], admin, MORNING)
        appoint_new(where, username=username, name=name, password=FirstPassword(PASSWORD), role=role)
    with unit_of_work() as session:
        session.query(User).update({User.must_change_password: False})
    return find(app)


def find(app: Flask) -> TestVillage:
    """The village in a database that ``build`` has made."""
    places = dict(db.session.query(Gerai.code, Gerai.gerai_id).all())
    users = dict(db.session.query(User.username, User.id).all())
    return TestVillage(app, places[SUKAMAJU], places[SUKAMAKMUR], users)
