"""Cash that is moved, handed over and counted."""

from datetime import timedelta
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from app.cash.operations import close_shift, count_drawer, give_cash, move_cash, open_shift, receive_cash
from tests.cash.drawer import pieces_of
from tests.stories.hands import EXPLAINED, Hands, hundreds
from tests.stories.plain_books import (
    SAFE,
    TRANSIT,
    drawer,
)


class Money(Hands):
    """Budi hands over, Wati takes over."""

    @rule(amount=hundreds, reason=st.sampled_from(["change", "packaging", "transport", "other_income"]))
    def move_money(self, amount: int, reason: str) -> None:
        facts: dict[str, Any] = {"unit": "TOKO", "note": "Nota terlampir", "any_shift": False}
        move_cash(self.by("budi"), shift_no=self.books.shift, reason=reason, amount=amount, **facts)
        inward = reason in ("change", "other_income")
        self.books.move(drawer(self.books.shift), amount if inward else -amount)
        if reason == "change":
            self.books.move(SAFE, -amount)

    @rule(amount=hundreds)
    def hand_over(self, amount: int) -> None:
        facts: dict[str, Any] = {"origin": "drawer", "destination": "safe", "note": ""}
        done = give_cash(self.by("budi"), amount=amount, shift_no=self.books.shift, **facts).answer
        self.books.move(drawer(self.books.shift), -amount)
        self.books.move(TRANSIT, amount)
        self.books.on_the_way.append((done["cash_transfer"], amount))

    @precondition(lambda self: self.books.on_the_way)
    @rule(difference=st.sampled_from([0, 0, -500, 1_000]))
    def take_over(self, difference: int) -> None:
        no, amount = self.books.on_the_way.pop(0)
        counted = max(0, amount + difference)
        reason = EXPLAINED if counted != amount else ""
        receive_cash(self.by("wati"), transfer_no=no, amount=counted, reason=reason)
        self.books.move(TRANSIT, -amount)
        self.books.move(SAFE, counted)

    @rule(difference=st.sampled_from([0, 0, -5_000, 2_000]), opening_float=hundreds)
    def change_shifts(self, difference: int, opening_float: int) -> None:
        shift, held = self.books.shift, self.books.in_the_drawer
        counted = max(0, (held - held % 100) + difference)
        count_drawer(self.by("budi"), shift_no=shift, pieces=pieces_of(counted), any_shift=False)
        reason = "" if counted == held else EXPLAINED
        done = close_shift(self.by("budi"), shift_no=shift, reason=reason, any_shift=False).answer
        assert done["difference"] == counted - held
        self.books.move(drawer(shift), -held)
        self.books.move(SAFE, counted)
        self.at += timedelta(hours=1)
        after = open_shift(self.by("budi"), register="A", opening_float=opening_float).answer["shift"]
        self.books.take_out_float(int(after or 0), opening_float)
