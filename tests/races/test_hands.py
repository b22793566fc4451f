"""Two people receive the same money at the same moment: one of them does."""

from typing import Any

from app.cash.operations import give_cash, receive_cash
from app.cash.refusals import TransferReceived
from app.foundation.database import db
from app.ledger.audit import audit
from tests.cash.drawer import balance
from tests.races.conftest import Market
from tests.races.crowd import acting, at_once


def test_two_who_receive_the_same_money_book_it_once(market: Market) -> None:
    village = market.village
    who, _register, shift = market.tills[0]
    with village.app.app_context():
        for _ in range(5):
            give_cash(
                village.occasion(who),
                origin="drawer",
                destination="safe",
                amount=10_000,
                note="",
                shift_no=shift,
            )
        db.session.remove()
    people = ("wati", "dewi")

    def receiving(person: int) -> list[Any]:
        found: list[Any] = []
        for no in range(1, 6):
            try:
                done = receive_cash(
                    village.occasion(people[person]), transfer_no=no, amount=10_000, reason=""
                )
                found.append(done.answer["cash_transfer"])
            except TransferReceived:
                found.append(None)
        return found

    first, second = at_once(2, acting(village, receiving))
    assert [sorted(each is not None for each in pair) for pair in zip(first, second, strict=True)] == [
        [False, True]
    ] * 5
    with village.app.app_context():
        assert balance(village, "1-1130") == 0
        assert audit().faults == []
        db.session.remove()
