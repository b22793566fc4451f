"""Thirty days of one gerai: it opens, is furnished, sells, receives, counts, and closes its month.

All of it goes through the real acts, on moments in the past, so the books are as real as any.
"""

import random
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from app.access.models import User
from app.books import DISTRICT
from app.books.book import Occasion
from app.cash.operations import add_register, close_shift, count_drawer, open_shift
from app.catalog.operations import add_barcode, add_item
from app.catalog.seeds import Good, goods
from app.demo.people import ADMIN, OFFICER, PASSWORD, VILLAGERS
from app.demo.purse import handed_over, pieces_of
from app.foundation.database import db, unit_of_work
from app.foundation.dates import JAKARTA, month_start
from app.foundation.quantity import SCALE, price_of, wire_quantity
from app.gerai.operations import FirstPassword, appoint_new, open_gerai, start_district
from app.inventory.operations import adjust_stock, receive_goods
from app.inventory.refusals import StockTooLow
from app.inventory.rules import ReceivedLine
from app.ledger.draft import credit, debit
from app.ledger.operations import close_period, post_journal
from app.sales.operations import record_sale
from app.sales.refusals import StockShort
from app.sales.request import read

CODE = "35.05.01.2001"
COOPERATIVE = "Koperasi Desa Merah Putih Jaten"
DAYS = 30
FLOAT = 200_000
STEPS = DAYS + 2
TOLD = 0.03
"""How many baskets were sold while the power was out and told afterwards."""


@dataclass
class Village:
    """The village while it is being made. ``random`` decides everything, so a seed makes it again."""

    now: datetime
    random: random.Random
    gerai_id: int = 0
    users: dict[str, int] = field(default_factory=dict)
    items: list[tuple[int, Good]] = field(default_factory=list)
    receipts: dict[str, int] = field(default_factory=lambda: {"A": 0, "B": 0})

    @property
    def today(self) -> date:
        return self.now.astimezone(JAKARTA).date()

    def by(self, who: str, at: datetime, *, district: bool = False) -> Occasion:
        reference = str(UUID(int=self.random.getrandbits(128), version=4))
        return Occasion(DISTRICT if district else self.gerai_id, self.users[who], at, reference)


def moment(day: date, hour: int, minute: int = 0) -> datetime:
    """A time of day in Jakarta, as UTC."""
    return datetime.combine(day, time(hour, minute), JAKARTA).astimezone(UTC)


def make(now: datetime, seed: int) -> Iterator[str]:
    """Make the village; yields what was just done, ``STEPS`` times."""
    village = Village(now, random.Random(seed))  # a demo must be the same again
    first = village.today - timedelta(days=DAYS)
    _found(village, moment(first, 6))
    yield "gerai dibuka"
    _furnish(village, moment(first, 6, 30))
    yield "rak diisi"
    for day in (first + timedelta(days=n) for n in range(DAYS + 1)):
        _live(village, day)
        if day < village.today:
            yield f"hari {day.isoformat()}"


def _found(village: Village, at: datetime) -> None:
    village.users[ADMIN.username] = start_district(
        username=ADMIN.username, name=ADMIN.name, password=PASSWORD, at=at, must_change=False
    )
    opened = open_gerai(village.by(ADMIN.username, at, district=True), code=CODE, cooperative=COOPERATIVE)
    village.gerai_id = opened.answer["gerai"]
    for person in (*VILLAGERS, OFFICER):
        at_district = person is OFFICER
        done = appoint_new(
            village.by(ADMIN.username, at, district=at_district),
            username=person.username,
            name=person.name,
            password=FirstPassword(PASSWORD),
            role=person.role,
        )
        village.users[person.username] = done.answer["user"]
    with unit_of_work() as session:  # the password is printed in the README; nobody needs to change it
        session.query(User).update({User.must_change_password: False})


def _furnish(village: Village, at: datetime) -> None:
    add_register(village.by("dewi", at), register="B")
    capital = (debit("1-1100", "KANTOR", 75_000_000), credit("3-1400", "KANTOR", 75_000_000))
    post_journal(
        village.by("dewi", at), on=at.astimezone(JAKARTA).date(), lines=capital, note="Hibah modal awal gerai"
    )
    for good in goods():
        no = add_item(
            village.by("dewi", at),
            name=good.name,
            unit=good.unit,
            decimals=good.decimals,
            stock_group=good.group,
            price=good.price,
        ).answer["item"]
        if good.barcode:
            add_barcode(village.by("agus", at), item_no=no, code=good.barcode)
        village.items.append((no, good))
    _receive(village, at, weeks=1.4, supplier="Gudang Bulog Blitar", paid_from="safe")


def _live(village: Village, day: date) -> None:
    """One day: goods in the morning on Mondays, two shifts, a loss now and then, the month's paperwork."""
    if day.weekday() == 0:
        _receive(village, moment(day, 6, 40), weeks=1.05, supplier="UD Sumber Rejeki", paid_from="unbilled")
    if day.day == 3:
        _month_end(village, day)
    if village.random.random() < 0.25:
        _lose_something(village, moment(day, 6, 50))
    _trade(village, day, "budi", "A", busy=24)
    if day.weekday() < 6:
        _trade(village, day, "ratna", "B", busy=15)
    if day.weekday() == 4:
        bill = village.random.randrange(80, 160) * 1_000
        lines = (debit("6-1200", "KANTOR", bill), credit("1-1100", "KANTOR", bill))
        at = moment(day, 16, 45)
        if at < village.now:
            post_journal(village.by("wati", at), on=day, lines=lines, note="Token listrik gerai")


