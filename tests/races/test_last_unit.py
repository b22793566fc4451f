"""Twelve cashiers, one unit left: one of them sells it."""

from typing import Any

import pytest
from sqlalchemy import bindparam, select
from sqlalchemy.exc import IntegrityError

from app.books import book as books
from app.books.acts import Outcome
from app.books.models import Book
from app.foundation.database import db
from app.inventory.models import Stock
from app.inventory.operations import adjust_stock
from app.purchasing.operations import receive_goods
from app.purchasing.rules import ReceivedLine
from app.sales.models import Sale
from app.sales.refusals import StockShort
from tests.races.conftest import Market
from tests.races.crowd import acting, at_once
from tests.shop import SOAP, basket, sell
from tests.village import MORNING

ROUNDS = 40
twelve = pytest.mark.parametrize("market", [12], indirect=True, ids=["twelve tills"])


def _on_hand(market: Market) -> int:
    return db.session.get_one(Stock, (market.village.gerai_id, SOAP)).quantity_milli


def _empty_the_shelf(market: Market) -> None:
    lost = _on_hand(market)
    agus = market.village.occasion("agus")
    adjust_stock(agus, item_no=SOAP, quantity_milli=lost, reason="lost", note="")


def _receive_one(market: Market) -> None:
    agus, line = market.village.occasion("agus"), ReceivedLine(SOAP, 1000, 3_000)
    receive_goods(agus, on=MORNING.date(), supplier="Grosir", nota="1", paid_from="unbilled", lines=(line,))


def _ring_up(market: Market, till: int, seq: int) -> Outcome[dict[str, Any]]:
    who, register, shift = market.tills[till]
    number = f"{register}-{seq:06d}"
    body = basket([{"item": SOAP, "quantity": "1"}], shift=shift, register=register, number=number)
    return sell(market.village, body, who)


@twelve
def test_one_of_twelve_cashiers_sells_the_last_unit_every_time(market: Market) -> None:
    with market.village.app.app_context():
        _empty_the_shelf(market)
        db.session.remove()
    for number in range(1, ROUNDS + 1):
        with market.village.app.app_context():
            _receive_one(market)
            db.session.remove()
        tried = at_once(
            len(market.tills), acting(market.village, lambda till, n=number: _ring_up(market, till, n))
        )
        assert sum(isinstance(each, Outcome) for each in tried) == 1
        assert sum(isinstance(each, StockShort) for each in tried) == len(market.tills) - 1
    with market.village.app.app_context():
        assert _on_hand(market) == 0
        assert db.session.query(Sale).count() == ROUNDS
        db.session.remove()


@twelve
@pytest.mark.parametrize("databases", ["postgresql"], indirect=True)
def test_without_the_lock_of_the_book_cashiers_collide(
    market: Market, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: the same crowd with nobody waiting for anybody. SQLite has one writer in any case."""
    unlocked = select(Book.head_no, Book.head_hash).where(Book.gerai_id == bindparam("gerai_id"))
    monkeypatch.setattr(books, "_LOCK", unlocked)
    collided = 0
    for number in range(1, 6):
        tried = at_once(
            len(market.tills), acting(market.village, lambda till, n=number: _ring_up(market, till, n))
        )
        collided += sum(isinstance(each, IntegrityError) for each in tried)
    assert collided
