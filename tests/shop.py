"""A furnished shop for the tests: goods on the shelf, a shift to open, baskets to ring up."""

from datetime import datetime
from typing import Any
from uuid import uuid4

from app.books.acts import Outcome
from app.cash.operations import open_shift
from app.catalog.operations import add_barcode, add_item
from app.purchasing.operations import receive_goods
from app.purchasing.rules import ReceivedLine
from app.sales.operations import record_sale
from app.sales.request import read
from tests.village import MORNING, TestVillage

# Numbers are given in this order, so they are the items' numbers.
RICE, EGGS, SOAP, OIL, SUGAR = 1, 2, 3, 4, 5
GOODS = (
    ("Beras medium 5 kg", "pak", 0, "sembako", 65_000, 60_000, 40),
    ("Telur ayam ras", "kg", 3, "sembako", 28_250, 25_000, 30),
    ("Sabun mandi", "pcs", 0, "sembako", 3_650, 3_000, 100),
    ("Minyak goreng 1 l", "botol", 0, "sembako", 15_700, 14_900, 60),
    ("Gula pasir", "kg", 3, "sembako", 16_000, 14_750, 50),
)
RICE_CODE = "2000000000015"


def furnish(village: TestVillage) -> None:
    """Put the goods on the shelf: name, unit, decimals, group, price, cost a unit, units received."""
    dewi, agus = village.occasion("dewi"), village.occasion("agus")
    for name, unit, decimals, group, price, _, _ in GOODS:
        add_item(dewi, name=name, unit=unit, decimals=decimals, stock_group=group, price=price)
    add_barcode(dewi, item_no=RICE, code=RICE_CODE)
    lines = tuple(
        ReceivedLine(no, units * 1000, units * cost) for no, (*_, cost, units) in enumerate(GOODS, 1)
    )
    receive_goods(
        agus,
        on=MORNING.date(),
        supplier="Gudang Bulog Blitar",
        nota="SJ-001",
        paid_from="unbilled",
        lines=lines,
    )


def open_till(
    village: TestVillage, who: str = "budi", register: str = "A", opening_float: int = 100_000
) -> int:
    """Open a shift; answers its number."""
    done = open_shift(village.occasion(who), register=register, opening_float=opening_float)
    return int(done.answer["shift"] or 0)


def basket(
    lines: list[dict[str, Any]], *, shift: int, seq: int = 1, cash: int | None = None, **fields: Any
) -> dict[str, Any]:
    """A body for the till's door; paid with ``cash`` unless ``tenders`` are given."""
    tenders = fields.pop("tenders", [{"kind": "cash", "amount": 1_000_000 if cash is None else cash}])
    body = {
        "reference": str(uuid4()),
        "register": "A",
        "number": f"A-{seq:06d}",
        "shift": shift,
        "sold_at": "2026-11-23T08:05:00+07:00",
        "lines": lines,
        "tenders": tenders,
    }
    return body | fields


def sell(
    village: TestVillage,
    body: dict[str, Any],
    who: str = "budi",
    at: datetime = MORNING,
    limit: int | None = 5_000,
) -> Outcome[dict[str, Any]]:
    """Record a body as the till's door would, by ``who``."""
    order = read(body, discount_limit=limit)
    return record_sale(village.occasion(who, at, order.reference), order=order)
