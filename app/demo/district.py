"""The whole district: 248 villages, 58 gerai at work with sixty days behind them, three of them rich in detail.

58 of 248 is what the district counted on 19 January 2026. Which villages they are, and everything that happens in
them, is drawn by chance.
"""

import random
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from sqlalchemy import select

from app.demo import counter, founding, membership, office, supplies, village
from app.demo.life import Character, Life, moment
from app.demo.people import Person, strangers
from app.foundation.database import committed_together, db
from app.foundation.dates import local_date
from app.gerai.models import Village
from app.gerai.roles import Role

OPERATING = 58
DAYS = 60
RICH = {
    village.CODE: village.RICH,
    "35.05.10.1008": Character(baskets=30, goods=100, registers=("A",), care=0.9, qris=0.25, members=28),
    "35.05.17.1004": Character(baskets=24, goods=90, registers=("A",), care=0.8, qris=0.1, members=22),
}
STEPS = 1 + OPERATING
CAPITAL = 40_000_000


def make(now: datetime, seed: int, *, operating: int = OPERATING, days: int = DAYS) -> Iterator[str]:
    """Make the district; yields what was just done, once for the villages and once for each gerai at work."""
    chance = random.Random(seed)  # seeded: a demo must be the same again
    first = local_date(now) - timedelta(days=days)
    admin = village.start(moment(first, 5))
    yield "248 desa dan kelurahan"
    for life in _lives(now, chance, first, operating):
        life.users["admin"] = admin
        for _ in village.tell(life) if life.code == village.CODE else _tell(life):
            pass
        yield life.cooperative
    founding.let_passwords_stand()


def _lives(now: datetime, chance: random.Random, first: date, operating: int) -> Iterator[Life]:
    places = list(db.session.scalars(select(Village).order_by(Village.code)))
    others = [place for place in places if place.code not in RICH]
    chosen = [place for place in places if place.code in RICH] + chance.sample(others, operating - len(RICH))
    for place in chosen:
        kind = "Desa" if place.kind == "desa" else "Kelurahan"
        character = RICH.get(place.code) or _character(chance)
        own = random.Random(chance.getrandbits(64))
        yield Life(now, own, place.code, f"Koperasi {kind} Merah Putih {place.name}", character, first)


def _character(chance: random.Random) -> Character:
    """Most gerai are small and well kept; some are weak, and some of those are careless."""
    strong = chance.random()
    return Character(
        baskets=round(3 + 5 * strong),
        goods=round(12 + 12 * strong),
        care=chance.choice([0.98, 0.95, 0.95, 0.9, 0.7]),
        qris=round(0.02 + 0.2 * strong, 2),
        members=round(5 + 7 * strong),
    )


def _tell(life: Life) -> Iterator[None]:
    opening = moment(life.first, 6, 10)
    people = [
        Person(part, *strangers(life.random, life.code, part), role)
        for part, role in (("cashier", Role.CASHIER), ("manager", Role.MANAGER))
    ]
    founding.found(life, opening, people, capital=CAPITAL)
    with committed_together():
        supplies.know_suppliers(life, opening)
        supplies.receive(life, moment(life.first, 6, 30), weeks=2, supplier=0, paid_from="safe")
        membership.enrol(life, moment(life.first, 6, 40), life.character.members)
    for day in life.days:
        with committed_together():
            _live(life, day)
        yield


def _live(life: Life, day: date) -> None:
    if day.weekday() == 0 and day != life.first:
        supplies.receive(life, moment(day, 6, 40), weeks=1.05, supplier=1, paid_from="tempo")
    if day.day == 3:
        office.close_last_month(life, day)
    if life.chance(0.05):
        supplies.lose_something(life, moment(day, 6, 50))
    if day.weekday() < 6 or life.chance(life.character.care - 0.5):  # a weak gerai rests on Sunday
        counter.trade(life, day, "cashier", "A", busy=life.character.baskets)
    if day.weekday() == 4:
        supplies.pay_suppliers(life, day)
    if day.day == 20:
        office.pay_electricity(life, day)
