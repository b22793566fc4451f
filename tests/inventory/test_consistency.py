"""The stock agrees with its movements and with the ledger, whatever happens; and where it does not, it shows."""

from dataclasses import dataclass, field
from itertools import count
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, text

from app.books.acts import act
from app.books.book import OpenBook
from app.catalog.operations import add_item
from app.catalog.queries import items_by_no
from app.foundation.database import db, unit_of_work
from app.inventory.average import Level
from app.inventory.models import Stock, StockMovement
from app.inventory.operations import Move, move
from app.inventory.postings import UNIT, stock_account
from app.inventory.refusals import CostUnknown, StockTooLow
from app.ledger.draft import credit, debit, draft
from app.ledger.operations import post
from tests.inventory.faults import faults
from tests.inventory.goods import GOODS, RICE, adjust, receive, stock_the_shelf
from tests.village import TestVillage

KINDS = ("receive", "sell", "damaged", "found")
# Whole units, so that every item can have them; a sale may well go below zero.
steps = st.lists(
    st.tuples(
        st.sampled_from(KINDS),
        st.integers(min_value=0, max_value=2),
        st.integers(min_value=1, max_value=9),
        st.integers(min_value=0, max_value=99_999),
    ),
    min_size=3,
    max_size=14,
)


@act("tests.sell")
def sell(book: OpenBook, *, item_no: int, quantity_milli: int) -> int:
    """A sale as this room sees it: stock out, its cost to the cost of goods sold."""
    [moved] = move(
        book,
        on=book.today,
        source="tests.sale",
        source_no=book.act_no,
        moves=[Move(item_no, -quantity_milli)],
    )
    if moved.cost:
        account = stock_account(items_by_no(book.gerai_id, [item_no])[item_no].stock_group)
        lines = [debit("5-1100", UNIT, moved.cost), credit(account, UNIT, moved.cost)]
        post(book, draft("tests.sale", book.act_no, book.today, lines))
    return moved.left_milli


@dataclass
class Shelf:
    """Three items of its own for every example, and what should be on hand of each."""

    village: TestVillage
    items: list[int]
    expected: dict[int, int] = field(default_factory=dict)

    def step(self, kind: str, item: int, units: int, cost: int) -> None:
        no, milli = self.items[item], units * 1000
        try:
            change = self._do(kind, no, milli, cost)
        except (StockTooLow, CostUnknown):
            return
        self.expected[no] = self.expected.get(no, 0) + change

    def _do(self, kind: str, no: int, milli: int, cost: int) -> int:
        if kind == "receive":
            receive(self.village, (no, milli, cost))
            return milli
        if kind == "sell":
            sell(self.village.occasion("budi"), item_no=no, quantity_milli=milli)
            return -milli
        adjust(self.village, no, milli, kind)
        return milli if kind == "found" else -milli


def test_any_life_of_the_stock_leaves_it_equal_to_its_movements_and_to_the_ledger(
    village: TestVillage,
) -> None:
    shelves = count(1)

    @settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
    @given(steps)
    def live(life: list[tuple[str, int, int, int]]) -> None:
        shelf = _shelf(village, next(shelves))
        for step in life:
            shelf.step(*step)
        assert faults() == []
        assert _on_hand(village, shelf.items) == shelf.expected

    live()


def _shelf(village: TestVillage, number: int) -> Shelf:
    named = [item | {"name": f"{item['name']} {number}"} for item in GOODS]
    return Shelf(village, [add_item(village.occasion("dewi"), **item).answer["item"] for item in named])


def _on_hand(village: TestVillage, items: list[int]) -> dict[int, int]:
    query = select(Stock.item_no, Stock.quantity_milli).where(
        Stock.gerai_id == village.gerai_id, Stock.item_no.in_(items)
    )
    return dict(db.session.execute(query).all())


def test_a_receipt_after_a_sale_below_zero_settles_the_difference_in_the_books(village: TestVillage) -> None:
    stock_the_shelf(village)
    receive(village, (RICE, 2_000, 120_000))
    sell(village.occasion("budi"), item_no=RICE, quantity_milli=5_000)
    answer = receive(village, (RICE, 4_000, 280_000))
    assert answer["variance"] == 30_000
    row = db.session.get_one(Stock, (village.gerai_id, RICE))
    assert Level(row.quantity_milli, row.value, row.unit_cost) == Level(1_000, 70_000, 70_000)
    newest = select(StockMovement.cost, StockMovement.variance).order_by(StockMovement.act_no.desc())
    assert db.session.execute(newest).first() == (280_000, 30_000)
    assert faults() == []


BREAKS = {
    "60_stock": "UPDATE stock SET quantity_milli = quantity_milli + 1000",
    "61_stock_signs": "UPDATE stock SET value = -1",
    "62_stock_accounts": "UPDATE stock SET value = value + 1",
    "70_receivings": "INSERT INTO receiving (gerai_id, no, received_on, supplier, nota, paid_from, cost, act_no)"
    " VALUES (:g, 99, '2026-11-23', 'UD Makmur', '', 'safe', 5000, 1)",
    "71_unbilled": "INSERT INTO balance (gerai_id, account, subledger, amount)"
    " VALUES (:g, '2-1107', 'receiving:99', -5000)",
    "65_adjustments": "INSERT INTO adjustment"
    " (gerai_id, no, adjusted_on, item_no, quantity_milli, cost, reason, note, act_no)"
    " VALUES (:g, 99, '2026-11-23', 1, -1000, -5000, 'lost', '', 1)",
}


@pytest.mark.parametrize("check, sql", BREAKS.items())
def test_what_does_not_agree_is_found(village: TestVillage, check: str, sql: str) -> None:
    stock_the_shelf(village)
    receive(village, (RICE, 2_000, 120_000))
    adjust(village, RICE, 1_000, "lost")
    assert faults() == []
    bound: dict[str, Any] = {"g": village.gerai_id} if ":g" in sql else {}
    with unit_of_work() as session:
        session.execute(text(sql), bound)
    assert any(f"/{check}:" in found for found in faults()), faults()
