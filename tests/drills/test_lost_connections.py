"""PostgreSQL ends the connections under the acts, again and again: each act happens all the same, once."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import psycopg
import pytest
from sqlalchemy import func, select

from app.books.acts import Outcome
from app.foundation.clock import now
from app.foundation.database import db
from app.ledger.audit import audit
from app.sales.models import Sale
from app.sales.operations import record_sale
from app.sales.request import read
from tests.drills.conftest import Drill
from tests.drills.shop import basket

SALES, TILLS = 60, 3
EVERY = 7
END_ALL = (
    "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
    " WHERE datname = current_database() AND pid <> pg_backend_pid()"
)


@contextmanager
def _ending_connections(url: str, outcomes: list[Outcome]) -> Iterator[list[int]]:
    """Meanwhile all connections of the database are ended after every few acts, at any point of the next ones."""
    stop, ended = threading.Event(), []

    def end() -> None:
        with psycopg.connect(url, autocommit=True) as connection:
            while not stop.wait(0.002):
                if len(outcomes) >= EVERY * (len(ended) + 1):
                    ended.append(connection.execute(END_ALL).fetchone()[0])

    person = threading.Thread(target=end)
    person.start()
    try:
        yield ended
    finally:
        stop.set()
        person.join(30)


@pytest.mark.parametrize("drill", ["postgresql"], indirect=True)
def test_acts_outlive_the_connections_they_ran_on(drill: Drill) -> None:
    outcomes: list[Outcome] = []

    def sell(till: int) -> None:
        with drill.app.app_context():
            for seq in range(1, SALES + 1):
                order = read(basket(drill.shop, till, seq))
                outcomes.append(record_sale(drill.shop.occasion(till, now(), order.reference), order=order))
            db.session.remove()

    with _ending_connections(drill.url, outcomes) as ended, ThreadPoolExecutor(TILLS) as pool:
        list(pool.map(sell, range(TILLS)))
    assert sum(ended) > len(ended) > SALES * TILLS // EVERY // 2
    assert len(outcomes) == SALES * TILLS
    with drill.app.app_context():
        assert db.session.scalar(select(func.count()).select_from(Sale)) == SALES * TILLS
        assert audit().faults == []
        db.session.remove()
