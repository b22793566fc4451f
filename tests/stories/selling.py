"""Baskets of every kind of payment, voids, goods brought back, and the bon that is paid."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import assume
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from app.receivables.operations import receive_payment
from app.sales import refusals
from app.sales.operations import return_goods, void_sale
from app.sales.request import BackLine, ReturnRequest, VoidRequest
from tests import shop
from tests.sales.counter import GAS
from tests.stories.hands import Hands, in_units, items
from tests.stories.plain_books import (
    BON,
    DEPOSITS,
    Sold,
    deposit_on,
    paid_as,
    price_of,
)


class Selling(Hands):
    """Budi at the till."""

    @rule(
        basket=st.lists(
            st.tuples(items, st.integers(1, 12)), min_size=1, max_size=3, unique_by=lambda each: each[0]
        ),
        kind=st.sampled_from(["cash", "told", "qris", "transfer", "bon", "qris+cash", "bon+cash"]),
        by_member=st.booleans(),
        discount=st.integers(0, 2_000),
        empties=st.integers(0, 12),
    )
    def sell(
        self, basket: list[tuple[int, int]], kind: str, by_member: bool, discount: int, empties: int
    ) -> None:
        by_member = by_member or "bon" in kind
        millis = [in_units(item, eighths) for item, eighths in basket]
        goods = [item for item, _ in basket]
        prices = [price_of(*line, by_member) for line in zip(goods, millis, strict=True)]
        off = discount if goods[0] != GAS else 0
        assume(prices[0] >= off)
        deposit = sum(
            deposit_on(item, milli, min(empties, milli // 1_000))
            for item, milli in zip(goods, millis, strict=True)
        )
        paid = paid_as(kind, sum(prices) - off + deposit)
        sale = Sold(0, self.books.shift, paid, goods, millis, deposit)
        self._ring_up(sale, kind=kind, member=by_member, discount=off, empties=empties)

    def _ring_up(self, sale: Sold, *, kind: str, member: bool, discount: int, empties: int) -> None:
        lines = [_line(*line, empties) for line in zip(sale.items, sale.millis, strict=True)]
        lines[0]["discount"] = discount
        facts: dict[str, Any] = {"completed": True} if kind == "told" else {}
        if member:
            facts["member"] = self.till.siti
        body = shop.basket(
            lines,
            shift=self.books.shift,
            seq=len(self.books.sales) + 1,
            tenders=[{"kind": kind, "amount": amount} for kind, amount in sale.paid.items() if amount],
            sold_at=self.at.isoformat(),
            **facts,
        )
        refused = () if kind == "told" else self._refusals(sale)
        if refused:
            with pytest.raises(refused):
                shop.sell(self.till.village, body, at=self.at)
            return
        sale.no = shop.sell(self.till.village, body, at=self.at).answer["sale"]
        self.books.sell(sale)

    def _refusals(self, sale: Sold) -> tuple[type[Exception], ...]:
        refused: tuple[type[Exception], ...] = ()
        if any(milli > self.books.stock[item] for item, milli in zip(sale.items, sale.millis, strict=True)):
            refused += (refusals.StockShort,)
        if self.books.money[BON] + sale.paid.get("bon", 0) > 200_000:
            refused += (refusals.BonOverLimit,) if sale.paid.get("bon") else ()
        return refused

    @precondition(lambda self: self.books.sales)
    @rule(data=st.data())
    def void(self, data: st.DataObject) -> None:
        sale = data.draw(st.sampled_from(self.books.sales))
        reference = str(uuid4())
        order = VoidRequest(reference, sale.no, self.books.shift, "Salah barang")
        refused: tuple[type[Exception], ...] = (refusals.BonPaidAlready,)
        possible = sale.whole and sale.shift == self.books.shift
        if not possible:
            refused = (refusals.AlreadyVoided, refusals.AlreadyReturned, refusals.ShiftDiffers)
            refused += (refusals.ShiftNotOpen,)
        try:
            void_sale(self.by("budi", reference), order=order)
        except refused:
            assert not possible or sale.paid.get("bon")
            return
        assert possible
        self._undo(sale)

    def _undo(self, sale: Sold) -> None:
        self.books.pay(sale.paid, -1)
        for item, milli in zip(sale.items, sale.millis, strict=True):
            self.books.goods_go(item, -milli)
        self.books.move(DEPOSITS, sale.deposit)
        sale.voided = True

    @precondition(lambda self: self.books.sales)
    @rule(data=st.data(), more=st.sampled_from([0, 0, 0, 1]), days=st.integers(0, 1))
    def bring_back(self, data: st.DataObject, more: int, days: int) -> None:
        self.at += timedelta(days=days)
        sale = data.draw(st.sampled_from(self.books.sales))
        at = data.draw(st.integers(0, len(sale.items) - 1))
        item, step = sale.items[at], in_units(sale.items[at], 1)
        milli = step * data.draw(st.integers(1, max(1, sale.left[at] // step))) + step * more
        reference = str(uuid4())
        lines = (BackLine(at + 1, milli),)
        order = ReturnRequest(reference, sale.no, self.books.shift, lines, (), "Rusak")
        if sale.voided or milli > sale.left[at]:
            with pytest.raises((refusals.AlreadyVoided, refusals.ReturnedTooMuch)):
                return_goods(self.by("budi", reference), order=order)
            return
        done = return_goods(self.by("budi", reference), order=order).answer
        self.books.pay({each["kind"]: each["amount"] for each in done["refund"]}, -1)
        self.books.goods_go(item, -milli)
        self.books.move(DEPOSITS, done["deposit"])
        sale.left[at] -= milli

    @precondition(lambda self: self.books.money[BON] > 0)
    @rule(thirds=st.integers(1, 3), kind=st.sampled_from(["cash", "qris", "transfer"]))
    def pay_the_bon(self, thirds: int, kind: str) -> None:
        owed = self.books.money[BON]
        amount = owed * thirds // 3 or owed
        content: dict[str, Any] = {"member_no": self.till.siti, "shift_no": self.books.shift, "kind": kind}
        done = receive_payment(self.by("budi"), amount=amount, **content).answer
        self.books.pay({kind: amount, "bon": -amount})
        assert done["left"] == owed - amount


def _line(item: int, milli: int, empties: int) -> dict[str, Any]:
    line: dict[str, Any] = {"item": item, "quantity": f"{milli / 1_000:.3f}"}
    if item == GAS:
        brought = min(empties, milli // 1_000)
        line |= {"empties": brought, "deposits": milli // 1_000 - brought}
    return line
