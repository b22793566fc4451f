"""Goods come in on tempo, for cash and on consignment, go back, and are paid for."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from app.foundation.dates import local_date
from app.inventory.refusals import StockTooLow
from app.purchasing import refusals
from app.purchasing.operations import pay_supplier, receive_goods, settle_consignment
from app.purchasing.operations import return_goods as send_back
from app.purchasing.operations.returning import ReturnedLine
from app.purchasing.rules import ReceivedLine
from tests.sales.counter import CHIPS
from tests.stories.hands import Hands, in_units, own_items, sums
from tests.stories.plain_books import (
    OWED,
    OWNERS_SHARE,
    SAFE,
    drawer,
)


class Buying(Hands):
    """Agus at the gate, Wati at the safe."""

    @rule(item=own_items, eighths=st.integers(1, 24), cost=sums, paid_from=st.sampled_from(["safe", "tempo"]))
    def receive(self, item: int, eighths: int, cost: int, paid_from: str) -> None:
        lines = (ReceivedLine(item, in_units(item, eighths), cost),)
        done = self._receive(lines, self.makmur, paid_from)
        self.bought.append((done["receiving"], item, in_units(item, eighths)))
        self.books.stock[item] += in_units(item, eighths)
        self.books.move(SAFE if paid_from == "safe" else OWED, -cost)

    @rule(pieces=st.integers(1, 20))
    def receive_on_consignment(self, pieces: int) -> None:
        self._receive((ReceivedLine(CHIPS, pieces * 1_000, 0, owed=8_000),), 1, "consigned")
        self.books.stock[CHIPS] += pieces * 1_000

    def _receive(self, lines: tuple[ReceivedLine, ...], supplier: int, paid_from: str) -> dict[str, Any]:
        self.notas += 1
        today: dict[str, Any] = {"on": local_date(self.at), "nota": f"N-{self.notas}"}
        due = local_date(self.at) + timedelta(days=14) if paid_from == "tempo" else None
        today |= {"supplier_no": supplier, "paid_from": paid_from, "due_on": due}
        return receive_goods(self.by("agus"), lines=lines, **today).answer

    @precondition(lambda self: self.bought)
    @rule(data=st.data())
    def send_back_what_is_owed_for(self, data: st.DataObject) -> None:
        receiving, item, milli = data.draw(st.sampled_from(self.bought))
        content: dict[str, Any] = {"receiving_no": receiving, "settled_by": "payable", "reason": "Sobek"}
        lines = (ReturnedLine(1, milli),)
        refused = (refusals.SettledOtherwise, refusals.CreditTooLarge, StockTooLow, refusals.StockTooLow)
        try:
            done = send_back(self.by("agus"), lines=lines, **content).answer
        except refused:
            return
        self.bought.remove((receiving, item, milli))
        self.books.stock[item] -= milli
        self.books.move(OWED, done["credit"])

    @rule(fifths=st.integers(1, 6), paid_from=st.sampled_from(["safe", "drawer"]))
    def pay_what_is_owed(self, fifths: int, paid_from: str) -> None:
        owed, books = -self.books.money[OWED], self.books
        amount = owed * fifths // 5 or 1_000
        shift = books.shift if paid_from == "drawer" else None
        content: dict[str, Any] = {"supplier_no": self.makmur, "paid_from": paid_from, "shift_no": shift}
        if not owed or amount > owed:
            with pytest.raises((refusals.NothingOwed, refusals.PaidTooMuch)):
                pay_supplier(self.by("wati"), amount=amount, **content)
        elif shift and amount > books.in_the_drawer:
            with pytest.raises(refusals.DrawerTooLow):
                pay_supplier(self.by("wati"), amount=amount, **content)
        else:
            pay_supplier(self.by("wati"), amount=amount, **content)
            books.move(OWED, amount)
            books.move(drawer(shift) if shift else SAFE, -amount)

    @precondition(lambda self: self.books.money[OWNERS_SHARE] < 0)
    @rule(data=st.data())
    def settle_with_the_owner(self, data: st.DataObject) -> None:
        amount = data.draw(st.integers(1, -self.books.money[OWNERS_SHARE]))
        done = settle_consignment(
            self.by("wati"), supplier_no=1, returned={}, amount=amount, paid_from="safe"
        ).answer
        self.books.move(SAFE, -amount)
        self.books.money[OWNERS_SHARE] = -done["left"]
