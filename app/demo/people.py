"""The people of the demo: one for each role, and a second cashier. None of them exists."""

from collections.abc import Iterator
from typing import NamedTuple

from sqlalchemy import select

from app.access.models import User
from app.access.passwords import matches
from app.foundation.database import db
from app.gerai.roles import NAMES, Role

PASSWORD = "lumbung-demo"  # printed in the README, of people who do not exist


class Person(NamedTuple):
    username: str
    name: str
    role: Role


ADMIN = Person("bambang", "Bambang Sutrisno", Role.DISTRICT_ADMIN)
OFFICER = Person("endah", "Endah Pertiwi", Role.DISTRICT_OFFICER)
VILLAGERS = (
    Person("budi", "Budi Santoso", Role.CASHIER),
    Person("ratna", "Ratna Dewi", Role.CASHIER),
    Person("yuni", "Yuni Astuti", Role.TELLER),
    Person("agus", "Agus Salim", Role.STOREKEEPER),
    Person("rina", "Rina Marlina", Role.HEALTH_WORKER),
    Person("wati", "Wati Rahayu", Role.TREASURER),
    Person("lestari", "Lestari Ningsih", Role.SECRETARY),
    Person("dewi", "Dewi Kartika", Role.MANAGER),
    Person("slamet", "Slamet Riyadi", Role.BOARD),
    Person("joko", "Joko Purnomo", Role.AUDITOR),
    Person("sari", "Sari Wulandari", Role.MEMBER),
    Person("hadi", "Hadi Prasetyo", Role.MENTOR),
)


def demo_accounts() -> Iterator[tuple[str, str, str]]:
    """(name to sign in with, password, who it is) of the demo's people, where this database has them."""
    people = (*VILLAGERS, OFFICER, ADMIN)
    query = select(User).where(User.username.in_([person.username for person in people]))
    known = {user.username: user for user in db.session.scalars(query)}
    probe = known.get(ADMIN.username)
    if probe is None or probe.name != ADMIN.name or not matches(probe.password_hash, PASSWORD):
        return
    for person in people:
        user = known.get(person.username)
        if user is not None and user.name == person.name:
            yield person.username.ljust(8), PASSWORD, f"{person.name}, {NAMES[person.role]}"
