"""A counter with members, a dus of noodles, an LPG cylinder, and somebody else's chips."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import uuid4

from app.catalog.operations import (
    Traits,
    add_barcode,
    add_container,
    add_item,
    add_pack,
    set_price,
    set_traits,
)
from app.foundation.database import db
from app.ledger.models import Balance
from app.purchasing.operations import add_supplier, receive_goods
from app.purchasing.rules import ReceivedLine
from app.receivables.operations import set_limit
from app.sales.operations import return_goods, void_sale
from app.sales.request import BackLine, ReturnRequest, TenderRequest, VoidRequest
from tests import shop as furnished
from tests.members.people import candidate, member, nik_of
from tests.village import MORNING, TestVillage

NOODLES, GAS, CHIPS = 6, 7, 8
DUS_CODE = "2000000000091"
DEPOSIT = 150_000
TOMORROW = MORNING + timedelta(days=1)


@dataclass
class Counter:
    village: TestVillage
    shift: int
    siti: int
    candidate: int

    @property
    def gerai_id(self) -> int:
        return self.village.gerai_id

    def balance(self, account: str, subledger: str = "") -> int:
        row = db.session.get(Balance, (self.gerai_id, account, subledger), populate_existing=True)
        return row.amount if row else 0


def counter(village: TestVillage) -> Counter:
    furnished.furnish(village)
    _goods(village)
    shift = furnished.open_till(village)
    siti = member(village, "Siti Aminah", nik_of(1))
    waiting = candidate(village, "Wahyu Hidayat", nik_of(2))
    set_limit(village.occasion("dewi"), member_no=siti, amount=200_000)
    return Counter(village, shift, siti, waiting)


def _goods(village: TestVillage) -> None:
    dewi, agus = village.occasion("dewi"), village.occasion("agus")
    add_item(dewi, name="Mi instan", unit="bungkus", decimals=0, stock_group="sembako", price=3_200)
    add_item(dewi, name="Isi LPG 3 kg", unit="tabung", decimals=0, stock_group="subsidised", price=19_000)
    add_item(dewi, name="Keripik singkong", unit="bungkus", decimals=0, stock_group="sembako", price=10_000)
    set_price(dewi, item_no=NOODLES, price=3_100, kind="member")
    set_price(dewi, item_no=NOODLES, price=3_000, kind="wholesale", from_milli=20_000)
    add_pack(dewi, item_no=NOODLES, name="dus", milli=40_000)
    add_barcode(dewi, item_no=NOODLES, code=DUS_CODE, milli=40_000)
    set_price(dewi, item_no=NOODLES, price=116_000, kind="pack", from_milli=40_000)
    vessel = add_container(dewi, name="Tabung LPG 3 kg", deposit=DEPOSIT).answer["container"]
    set_traits(dewi, item_no=GAS, traits=Traits(container_no=vessel))
    owner = add_supplier(dewi, name="Bu Parti").answer["supplier"]
    on = MORNING.date()
    bought = (ReceivedLine(NOODLES, 200_000, 560_000), ReceivedLine(GAS, 20_000, 320_000))
    receive_goods(agus, on=on, supplier="Agen", nota="A-1", paid_from="unbilled", lines=bought)
    lent = (ReceivedLine(CHIPS, 30_000, 0, owed=8_000),)
    receive_goods(agus, on=on, supplier_no=owner, nota="K-1", paid_from="consigned", lines=lent)


def sell(counter: Counter, lines: list[dict[str, Any]], seq: int = 1, **fields: Any) -> dict[str, Any]:
    limit = fields.pop("limit", 5_000)
    body = furnished.basket(lines, shift=counter.shift, seq=seq, **fields)
    return furnished.sell(counter.village, body, limit=limit).answer


def give_back(counter: Counter, sale: int, parts: dict[int, int], **facts: Any) -> dict[str, Any]:
    """Return thousandths by line."""
    refund = tuple(TenderRequest(kind, amount) for kind, amount in facts.pop("refund", {}).items())
    who, at = facts.pop("who", "budi"), facts.pop("at", MORNING)
    order = ReturnRequest(
        facts.pop("reference", str(uuid4())),
        sale,
        facts.pop("shift", counter.shift),
        tuple(BackLine(line, milli) for line, milli in parts.items()),
        refund,
        facts.pop("reason", "Rusak"),
        **facts,
    )
    return return_goods(counter.village.occasion(who, at, order.reference), order=order).answer


def undo(counter: Counter, sale: int, **facts: Any) -> dict[str, Any]:
    who = facts.pop("who", "budi")
    order = VoidRequest(
        facts.pop("reference", str(uuid4())),
        sale,
        facts.pop("shift", counter.shift),
        facts.pop("reason", "Salah barang"),
        **facts,
    )
    return void_sale(counter.village.occasion(who, MORNING, order.reference), order=order).answer
