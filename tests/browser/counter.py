"""A counter with everything on it: members and bon, packs and breaks, a scale, cylinders, a manager with a PIN."""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import select

from app.access.pins import set_pin
from app.cash.operations import close_shift, count_drawer, open_shift
from app.catalog.operations import (
    Traits,
    add_barcode,
    add_container,
    add_item,
    add_pack,
    set_price,
    set_promotion,
    set_traits,
)
from app.demo.purse import pieces_of
from app.foundation.clock import now
from app.foundation.database import db
from app.members.models import MemberCard
from app.members.operations import issue_card
from app.purchasing.operations import receive_goods
from app.purchasing.rules import ReceivedLine
from app.receivables.operations import set_limit
from tests import shop
from tests.members.people import KARTINI_NIK, candidate, member
from tests.village import MORNING, PASSWORD, TestVillage

NOODLES, GAS, COFFEE = 6, 7, 8
NOODLES_CODE, BOX_CODE, COFFEE_CODE = "8991001000064", "18991001000061", "8991001000057"
PLU = 123
PIN = "274913"
YESTERDAYS_SOAP = 3
"""How many soaps were bought in the shift before."""


@dataclass(frozen=True)
class Counter:
    """Numbers of what was made. ``card`` is what stands on Sari's card, ``old`` yesterday's receipt."""

    sari: int
    candidate: int
    card: str
    old: str


def furnish(village: TestVillage) -> Counter:
    shop.furnish(village)
    _goods(village)
    sari = member(village, "Sari Wulandari")
    issue_card(village.occasion("lestari"), member_no=sari)
    card = db.session.scalars(select(MemberCard.token).where(MemberCard.member_no == sari)).one()
    set_limit(village.occasion("dewi"), member_no=sari, amount=200_000)
    set_pin(village.users["dewi"], PIN, PASSWORD)
    return Counter(sari, candidate(village, "Sariyem", KARTINI_NIK), card, _yesterday(village))


def _goods(village: TestVillage) -> None:
    dewi = village.occasion("dewi")
    for name, unit, group, price in (
        ("Mi instan goreng", "bungkus", "sembako", 3_200),
        ("Isi LPG 3 kg", "tabung", "subsidised", 19_000),
        ("Kopi bubuk 150 g", "pcs", "sembako", 19_500),
    ):
        add_item(dewi, name=name, unit=unit, decimals=0, stock_group=group, price=price)
    add_barcode(dewi, item_no=NOODLES, code=NOODLES_CODE)
    add_barcode(dewi, item_no=COFFEE, code=COFFEE_CODE)
    add_pack(dewi, item_no=NOODLES, name="dus", milli=40_000)
    add_barcode(dewi, item_no=NOODLES, code=BOX_CODE, milli=40_000)
    set_price(dewi, item_no=NOODLES, price=118_000, kind="pack", from_milli=40_000)
    set_price(dewi, item_no=NOODLES, price=3_000, kind="wholesale", from_milli=12_000)
    set_price(dewi, item_no=shop.EGGS, price=28_000, kind="member")
    set_promotion(
        dewi,
        item_no=COFFEE,
        label="Pekan kopi",
        percent=10,
        starts_on=MORNING.date(),
        ends_on=now().date() + timedelta(days=2),
    )
    set_traits(dewi, item_no=shop.EGGS, traits=Traits(plu=PLU))
    cylinder = add_container(dewi, name="Tabung LPG 3 kg", deposit=150_000).answer["container"]
    set_traits(dewi, item_no=GAS, traits=Traits(container_no=cylinder))
    lines = tuple(
        ReceivedLine(no, 200_000, 200 * cost)
        for no, cost in ((NOODLES, 2_700), (GAS, 17_500), (COFFEE, 15_000))
    )
    receive_goods(
        village.occasion("agus"),
        on=MORNING.date(),
        supplier="Gudang Bulog Blitar",
        nota="SJ-002",
        paid_from="unbilled",
        lines=lines,
    )


def _yesterday(village: TestVillage) -> str:
    """A shift that was sold in and closed; answers the number of its one receipt."""
    shift = open_shift(village.occasion("budi"), register="A", opening_float=0).answer["shift"]
    lines = [{"item": shop.SOAP, "quantity": str(YESTERDAYS_SOAP)}]
    shop.sell(village, shop.basket(lines, shift=int(shift or 0), cash=20_000))
    count_drawer(
        village.occasion("budi"), shift_no=int(shift or 0), pieces=pieces_of(10_900), any_shift=False
    )
    close_shift(village.occasion("budi"), shift_no=int(shift or 0), reason="", any_shift=False)
    return "A-000001"
