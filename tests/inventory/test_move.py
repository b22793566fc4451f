"""Moving stock: several lines of an item add up, and joined acts never collide."""

from datetime import date

import pytest
from sqlalchemy import select

from app.books.acts import act
from app.books.book import OpenBook
from app.catalog.models import Item
from app.foundation.database import db
from app.inventory.average import Level
from app.inventory.models import Stock, StockMovement
from app.inventory.operations import Move, move, stock_on_hand
from tests.village import TestVillage

DAY = date(2026, 11, 23)
RICE, EGGS = 1, 2


@act("tests.move")
def move_often(
    book: OpenBook, *, rounds: list[list[tuple[int, int, int | None]]]
) -> list[list[tuple[int, ...]]]:
    """Each round is one call of ``move``, as nested acts would make it."""
    for no in (RICE, EGGS):
        item = {"name": f"Barang {no}", "unit": "kg", "decimals": 3, "stock_group": "sembako", "price": 1000}
        book.session.add(Item(gerai_id=book.gerai_id, no=no, **item))
    book.session.flush()
    answers = []
    for number, moves in enumerate(rounds, 1):
        moved = move(
            book, on=DAY, source="tests.move", source_no=number, moves=[Move(*each) for each in moves]
        )
        answers.append([(m.cost, m.variance, m.left_milli, m.value_change) for m in moved])
    return answers


def stock(village: TestVillage) -> dict[int, Level]:
    rows = db.session.scalars(select(Stock).where(Stock.gerai_id == village.gerai_id))
    return {row.item_no: Level(row.quantity_milli, row.value, row.unit_cost) for row in rows}


def test_several_lines_of_one_item_add_up_in_order(village: TestVillage) -> None:
    rounds = [[(RICE, 2_000, 20_000), (RICE, -500, None), (RICE, -500, None), (EGGS, 1_000, 3_000)]]
    answer = move_often(village.occasion("agus"), rounds=rounds).answer
    assert answer == [
        [
            (20_000, 0, 2_000, 20_000),
            (5_000, 0, 1_500, -5_000),
            (5_000, 0, 1_000, -5_000),
            (3_000, 0, 1_000, 3_000),
        ]
    ]
    assert stock(village) == {RICE: Level(1_000, 10_000, 10_000), EGGS: Level(1_000, 3_000, 3_000)}


def test_two_calls_in_one_act_have_lines_of_their_own(village: TestVillage) -> None:
    rounds = [[(RICE, 2_000, 20_000)], [(RICE, -3_000, None)], [(RICE, 2_000, 24_000)]]
    answer = move_often(village.occasion("agus"), rounds=rounds).answer
    assert answer[2] == [(24_000, 2_000, 1_000, 22_000)]
    rows = db.session.scalars(select(StockMovement).order_by(StockMovement.line)).all()
    assert [(r.line, r.source_no, r.cost, r.variance) for r in rows] == [
        (1, 1, 20_000, 0),
        (2, 2, -30_000, 0),
        (3, 3, 24_000, 2_000),
    ]
    assert stock(village)[RICE] == Level(1_000, 12_000, 12_000)


def test_what_comes_back_without_a_price_comes_back_at_the_last_average(village: TestVillage) -> None:
    rounds = [[(RICE, 1_000, 12_000), (RICE, -400, None)], [(RICE, 400, None)]]
    move_often(village.occasion("agus"), rounds=rounds)
    assert stock(village)[RICE] == Level(1_000, 12_000, 12_000)


@pytest.mark.parametrize("slip", [(RICE, 0, None), (RICE, -1_000, 500)])
def test_a_move_of_nothing_or_an_issue_with_a_price_is_a_bug(village: TestVillage, slip) -> None:
    with pytest.raises(ValueError, match="no move of stock"):
        move_often(village.occasion("agus"), rounds=[[slip]])
    assert stock(village) == {}


def test_what_was_never_moved_is_at_nothing(village: TestVillage) -> None:
    @act("tests.ask")
    def ask(book: OpenBook) -> list[int]:
        levels = stock_on_hand(book, [7, 3, 7])
        assert list(levels) == [3, 7]
        return [level.quantity_milli for level in levels.values()]

    assert ask(village.occasion("agus")).answer == [0, 0]
