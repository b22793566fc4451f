"""A gerai with several tills and a full shelf, made through the real acts; and baskets to sell there.

It opens a month before the clock of this machine, because the real server goes by that clock.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from flask import Flask
from sqlalchemy import select

from app.access.models import User
from app.books import DISTRICT
from app.books.book import Occasion
from app.cash.operations import add_register, open_shift
from app.catalog.operations import add_item
from app.catalog.seeds import goods
from app.foundation.clock import now
from app.foundation.database import db, unit_of_work
from app.foundation.quantity import price_of, wire_quantity
from app.gerai.models import Village
from app.gerai.operations import FirstPassword, appoint_new, open_gerai, start_district
from app.gerai.roles import Role
from app.purchasing.operations import receive_goods
from app.purchasing.rules import ReceivedLine

CODE, KECAMATAN = "35.05.01.2997", "35.05.01"
PASSWORD = "lumbung-padi"
REGISTERS = "ABCDEFGHIJKL"
GROUPS = ("sembako", "sembako", "sembako", "subsidised", "produce")
WEIGHED_EVERY = 4


@dataclass(frozen=True)
class Shop:
    """Handles to the gerai; ``tills`` are (register, shift number, cashier's user id), one a cashier."""

    gerai_id: int
    items: int
    opened_at: datetime
    tills: tuple[tuple[str, int, int], ...]

    def occasion(self, till: int, at: datetime, reference: str | None = None) -> Occasion:
        return Occasion(self.gerai_id, self.tills[till][2], at, reference)


def cashier(till: int) -> str:
    """The name that the cashier of a till signs in with."""
    return f"kasir{till + 1}"


def build(*, tills: int, items: int) -> Shop:
    """Make the shop in the database of the current application context."""
    at = now() - timedelta(days=30)
    gerai_id = _gerai(at)
    people = _people(gerai_id, tills, at)
    keeper = Occasion(gerai_id, people["gudang"], at)
    for no in range(1, items + 1):
        unit, decimals = ("kg", 3) if weighed(no) else ("pcs", 0)
        group = GROUPS[no % len(GROUPS)]
        add_item(
            keeper, name=f"Barang {no}", unit=unit, decimals=decimals, stock_group=group, price=price(no)
        )
    lines = tuple(ReceivedLine(no, 100_000_000, 80_000 * price(no)) for no in range(1, items + 1))
    receive_goods(keeper, on=at.date(), supplier="Grosir", nota="1", paid_from="unbilled", lines=lines)
    return Shop(gerai_id, items, at, tuple(_open_till(gerai_id, people, till, at) for till in range(tills)))


def _gerai(at: datetime) -> int:
    admin = start_district(username="admin", name="Admin", password=PASSWORD, at=at, must_change=False)
    with unit_of_work() as session:
        session.add(Village(code=CODE, kecamatan_code=KECAMATAN, name="Sukatani", kind="desa"))
    opened = open_gerai(Occasion(DISTRICT, admin, at), code=CODE, cooperative="Koperasi Desa Sukatani")
    return int(opened.answer["gerai"])


def _people(gerai_id: int, tills: int, at: datetime) -> dict[str, int]:
    admin = db.session.scalar(select(User.id).where(User.username == "admin"))
    roles = {"gudang": Role.MANAGER} | {cashier(till): Role.CASHIER for till in range(tills)}
    ids = {}
    for name, role in roles.items():
        given = FirstPassword(PASSWORD)
        where = Occasion(gerai_id, admin, at)
        done = appoint_new(where, username=name, name=name.title(), password=given, role=role)
        ids[name] = done.answer["user"]
    with unit_of_work() as session:
        session.query(User).update({User.must_change_password: False})
    return ids


def _open_till(gerai_id: int, people: dict[str, int], till: int, at: datetime) -> tuple[str, int, int]:
    register = REGISTERS[till]
    if till:
        add_register(Occasion(gerai_id, people["gudang"], at), register=register)
    user_id = people[cashier(till)]
    done = open_shift(Occasion(gerai_id, user_id, at), register=register, opening_float=200_000)
    return register, int(done.answer["shift"] or 0), user_id


def name(item: int) -> str:
    """A name as long as names of goods are; no two are the same."""
    names = [good.name for good in goods()]
    turn, place = divmod(item - 1, len(names))
    return f"{names[place]} {turn + 1}" if turn else names[place]


def weighed(item: int) -> bool:
    return item % WEIGHED_EVERY == 0


def price(item: int) -> int:
    """Rupiah a unit; ends in 50 as often as not, so that cash is rounded."""
    return 2_000 + item * 1_350 % 48_000


def basket(
    shop: Shop, till: int, seq: int, *, lines: int = 5, reference: str | None = None
) -> dict[str, Any]:
    """The ``seq``-th basket of a till, as its page would send it. Every fourth is paid by QRIS."""
    register, shift, _ = shop.tills[till]
    rows = [_line(shop, seq * 7 + till * 31 + i * 13, seq) for i in range(lines)]
    total = sum(price_of(row["unit_price"], _milli(row)) for row in rows)
    by_qris = seq % 4 == 0
    rounding = 0 if by_qris else -(total % 100)
    note = total if by_qris else -(-total // 50_000) * 50_000
    return {
        "reference": reference or str(UUID(int=(till << 64) + seq)),
        "register": register,
        "number": f"{register}-{seq:06d}",
        "shift": shift,
        "sold_at": now().isoformat(),
        "clock_offset_ms": 0,
        "completed": False,
        "lines": rows,
        "rounding": rounding,
        "total": total,
        "tenders": [{"kind": "qris" if by_qris else "cash", "amount": note}],
    }


def _line(shop: Shop, draw: int, seq: int) -> dict[str, Any]:
    item = draw % shop.items + 1
    milli = 250 * (seq % 7 + 1) if weighed(item) else 1000 * (seq % 3 + 1)
    unit = "kg" if weighed(item) else "pcs"
    quantity = wire_quantity(milli)
    return {"item": item, "quantity": quantity, "unit": unit, "unit_price": price(item), "discount": 0}


def _milli(row: dict[str, Any]) -> int:
    return round(float(row["quantity"]) * 1000)


def build_in(app: Flask, *, tills: int, items: int) -> Shop:
    """The same in an application's own database, with nothing left open."""
    with app.app_context():
        shop = build(tills=tills, items=items)
        db.session.remove()
    return shop
