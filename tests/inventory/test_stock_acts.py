"""Receiving and adjusting: stock, money and books together, and everything they say no to."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import select

from app.catalog.operations import change_item, end_item
from app.catalog.refusals import ItemStays, MeasureFixed
from app.foundation.database import db
from app.foundation.refusals import Refusal
from app.inventory.models import Adjustment, Stock
from app.ledger.models import Balance, Entry, Posting
from app.ledger.operations import Limit, close_period
from app.purchasing.models import Receiving
from tests.inventory.faults import faults
from tests.inventory.goods import CHILLI, GAS, RICE, TODAY, adjust, receive, stock_the_shelf
from tests.village import MORNING, TestVillage


@pytest.fixture(autouse=True)
def shelf(village: TestVillage) -> None:
    stock_the_shelf(village)


def postings(village: TestVillage, entry: int) -> list[tuple[str, str, str, int]]:
    query = select(Posting).where(Posting.gerai_id == village.gerai_id, Posting.entry_no == entry)
    return [
        (p.account, p.unit, p.subledger, p.amount) for p in db.session.scalars(query.order_by(Posting.line))
    ]


def level(village: TestVillage, item: int) -> tuple[int, int, int]:
    row = db.session.get_one(Stock, (village.gerai_id, item))
    return row.quantity_milli, row.value, row.unit_cost


def balance(village: TestVillage, account: str, subledger: str = "") -> int:
    row = db.session.get(Balance, (village.gerai_id, account, subledger))
    return row.amount if row else 0


def test_goods_paid_from_the_safe(village: TestVillage) -> None:
    lines = [(RICE, 10_000, 650_000), (CHILLI, 2_500, 100_000), (GAS, 4_000, 64_000), (RICE, 1_000, 65_000)]
    answer = receive(village, *lines, paid_from="safe")
    assert answer == {"receiving": 1, "entry": 1, "cost": 879_000, "variance": 0, "supplier": None}
    assert postings(village, 1) == [
        ("1-1500", "TOKO", "", 715_000),
        ("1-1520", "TOKO", "", 64_000),
        ("1-1530", "TOKO", "", 100_000),
        ("1-1100", "TOKO", "", -879_000),
    ]
    assert level(village, RICE) == (11_000, 715_000, 65_000)
    assert faults() == []


def test_goods_not_yet_invoiced_stand_by_their_receiving(village: TestVillage) -> None:
    receive(village, (RICE, 1_000, 60_000))
    receive(village, (RICE, 1_000, 62_000))
    assert balance(village, "2-1107", "receiving:1") == -60_000
    assert balance(village, "2-1107", "receiving:2") == -62_000
    assert faults() == []


def test_an_earlier_open_day_may_be_written_down_later(village: TestVillage) -> None:
    december = datetime(2026, 12, 2, 3, tzinfo=UTC)
    receive(village, (RICE, 1_000, 60_000), on=date(2026, 11, 28), at=december)
    entry = db.session.get_one(Entry, (village.gerai_id, 1))
    assert (entry.occurred_on, entry.posted_on) == (date(2026, 11, 28), date(2026, 11, 28))


def test_free_goods_are_received_without_an_entry(village: TestVillage) -> None:
    assert receive(village, (RICE, 1_000, 0))["entry"] is None
    assert level(village, RICE) == (1_000, 0, 0)
    assert faults() == []


def test_the_same_nota_sent_twice_is_received_once(village: TestVillage) -> None:
    reference = str(uuid4())
    answers = [receive(village, (RICE, 1_000, 60_000), reference=reference) for _ in range(2)]
    assert answers[0] == answers[1]
    assert level(village, RICE)[0] == 1_000


def refused(call: Any, *args: Any, **facts: Any) -> Refusal:
    with pytest.raises(Refusal) as caught:
        call(*args, **facts)
    return caught.value


@pytest.mark.parametrize(
    "lines, facts, code, field",
    [
        ([], {}, "nothing_received", None),
        ([(RICE, 1_000, 60_000), (9, 1_000, 60_000)], {}, "item_unknown", "lines-1-item"),
        ([(RICE, 0, 60_000)], {}, "quantity_not_positive", "lines-0-quantity"),
        ([(RICE, -1_000, 60_000)], {}, "quantity_not_positive", "lines-0-quantity"),
        ([(RICE, 1_500, 60_000)], {}, "quantity_not_whole", "lines-0-quantity"),
        ([(CHILLI, 1, 1_000_000)], {}, "cost_implausible", "lines-0-cost"),
        ([(RICE, 1_000, 60_000)], {"on": TODAY + timedelta(days=1)}, "future_date", "on"),
        ([(RICE, 1_000, 60_000)], {"on": date(2026, 10, 31)}, "period_unknown", "on"),
        ([(RICE, 1_000, 0)], {"on": date(2027, 1, 1)}, "future_date", "on"),
    ],
)
def test_what_receiving_says_no_to(village: TestVillage, lines, facts, code, field) -> None:
    refusal = refused(receive, village, *lines, **facts)
    assert (refusal.code, refusal.field) == (code, field)
    assert refusal.message
    assert db.session.scalars(select(Receiving)).all() == []
    assert db.session.scalars(select(Stock)).all() == []


def test_a_closed_month_takes_no_goods_not_even_free_ones(village: TestVillage) -> None:
    december = MORNING + timedelta(days=10)
    close_period(village.occasion("wati", december), month=date(2026, 11, 1))
    for cost in (60_000, 0):
        refusal = refused(receive, village, (RICE, 1_000, cost), on=TODAY, at=december)
        assert (refusal.code, refusal.field) == ("period_closed", "on")


def test_an_ended_item_is_not_received(village: TestVillage) -> None:
    end_item(village.occasion("dewi"), item_no=RICE)
    assert refused(receive, village, (RICE, 1_000, 60_000)).code == "item_not_sold"


@pytest.mark.parametrize("reason", ["damaged", "expired", "lost", "own_use"])
def test_what_is_written_off_leaves_at_the_average(village: TestVillage, reason: str) -> None:
    receive(village, (CHILLI, 3_000, 100_000))
    answer = adjust(village, CHILLI, 1_000, reason)
    assert answer == {"adjustment": 1, "entry": 2, "cost": -33_333, "left": 2_000}
    assert postings(village, 2) == [("1-1530", "TOKO", "", -33_333), ("5-7100", "TOKO", "", 33_333)]
    assert level(village, CHILLI) == (2_000, 66_667, 33_333)
    assert faults() == []


def test_what_is_found_comes_in_at_the_last_average(village: TestVillage) -> None:
    receive(village, (RICE, 2_000, 120_000))
    adjust(village, RICE, 2_000, "lost")
    answer = adjust(village, RICE, 1_000, "found")
    assert (answer["cost"], answer["left"]) == (60_000, 1_000)
    assert balance(village, "5-7100") == 60_000
    assert faults() == []


def test_writing_off_the_last_of_it_leaves_no_value(village: TestVillage) -> None:
    receive(village, (CHILLI, 3_000, 100_000))
    for _ in range(3):
        adjust(village, CHILLI, 1_000, "expired")
    assert level(village, CHILLI)[:2] == (0, 0)
    assert balance(village, "1-1530") == 0
    assert faults() == []


def test_free_goods_are_written_off_without_an_entry(village: TestVillage) -> None:
    receive(village, (RICE, 1_000, 0))
    assert adjust(village, RICE, 1_000, "lost")["entry"] is None
    assert faults() == []


@pytest.mark.parametrize(
    "asked, code, field",
    [
        ((9, 1_000, "lost"), "item_unknown", "item"),
        ((RICE, 0, "lost"), "quantity_not_positive", "quantity"),
        ((RICE, 500, "lost"), "quantity_not_whole", "quantity"),
        ((RICE, 3_000, "lost"), "stock_too_low", "quantity"),
        ((GAS, 1_000, "found"), "cost_unknown", "item"),
    ],
)
def test_what_adjusting_says_no_to(village: TestVillage, asked, code, field) -> None:
    receive(village, (RICE, 2_000, 120_000))
    refusal = refused(adjust, village, *asked)
    assert (refusal.code, refusal.field) == (code, field)
    assert refusal.message
    assert db.session.scalars(select(Adjustment)).all() == []


def test_who_may_adjust_so_much_and_no_more_is_told_the_limit(village: TestVillage) -> None:
    receive(village, (RICE, 20_000, 1_200_000))
    refusal = refused(adjust, village, RICE, 9_000, "lost", who="agus", limit=Limit(500_000))
    assert (refusal.code, refusal.field) == ("adjustment_over_limit", "quantity")
    assert "Rp540.000" in refusal.message and "Rp500.000" in refusal.message
    assert adjust(village, RICE, 8_000, "lost", who="agus", limit=Limit(500_000))["cost"] == -480_000
    over = refused(adjust, village, RICE, 9_000, "found", who="agus", limit=Limit(500_000))
    assert over.code == "adjustment_over_limit"


def test_a_moved_item_keeps_its_measure_and_one_on_hand_stays_in_the_shop(village: TestVillage) -> None:
    receive(village, (RICE, 2_000, 120_000))
    anew = {
        "item_no": RICE,
        "name": "Beras Pulen Baru 5 kg",
        "unit": "kg",
        "decimals": 0,
        "stock_group": "sembako",
    }
    with pytest.raises(MeasureFixed):
        change_item(village.occasion("dewi"), **anew)
    change_item(village.occasion("dewi"), **anew | {"unit": "karung"})
    with pytest.raises(ItemStays) as caught:
        end_item(village.occasion("dewi"), item_no=RICE)
    assert "2 karung" in caught.value.message
    adjust(village, RICE, 2_000, "lost")
    end_item(village.occasion("dewi"), item_no=RICE)


def test_the_stock_accounts_move_only_by_their_documents(village: TestVillage) -> None:
    reserved = village.app.extensions["lumbung.ledger"].reserved
    assert {code for code, room in reserved.items() if room == "inventory"} == {
        "1-1500",
        "1-1520",
        "1-1530",
        "2-1315",
    }
