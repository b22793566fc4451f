"""Goods that are counted, found, lost and damaged."""

from typing import Any

import pytest
from hypothesis import assume
from hypothesis import strategies as st
from hypothesis.stateful import rule

from app.inventory.operations import adjust_stock, approve_count, count_item, open_count
from app.inventory.refusals import StockTooLow
from tests.sales.counter import CHIPS
from tests.stories.hands import in_units, items, own_items
from tests.stories.plain_books import (
    Sold,
    deposit_on,
    paid_as,
    price_of,
)
from tests.stories.selling import Selling


class Shelf(Selling):
    """Agus counts, Dewi approves."""

    @rule(item=items, eighths=st.integers(1, 12), reason=st.sampled_from(["damaged", "lost", "found"]))
    def put_right(self, item: int, eighths: int, reason: str) -> None:
        milli = in_units(item, eighths)
        content: dict[str, Any] = {"item_no": item, "quantity_milli": milli, "reason": reason}
        assume(item != CHIPS or reason != "found")  # what nobody paid for has no cost to be found at
        if reason != "found" and milli > self.books.stock[item]:
            with pytest.raises(StockTooLow):
                adjust_stock(self.by("dewi"), note="Dicatat petugas", **content)
            return
        adjust_stock(self.by("dewi"), note="Dicatat petugas", **content)
        self.books.stock[item] += milli if reason == "found" else -milli

    @rule(
        data=st.data(),
        looked_at=st.lists(own_items, min_size=1, max_size=3, unique=True),
        sold_meanwhile=st.integers(0, 3),
    )
    def count_the_shelf(self, data: st.DataObject, looked_at: list[int], sold_meanwhile: int) -> None:
        """What was counted is right at that moment; what is sold before the approval stays sold."""
        no = open_count(self.by("dewi"), scope="all", words="", threshold=10**9).answer["count"]
        for item in looked_at:
            milli = in_units(item, data.draw(st.integers(0, 60)))
            count_item(self.by("agus"), count_no=no, item_no=item, quantity_milli=milli, add=False, look=1)
            after = milli - self.books.stock[item]
            if sold_meanwhile and item == looked_at[0]:
                self._sell_one(item, sold_meanwhile)
            self.books.stock[item] += after
        approve_count(self.by("dewi"), count_no=no, note="")

    def _sell_one(self, item: int, eighths: int) -> None:
        milli = in_units(item, eighths)
        deposit = deposit_on(item, milli, 0)
        paid = paid_as("told", price_of(item, milli, False) + deposit)
        sale = Sold(0, self.books.shift, paid, [item], [milli], deposit)
        self._ring_up(sale, kind="told", member=False, discount=0, empties=0)
