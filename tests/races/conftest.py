"""A market day: registers with a cashier and an open shift at each; two of them, or as many as a test asks for."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from app.books.book import Occasion
from app.cash.operations import add_register
from app.foundation.database import db
from app.gerai.operations import FirstPassword, appoint_new
from app.gerai.roles import Role
from app.ledger.audit import audit
from tests.shop import furnish, open_till
from tests.village import ADMIN, MORNING, PASSWORD, TestVillage

REGISTERS = "ABCDEFGHIJKL"


@dataclass
class Market:
    """``tills`` are (cashier, register, shift number)."""

    village: TestVillage
    tills: list[tuple[str, str, int]]


@pytest.fixture
def market(own_village: TestVillage, request: pytest.FixtureRequest) -> Iterator[Market]:
    with own_village.app.app_context():
        furnish(own_village)
        tills = [_open(own_village, register) for register in REGISTERS[: getattr(request, "param", 2)]]
        db.session.remove()
    yield Market(own_village, tills)
    with own_village.app.app_context():
        assert audit().faults == []
        db.session.remove()


def _open(village: TestVillage, register: str) -> tuple[str, str, int]:
    if register == REGISTERS[0]:
        return "budi", register, open_till(village)
    who = f"kasir.{register.lower()}"
    _appoint(village, who)
    add_register(village.occasion("dewi"), register=register)
    return who, register, open_till(village, who, register)


def _appoint(village: TestVillage, who: str) -> None:
    where = Occasion(village.gerai_id, village.users[ADMIN], MORNING)
    password = FirstPassword(PASSWORD)
    done = appoint_new(where, username=who, name=who, password=password, role=Role.CASHIER)
    village.users[who] = done.answer["user"]
