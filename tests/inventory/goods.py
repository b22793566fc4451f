"""Goods for the tests of this room: rice by the sack, chilli by weight, gas by the cylinder."""

from datetime import date
from typing import Any

from app.catalog.operations import add_item
from app.inventory.operations import adjust_stock
from app.purchasing.operations import receive_goods
from app.purchasing.rules import ReceivedLine
from tests.village import MORNING, TestVillage

TODAY = date(2026, 11, 23)
RICE, CHILLI, GAS = 1, 2, 3
GOODS = (
    {"name": "Beras Pulen 5 kg", "unit": "karung", "decimals": 0, "stock_group": "sembako", "price": 70_000},
    {"name": "Cabai Rawit", "unit": "kg", "decimals": 3, "stock_group": "produce", "price": 45_000},
    {"name": "LPG 3 kg", "unit": "tabung", "decimals": 0, "stock_group": "subsidised", "price": 18_000},
)


def stock_the_shelf(village: TestVillage) -> None:
    """Put the three items into the catalogue; none is on hand yet."""
    for item in GOODS:
        add_item(village.occasion("dewi"), **item)


def receive(village: TestVillage, *lines: tuple[int, int, int], **facts: Any) -> dict[str, Any]:
    """Receive (item, thousandths, cost) as the storekeeper; free of the safe unless told otherwise."""
    at, reference = facts.pop("at", MORNING), facts.pop("reference", None)
    content = {"on": TODAY, "supplier": "UD Makmur", "nota": "N-1", "paid_from": "unbilled"} | facts
    received = tuple(ReceivedLine(*line) for line in lines)
    return receive_goods(village.occasion("agus", at, reference), lines=received, **content).answer


def adjust(village: TestVillage, item: int, quantity: int, reason: str, **facts: Any) -> dict[str, Any]:
    who = facts.pop("who", "dewi")
    content = {
        "item_no": item,
        "quantity_milli": quantity,
        "reason": reason,
        "note": "Dicatat petugas",
    } | facts
    return adjust_stock(village.occasion(who), **content).answer
