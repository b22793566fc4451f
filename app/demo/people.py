"""The people of the demo: one for each role, and a second cashier. None of them exists."""

import random
from collections.abc import Iterator
from typing import NamedTuple

from sqlalchemy import select

from app.access.models import User
from app.access.passwords import matches
from app.demo.names import name_of
from app.foundation.database import db
from app.gerai.roles import NAMES, Role

PASSWORD = "lumbung-demo"  # printed in the README, of people who do not exist


class Person(NamedTuple):
    """``part`` is what the person is to the life that is told."""

    part: str
    username: str
    name: str
    role: Role


ADMIN = Person("admin", "bambang", "Bambang Sutrisno", Role.DISTRICT_ADMIN)
OFFICER = Person("officer", "endah", "Endah Pertiwi", Role.DISTRICT_OFFICER)
VILLAGERS = (
    Person("cashier", "budi", "Budi Santoso", Role.CASHIER),
    Person("second cashier", "ratna", "Ratna Dewi", Role.CASHIER),
    Person("teller", "yuni", "Yuni Astuti", Role.TELLER),
    Person("storekeeper", "agus", "Agus Salim", Role.STOREKEEPER),
    Person("health worker", "rina", "Rina Marlina", Role.HEALTH_WORKER),
    Person("treasurer", "wati", "Wati Rahayu", Role.TREASURER),
    Person("secretary", "lestari", "Lestari Ningsih", Role.SECRETARY),
    Person("manager", "dewi", "Dewi Kartika", Role.MANAGER),
    Person("board", "slamet", "Slamet Riyadi", Role.BOARD),
    Person("auditor", "joko", "Joko Purnomo", Role.AUDITOR),
    Person("member", "sari", "Sari Wulandari", Role.MEMBER),
    Person("mentor", "hadi", "Hadi Prasetyo", Role.MENTOR),
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


def strangers(chance: random.Random, code: str, part: str) -> tuple[str, str]:
    """(username, name) of somebody who works in a gerai of the demo district; the code makes the username unique."""
    name = name_of(chance, woman=part == "cashier")
    return f"{part}-{code.replace('.', '')[4:]}", name
