"""Shifts opened at once, and a drawer that is counted while it sells."""

from typing import Any

from app.books.acts import Outcome
from app.cash.denominations import DENOMINATIONS
from app.cash.models import Shift
from app.cash.operations import add_register, close_shift, count_drawer, open_shift
from app.cash.queries import drawer_by_unit
from app.cash.refusals import CountOutdated, RegisterBusy, ShiftAlreadyOpen
from app.foundation.database import db
from app.ledger.models import Balance
from app.sales.models import Sale, SaleException
from app.sales.refusals import ShiftNotOpen
from tests.races.conftest import Market
from tests.races.crowd import acting, at_once
from tests.shop import SOAP, basket, sell

SALES = 15


def _close(market: Market, who: str, shift: int) -> None:
    """Count and close, again and again for as long as a sale comes in between."""
    occasion = market.village.occasion(who)
    while True:
        drawer = db.session.get_one(Shift, (market.village.gerai_id, shift))
        pieces = _in_notes(sum(drawer_by_unit(market.village.gerai_id, drawer).values()))
        count_drawer(occasion, shift_no=shift, pieces=pieces, any_shift=False)
        try:
            close_shift(occasion, shift_no=shift, reason="kurang hitung", any_shift=False)
        except CountOutdated:
            continue
        return


def _in_notes(amount: int) -> dict[int, int]:
    pieces = {}
    for note in DENOMINATIONS:
        pieces[note], amount = divmod(amount, note)
    return {note: count for note, count in pieces.items() if count}


def _two_people(market: Market) -> tuple[str, str]:
    """Two cashiers whose shifts are closed."""
    names = [who for who, _, _ in market.tills[:2]]
    for who, _, shift in market.tills[:2]:
        _close(market, who, shift)
    return names[0], names[1]


def test_of_two_cashiers_at_one_register_one_opens_a_shift(market: Market) -> None:
    with market.village.app.app_context():
        people = _two_people(market)
        db.session.remove()

    def start(who: int) -> Outcome[Any]:
        return open_shift(market.village.occasion(people[who]), register="A", opening_float=50_000)

    tried = at_once(2, acting(market.village, start))
    assert sorted(type(each).__name__ for each in tried) == [Outcome.__name__, RegisterBusy.__name__]


def test_one_cashier_at_two_registers_opens_one_shift(market: Market) -> None:
    with market.village.app.app_context():
        who, _ = _two_people(market)
        add_register(market.village.occasion("dewi"), register="M")
        db.session.remove()

    def start(hand: int) -> Outcome[Any]:
        return open_shift(market.village.occasion(who), register="AM"[hand], opening_float=50_000)

    tried = at_once(2, acting(market.village, start))
    assert sorted(type(each).__name__ for each in tried) == [Outcome.__name__, ShiftAlreadyOpen.__name__]


def _sell_on(market: Market, till: int, start: int, *, completed: bool) -> list[Any]:
    who, register, shift = market.tills[till]
    results: list[Any] = []
    for seq in range(start, start + SALES):
        number = f"{register}-{seq:06d}"
        line = {"item": SOAP, "quantity": "1"}
        body = basket([line], shift=shift, register=register, number=number, cash=5_000, completed=completed)
        try:
            results.append(sell(market.village, body, who))
        except ShiftNotOpen as refusal:
            results.append(refusal)
    return results


def test_a_shift_closes_over_every_sale_it_took_and_none_it_refused(market: Market) -> None:
    who, _, shift = market.tills[0]

    def doing(person: int) -> Any:
        if person == 0:
            return _close(market, who, shift)
        return _sell_on(market, 0, 1 + (person - 1) * SALES, completed=False)

    _, *tried = at_once(4, acting(market.village, doing))
    outcomes = [each for person in tried for each in person]
    assert len(outcomes) == 3 * SALES
    with market.village.app.app_context():
        assert db.session.query(Sale).count() == sum(isinstance(each, Outcome) for each in outcomes)
        assert _drawer(market, shift) == 0
        db.session.remove()


def test_sales_told_while_their_shift_closes_are_all_recorded(market: Market) -> None:
    who, _, shift = market.tills[0]

    def doing(person: int) -> Any:
        if person == 0:
            return _close(market, who, shift)
        return _sell_on(market, 0, 1 + (person - 1) * SALES, completed=True)

    _, *tried = at_once(4, acting(market.village, doing))
    assert all(isinstance(each, Outcome) and each.fresh for person in tried for each in person)
    with market.village.app.app_context():
        assert db.session.query(Sale).count() == 3 * SALES
        late = db.session.query(SaleException).filter_by(code="shift_closed_before").count()
        assert late == sum(bool(_late(each)) for person in tried for each in person)
        assert _drawer(market, shift) == 0
        db.session.remove()


def _late(outcome: Outcome[dict[str, Any]]) -> list[Any]:
    return [each for each in outcome.answer["exceptions"] if each["code"] == "shift_closed_before"]


def _drawer(market: Market, shift: int) -> int:
    balance = db.session.get(Balance, (market.village.gerai_id, "1-1110", f"shift:{shift}"))
    return balance.amount if balance else 0
