"""Many hands at once: one gerai's acts take turns, two gerai's do not wait, and once is once."""

from collections import Counter as Tally
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from threading import Barrier, Event
from typing import Any

import pytest
from sqlalchemy import bindparam, select
from sqlalchemy.exc import DBAPIError

from app.books import book as books
from app.books.acts import Outcome, act
from app.books.book import Occasion, OpenBook
from app.books.models import Act, Book
from app.foundation.database import db
from app.ledger.audit import audit
from app.ledger.models import Balance, Entry
from app.ledger.operations import post
from tests.ledger.history import PETTY, gift, post_draft
from tests.village import MORNING, TestVillage

DAY = MORNING.date()
postgresql = pytest.mark.parametrize("databases", ["postgresql"], indirect=True)


@contextmanager
def hands(village: TestVillage, count: int) -> Iterator[Callable[..., "Future[Any]"]]:
    """``count`` threads that all start together, each with an application context of its own."""
    barrier = Barrier(count)

    def at_once(work: Callable[..., Any], *args: Any) -> Any:
        barrier.wait(30)
        with village.app.app_context():
            return work(*args)

    with ThreadPoolExecutor(count) as pool:
        yield lambda work, *args: pool.submit(at_once, work, *args)


def occasion(village: TestVillage, gerai_id: int, reference: str | None = None) -> Occasion:
    return Occasion(gerai_id, village.users["wati"], MORNING, reference)


def post_some(village: TestVillage, gerai_id: int, times: int) -> list[int]:
    where = occasion(village, gerai_id)
    return [post_draft(where, event=gift(DAY, 1_000)).answer["entry"] for _ in range(times)]


def in_order(village: TestVillage, gerai_id: int, count: int) -> None:
    """Entries 1 to ``count``, no fault, and a balance that lost nothing."""
    with village.app.app_context():
        assert audit(gerai_id).faults == []
        numbers = db.session.scalars(
            select(Entry.no).where(Entry.gerai_id == gerai_id).order_by(Entry.no)
        ).all()
        assert numbers == list(range(1, count + 1))
        assert db.session.get_one(Balance, (gerai_id, PETTY, "")).amount == 1_000 * count
        assert db.session.get_one(Book, gerai_id).head_no == count


def test_eight_hands_in_one_gerai_leave_one_unbroken_chain(own_village: TestVillage) -> None:
    with hands(own_village, 8) as hand:
        done = [hand(post_some, own_village, own_village.gerai_id, 5) for _ in range(8)]
    given = [number for future in done for number in future.result()]
    assert sorted(given) == list(range(1, 41))
    in_order(own_village, own_village.gerai_id, 40)


def test_hands_in_two_gerai_leave_two_unbroken_chains(own_village: TestVillage) -> None:
    both = (own_village.gerai_id, own_village.other_gerai_id)
    with hands(own_village, 8) as hand:
        done = [hand(post_some, own_village, both[number % 2], 4) for number in range(8)]
    assert all(future.exception() is None for future in done)
    for gerai_id in both:
        in_order(own_village, gerai_id, 16)


def test_the_same_reference_fifty_times_at_once_is_one_act_and_one_answer(own_village: TestVillage) -> None:
    def send() -> Outcome[Any]:
        return post_draft(occasion(own_village, own_village.gerai_id, "the-same"), event=gift(DAY, 1_000))

    with hands(own_village, 50) as hand:
        done = [hand(send) for _ in range(50)]
    outcomes = [future.result() for future in done]
    assert Tally(outcome.fresh for outcome in outcomes) == {True: 1, False: 49}
    assert all(outcome.answer == {"entry": 1} for outcome in outcomes)
    in_order(own_village, own_village.gerai_id, 1)
    with own_village.app.app_context():
        assert len(db.session.scalars(select(Act).where(Act.reference == "the-same")).all()) == 1


class Held:
    """An act that has the book open and waits to be let go."""

    def __init__(self) -> None:
        self.opened, self.let_go = Event(), Event()

    def run(self, where: Occasion) -> Outcome[Any]:
        @act("tests.hold")
        def hold(book: OpenBook) -> dict[str, int]:
            self.opened.set()
            assert self.let_go.wait(30)
            return {"entry": post(book, gift(DAY, 1_000))}

        return hold(where)


@postgresql
def test_one_gerai_does_not_wait_for_another(own_village: TestVillage) -> None:
    held, own, other = Held(), own_village.gerai_id, own_village.other_gerai_id
    with hands(own_village, 1) as first, hands(own_village, 1) as second, hands(own_village, 1) as third:
        holding = first(held.run, occasion(own_village, own))
        assert held.opened.wait(30)
        queueing = second(post_some, own_village, own, 1)
        assert third(post_some, own_village, other, 3).result(timeout=10) == [1, 2, 3]
        assert not queueing.done() and not holding.done()
        held.let_go.set()
        assert holding.result(timeout=10).answer == {"entry": 1}
        assert queueing.result(timeout=10) == [2]
    in_order(own_village, own, 2)


@postgresql
def test_without_the_books_lock_one_of_two_fails(
    own_village: TestVillage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: both read the same head, and the database refuses the second entry on it."""
    unlocked = select(Book.head_no, Book.head_hash).where(Book.gerai_id == bindparam("gerai_id"))
    monkeypatch.setattr(books, "_LOCK", unlocked)
    met = Barrier(2)

    @act("tests.meet")
    def meet(book: OpenBook) -> dict[str, int]:
        met.wait(30)
        return {"entry": post(book, gift(DAY, 1_000))}

    with hands(own_village, 2) as hand:
        done = [hand(meet, occasion(own_village, own_village.gerai_id)) for _ in range(2)]
    failed = [future.exception() for future in done if future.exception()]
    assert len(failed) == 1 and isinstance(failed[0], DBAPIError)
    in_order(own_village, own_village.gerai_id, 1)
