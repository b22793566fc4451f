"""One gerai rich in detail: it opens, is furnished, sells, receives, counts, and closes its month.

All of it goes through the real acts, on moments in the past, so the books are as real as any.
"""

import random
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from app.demo import counter, founding, membership, office, supplies
from app.demo.life import Character, Life, moment
from app.demo.people import ADMIN, OFFICER, PASSWORD, VILLAGERS
from app.foundation.database import committed_together
from app.foundation.dates import local_date
from app.gerai.operations import start_district

CODE = "35.05.01.2001"
COOPERATIVE = "Koperasi Desa Merah Putih Jaten"
DAYS = 30
STEPS = DAYS + 2
RICH = Character(baskets=40, goods=1_000, registers=("A", "B"), care=0.97, qris=0.18, members=34)
CAPITAL = 75_000_000


def make(now: datetime, seed: int) -> Iterator[str]:
    """Make the district and its one village; yields what was just done, ``STEPS`` times."""
    first = local_date(now) - timedelta(days=DAYS)
    # The generator is seeded: a demo must be the same again.
    life = Life(now, random.Random(seed), CODE, COOPERATIVE, RICH, first)
    life.users["admin"] = start(moment(first, 6))
    yield from tell(life)
    founding.let_passwords_stand()


def start(at: datetime) -> int:
    """The district office and its administrator; answers the administrator's user id."""
    return start_district(
        username=ADMIN.username, name=ADMIN.name, password=PASSWORD, at=at, must_change=False
    )


def tell(life: Life) -> Iterator[str]:
    """The life of the gerai whose people are the demo accounts, day by day."""
    opening = moment(life.first, 6, 10)
    founding.engage(life, opening, OFFICER, district=True)
    founding.found(life, opening, VILLAGERS, capital=CAPITAL)
    yield "gerai dibuka"
    with committed_together():
        supplies.know_suppliers(life, opening)
        supplies.receive(life, moment(life.first, 6, 30), weeks=1.4, supplier=0, paid_from="safe")
        membership.enrol(life, moment(life.first, 6, 40), life.character.members)
    yield "rak diisi"
    for day in life.days:
        with committed_together():
            live(life, day)
        if day < life.today:
            yield f"hari {day.isoformat()}"


def live(life: Life, day: date) -> None:
    """One day: goods in the morning on Mondays, two shifts, a loss now and then, the month's paperwork."""
    if day.weekday() == 0:
        supplies.receive(life, moment(day, 6, 40), weeks=1.05, supplier=1, paid_from="tempo")
    if day.day == 3:
        office.close_last_month(life, day)
    if life.chance(0.25):
        supplies.lose_something(life, moment(day, 6, 50))
    counter.trade(life, day, "cashier", "A", busy=life.character.baskets * 0.6)
    if day.weekday() < 6:
        counter.trade(life, day, "second cashier", "B", busy=life.character.baskets * 0.38)
    if day.weekday() == 4:
        supplies.pay_suppliers(life, day)
        office.pay_electricity(life, day)
