"""Goods of others: counted, worth nothing, owed for when they are sold, settled with their owner."""

import pytest

from app.foundation.database import db
from app.inventory.refusals import QuantityNotWhole
from app.purchasing.models import SettlementLine
from app.purchasing.operations import settle_consignment
from app.purchasing.queries import consigned, consigned_of
from app.purchasing.refusals import (
    ItemConsigned,
    ItemOwned,
    NothingConsigned,
    NothingToSettle,
    OwedNeeded,
    OwedPriceDiffers,
    PaidTooMuch,
    StockTooLow,
)
from app.purchasing.rules import Consigned, ReceivedLine
from tests.inventory.faults import faults
from tests.inventory.goods import RICE, adjust
from tests.purchasing.goods import balance, bought, on_hand, opened, sell_consigned, supplier
from tests.village import TestVillage

HONEY = ReceivedLine(RICE, 20_000, 0, owed=50_000)


def taken_in(village: TestVillage) -> int:
    owner = opened(village)
    bought(village, owner, HONEY, paid_from="consigned")
    return owner


def sold(village: TestVillage, quantity: int, amount: int) -> int:
    content = {"item_no": RICE, "quantity_milli": quantity, "amount": amount}
    return int(sell_consigned(village.occasion("budi"), **content).answer)


def test_goods_on_consignment_are_counted_and_worth_nothing(village: TestVillage) -> None:
    owner = taken_in(village)
    assert on_hand(village) == (20_000, 0)
    assert consigned(village.gerai_id, [RICE, 2]) == {RICE: Consigned(owner, 50_000)}
    assert faults() == []


def test_only_the_commission_is_revenue(village: TestVillage) -> None:
    taken_in(village)
    sale = sold(village, 3_000, 210_000)
    assert balance(village, "2-1105", "supplier:1") == -150_000
    assert balance(village, "4-7100") == -60_000
    assert [(s.quantity_milli, s.share) for s in consigned_of(village.gerai_id, "tests.sale", sale)] == [
        (3_000, 150_000)
    ]
    sold(village, -1_000, -70_000)
    assert balance(village, "2-1105", "supplier:1") == -100_000
    assert balance(village, "4-7100") == -40_000
    assert faults() == []


def test_a_settlement_says_what_was_sold_paid_missing_and_given_back(village: TestVillage) -> None:
    owner = taken_in(village)
    sold(village, 8_000, 560_000)
    adjust(village, RICE, 2_000, "lost")
    wati = village.occasion("wati")
    with pytest.raises(StockTooLow):
        settle_consignment(wati, supplier_no=owner, returned={RICE: 11_000}, amount=0, paid_from="safe")
    with pytest.raises(QuantityNotWhole):
        settle_consignment(wati, supplier_no=owner, returned={RICE: 500}, amount=0, paid_from="safe")
    with pytest.raises(PaidTooMuch):
        settle_consignment(wati, supplier_no=owner, returned={}, amount=500_001, paid_from="safe")
    done = settle_consignment(
        wati, supplier_no=owner, returned={RICE: 4_000}, amount=450_000, paid_from="safe"
    )
    assert done.answer["left"] == 50_000
    assert balance(village, "2-1105", "supplier:1") == -50_000
    assert balance(village, "5-7100") == 100_000
    assert on_hand(village) == (6_000, 0)
    line = db.session.get_one(SettlementLine, (village.gerai_id, 1, RICE))
    assert (line.received_milli, line.sold_milli, line.missing_milli) == (20_000, 8_000, 2_000)
    assert (line.returned_milli, line.left_milli, line.share) == (4_000, 6_000, 500_000)
    settle_consignment(wati, supplier_no=owner, returned={}, amount=50_000, paid_from="safe")
    with pytest.raises(NothingToSettle):
        settle_consignment(wati, supplier_no=owner, returned={}, amount=0, paid_from="safe")
    assert faults() == []


def test_own_goods_and_goods_of_others_never_lie_in_one_heap(village: TestVillage) -> None:
    owner = taken_in(village)
    other = supplier(village, "Bu Tini")
    with pytest.raises(ItemConsigned):
        bought(village, other, nota="2")
    with pytest.raises(ItemConsigned):
        bought(village, other, HONEY, nota="2", paid_from="consigned")
    with pytest.raises(OwedPriceDiffers):
        bought(village, owner, ReceivedLine(RICE, 1_000, 0, owed=49_000), nota="2", paid_from="consigned")
    with pytest.raises(OwedNeeded):
        bought(village, owner, ReceivedLine(RICE, 1_000, 0), nota="2", paid_from="consigned")
    settle_consignment(
        village.occasion("wati"), supplier_no=owner, returned={RICE: 20_000}, amount=0, paid_from="safe"
    )
    bought(village, other, nota="2")
    assert consigned(village.gerai_id, [RICE]) == {}
    assert on_hand(village) == (10_000, 650_000)
    with pytest.raises(ItemOwned):
        bought(village, owner, HONEY, nota="3", paid_from="consigned")
    with pytest.raises(NothingConsigned):
        settle_consignment(
            village.occasion("wati"), supplier_no=owner, returned={}, amount=0, paid_from="safe"
        )
    assert faults() == []