def _receive(village: Village, at: datetime, *, weeks: float, supplier: str, paid_from: str) -> None:
    if at >= village.now:
        return
    lines = []
    for no, good in village.items:
        units = max(1, round(good.weekly * weeks * village.random.uniform(0.8, 1.3)))
        cost = round(good.cost * units * village.random.uniform(0.98, 1.02))
        lines.append(ReceivedLine(no, units * SCALE, cost))
    for start in range(0, len(lines), 12):
        nota = f"SJ-{at:%y%m%d}-{start // 12 + 1}"
        receive_goods(
            village.by("agus", at),
            on=at.astimezone(JAKARTA).date(),
            supplier=supplier,
            nota=nota,
            paid_from=paid_from,
            lines=tuple(lines[start : start + 12]),
        )


def _lose_something(village: Village, at: datetime) -> None:
    if at >= village.now:
        return
    no, _ = village.random.choice(village.items)
    reason = village.random.choice(["damaged", "expired"])
    with suppress(StockTooLow):  # nothing is left of it to lose
        adjust_stock(
            village.by("dewi", at),
            item_no=no,
            quantity_milli=SCALE,
            reason=reason,
            note="Dicek saat buka gerai",
        )


def _month_end(village: Village, day: date) -> None:
    """On the third the treasurer closes the month before, if the gerai was there."""
    month = month_start(month_start(day) - timedelta(days=1))
    if moment(day, 6, 55) < village.now and month >= month_start(village.today - timedelta(days=DAYS)):
        close_period(village.by("wati", moment(day, 6, 55)), month=month)


def _trade(village: Village, day: date, who: str, register: str, *, busy: int) -> None:
    """A cashier's day: shift, baskets, count. Today's shift stays open."""
    opening = moment(day, 7, village.random.randrange(0, 9))
    if opening >= village.now:
        return
    done = open_shift(village.by(who, opening), register=register, opening_float=FLOAT)
    shift, cash = int(done.answer["shift"] or 0), FLOAT
    baskets = round(busy * (1.4 if day.weekday() >= 5 else 1) * village.random.uniform(0.7, 1.3))
    minutes = sorted(village.random.randrange(10, 9 * 60 + 50) for _ in range(baskets))
    for minute in minutes:
        at = opening + timedelta(minutes=minute)
        if at < village.now:
            cash += _sell(village, who, register, shift, at)
    closing = moment(day, 17, village.random.randrange(10, 40))
    if closing < village.now:
        _close(village, who, shift, closing, cash)


def _sell(village: Village, who: str, register: str, shift: int, at: datetime) -> int:
    """One basket; answers the cash it left in the drawer. 0 when the shelf could not give it.

    Now and then one is told after a power cut, and some of those by yesterday's price.
    """
    told = village.random.random() < TOLD
    lines = list(_chosen(village))
    if told and village.random.random() < 0.4 and lines[0][1]["unit_price"] > 2_000:
        lines[0][1]["unit_price"] -= 500
    total = sum(price_of(line["unit_price"], milli) for milli, line in lines)
    qris = village.random.random() < 0.18
    due = total if qris else total - total % 100
    amount = total if qris else handed_over(due, village.random)
    occasion, number = village.by(who, at), village.receipts[register] + 1
    body = {
        "reference": occasion.reference,
        "register": register,
        "number": f"{register}-{number:06d}",
        "shift": shift,
        "sold_at": at.isoformat(),
        "completed": told,
        "lines": [line for _, line in lines],
        "tenders": [{"kind": "qris" if qris else "cash", "amount": amount}],
    }
    try:
        record_sale(occasion, order=read(body))
    except StockShort:
        return 0  # the buyer goes home without it; the number is not used
    village.receipts[register] = number
    return 0 if qris else due


def _chosen(village: Village) -> Iterator[tuple[int, dict[str, Any]]]:
    """(thousandths, line) of what one buyer takes, each item once."""
    weights = [good.weekly for _, good in village.items]
    wanted = village.random.choices(village.items, weights, k=village.random.choice([1, 2, 3, 3, 4, 5, 7]))
    for no, good in dict(wanted).items():
        pieces = village.random.choice([1, 1, 1, 2]) * SCALE
        milli = village.random.choice([250, 500, 1000, 1500]) if good.decimals else pieces
        yield milli, {"item": no, "quantity": wire_quantity(milli), "unit_price": good.price}


def _close(village: Village, who: str, shift: int, at: datetime, cash: int) -> None:
    """Count and close; one evening in six a note or a coin is missing, or too many."""
    off = village.random.choice([-2_000, -500, 500, 1_000]) if village.random.random() < 1 / 6 else 0
    pieces = pieces_of(cash + off)
    count_drawer(village.by(who, at), shift_no=shift, pieces=pieces, any_shift=False)
    reason = "Salah kembalian, sudah dihitung dua kali" if off else ""
    close_shift(village.by(who, at), shift_no=shift, reason=reason, any_shift=False)


def is_empty() -> bool:
    """Nobody can sign in yet: a database that has never been started."""
    return db.session.query(User.id).first() is None
