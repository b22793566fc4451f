"""Opname: counted blindly, looked at twice, approved once; what is sold meanwhile stays sold."""

import pytest

from app.books.acts import Outcome
from app.foundation.database import db
from app.inventory.models import StockCountEnd
from app.inventory.operations import approve_count, cancel_count, count_item, open_count
from app.inventory.refusals import (
    CountedQuantityWrong,
    CountEnded,
    CountOpen,
    CountOverLimit,
    ItemMovedMeanwhile,
    ItemNotInCount,
    NotCountedYet,
    NothingCounted,
    NothingToCount,
    SecondLookByAnother,
    SecondLookMissing,
)
from app.ledger.operations import Limit
from tests.inventory.faults import faults
from tests.inventory.goods import CHILLI, GAS, RICE, receive, stock_the_shelf
from tests.inventory.test_consistency import sell
from tests.purchasing.goods import balance, on_hand
from tests.races.crowd import acting, at_once
from tests.village import TestVillage


def opened(village: TestVillage, scope: str = "all", threshold: int = 100_000) -> int:
    stock_the_shelf(village)
    receive(village, (RICE, 10_000, 600_000), (CHILLI, 5_000, 200_000))
    content = {"scope": scope, "words": "", "threshold": threshold}
    return int(open_count(village.occasion("dewi"), **content).answer["count"])


def counted(
    village: TestVillage, item: int, quantity: int, who: str = "agus", **facts: object
) -> dict[str, object]:
    content = {"count_no": 1, "item_no": item, "quantity_milli": quantity, "add": False, "look": 1} | facts
    return count_item(village.occasion(who), **content).answer  # type: ignore[arg-type]


def test_a_difference_is_against_the_moment_of_counting_and_later_sales_stay(village: TestVillage) -> None:
    opened(village)
    sell(village.occasion("budi"), item_no=RICE, quantity_milli=2_000)
    counted(village, RICE, 7_000)
    counted(village, CHILLI, 5_250)
    sell(village.occasion("budi"), item_no=RICE, quantity_milli=3_000)
    done = approve_count(village.occasion("dewi"), count_no=1, note="").answer
    assert (done["surplus"], done["loss"], done["items"]) == (10_000, 60_000, 2)
    assert on_hand(village, RICE) == (4_000, 240_000)
    assert on_hand(village, CHILLI) == (5_250, 210_000)
    assert balance(village, "5-7100") == 50_000
    assert faults() == []


def test_what_the_counter_hears_says_nothing_of_the_books(village: TestVillage) -> None:
    opened(village)
    assert counted(village, RICE, 7_000) == {"count": 1, "item": RICE, "counted": 7_000, "look": 1}


def test_a_large_difference_is_counted_again_by_another_person(village: TestVillage) -> None:
    opened(village)
    counted(village, RICE, 7_000)
    with pytest.raises(SecondLookMissing):
        approve_count(village.occasion("dewi"), count_no=1, note="")
    with pytest.raises(SecondLookByAnother):
        counted(village, RICE, 9_000, look=2)
    with pytest.raises(NotCountedYet):
        counted(village, CHILLI, 9_000, who="budi", look=2)
    counted(village, RICE, 9_000, who="budi", look=2)
    done = approve_count(village.occasion("dewi"), count_no=1, note="").answer
    assert done["loss"] == 60_000
    assert faults() == []


def test_two_places_are_added_unless_the_goods_moved_in_between(village: TestVillage) -> None:
    opened(village)
    counted(village, RICE, 4_000)
    assert counted(village, RICE, 6_000, add=True)["counted"] == 10_000
    sell(village.occasion("budi"), item_no=RICE, quantity_milli=1_000)
    with pytest.raises(ItemMovedMeanwhile):
        counted(village, RICE, 1_000, add=True)


def test_what_cannot_be_counted_is_refused(village: TestVillage) -> None:
    opened(village, scope="sembako")
    with pytest.raises(CountOpen):
        open_count(village.occasion("dewi"), scope="all", words="", threshold=0)
    with pytest.raises(ItemNotInCount):
        counted(village, GAS, 1_000)
    with pytest.raises(CountedQuantityWrong):
        counted(village, RICE, 1_500)
    with pytest.raises(NothingCounted):
        approve_count(village.occasion("dewi"), count_no=1, note="")
    cancel_count(village.occasion("dewi"), count_no=1, note="Hujan")
    with pytest.raises(CountEnded):
        counted(village, RICE, 1_000)
    with pytest.raises(NothingToCount):
        open_count(village.occasion("dewi"), scope="search", words="zzz", threshold=0)
    assert on_hand(village, RICE) == (10_000, 600_000)


def test_whoever_approves_stays_within_the_limit(village: TestVillage) -> None:
    opened(village)
    counted(village, RICE, 9_000)
    with pytest.raises(CountOverLimit):
        approve_count(village.occasion("agus"), count_no=1, note="", limit=Limit(59_999))
    approve_count(village.occasion("agus"), count_no=1, note="", limit=Limit(60_000))


def test_two_who_approve_at_once_put_the_stock_right_once(own_village: TestVillage) -> None:
    with own_village.app.app_context():
        opened(own_village)
        counted(own_village, RICE, 9_000)
        db.session.remove()

    def approve(who: int) -> object:
        return approve_count(own_village.occasion(("dewi", "slamet")[who]), count_no=1, note="")

    tried = at_once(2, acting(own_village, approve))
    assert sum(isinstance(each, Outcome) for each in tried) == 1
    assert sum(isinstance(each, CountEnded) for each in tried) == 1
    with own_village.app.app_context():
        assert on_hand(own_village, RICE) == (9_000, 540_000)
        assert db.session.query(StockCountEnd).count() == 1
        assert faults() == []
        db.session.remove()
