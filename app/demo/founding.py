"""How a demo gerai begins: the office opens it, its people are appointed, its shelves and safe are filled."""

from collections.abc import Iterable
from datetime import datetime

from app.access.models import User
from app.cash.operations import add_register
from app.catalog.seeds import Good, goods, put_on_sale
from app.demo.life import Life
from app.demo.people import PASSWORD, Person
from app.foundation.database import committed_together, unit_of_work
from app.foundation.dates import JAKARTA
from app.gerai.operations import FirstPassword, appoint, appoint_new, open_gerai
from app.ledger.draft import credit, debit
from app.ledger.operations import post_journal


def found(life: Life, at: datetime, people: Iterable[Person], *, capital: int) -> None:
    """Open the gerai by the office's administrator, appoint ``people``, and put ``capital`` rupiah into the safe."""
    office = life.by("admin", at, district=True)
    life.gerai_id = open_gerai(office, code=life.code, cooperative=life.cooperative).answer["gerai"]
    for person in people:
        engage(life, at, person)
    with committed_together():
        _furnish(life, at, capital)


def _furnish(life: Life, at: datetime, capital: int) -> None:
    for part in ("treasurer", "storekeeper", "secretary", "board"):  # in a small gerai the manager does it
        life.users.setdefault(part, life.users["manager"])
    for register in life.character.registers:
        life.receipts[register] = 0
        if register != "A":  # the first comes with the gerai
            add_register(life.by("manager", at), register=register)
    lines = (debit("1-1100", "KANTOR", capital), credit("3-1400", "KANTOR", capital))
    on = at.astimezone(JAKARTA).date()
    post_journal(life.by("manager", at), on=on, lines=lines, note="Hibah modal awal gerai")
    _fill_catalogue(life, at)


def engage(life: Life, at: datetime, person: Person, *, district: bool = False) -> None:
    """Appoint a person by name, known from then on by ``person.part``; twice for a second role."""
    office = life.by("admin", at, district=district)
    if person.part in life.users:
        appoint(office, username=person.username, role=person.role)
        return
    password = FirstPassword(PASSWORD)
    done = appoint_new(
        office, username=person.username, name=person.name, password=password, role=person.role
    )
    life.users[person.part] = done.answer["user"]


def let_passwords_stand() -> None:
    """The password of the demo is printed in the README; nobody needs to change it."""
    with unit_of_work() as session:
        session.query(User).update({User.must_change_password: False})


def _fill_catalogue(life: Life, at: datetime) -> None:
    chosen = _assortment(life.character.goods)
    life.items += zip(put_on_sale(life.by("manager", at), chosen), chosen, strict=True)


def _assortment(count: int) -> list[Good]:
    """What sells best comes first into a small shop; the order on the shelf stays that of the file."""
    best = sorted(goods(), key=lambda good: -good.weekly * good.price)[:count]
    return [good for good in goods() if good in best]
