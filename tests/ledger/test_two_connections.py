"""Lines slipped into another connection's entry, and postings that race a closing: refused in every order.

Each comes with its control: the same once the lock, the touch or the trigger that prevents it is gone.
"""

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError

from tests.conftest import Databases
from tests.ledger.raw import SAFE, TEN, Forger, app_engine, owner_engine, set_the_stage

GERAI = 1
EXTRA = (SAFE, 700)
LOCK = "PERFORM 1 FROM public.book WHERE gerai_id = NEW.gerai_id FOR NO KEY UPDATE;"
TOUCH = "UPDATE public.book SET opened_at = opened_at WHERE gerai_id = NEW.gerai_id;"
LATER = ("READ COMMITTED", "REPEATABLE READ", "SERIALIZABLE")
postgresql = pytest.mark.parametrize("databases", ["postgresql"], indirect=True)
sqlite = pytest.mark.parametrize("databases", ["sqlite"], indirect=True)


@pytest.fixture
def url(databases: Databases) -> str:
    copy = databases.copy()
    with app_engine(copy).begin() as connection:
        set_the_stage(Forger(connection, GERAI))
    return copy


@contextmanager
def hand(url: str, isolation: str | None = None) -> Iterator[Forger]:
    """A connection of the app with a transaction of its own. On SQLite it waits for others a tenth of a second."""
    with app_engine(url).connect() as connection:
        if isolation:
            connection.execution_options(isolation_level=isolation)
        if connection.dialect.name == "sqlite":
            connection.connection.driver_connection.execute("PRAGMA busy_timeout = 100")
        yield Forger(connection, GERAI)


@contextmanager
def meanwhile(work: Any) -> Iterator["Future[Any]"]:
    """``work`` in a thread; the block goes on after a moment, in which it either finished or came to wait."""
    with ThreadPoolExecutor(1) as pool:
        future = pool.submit(work)
        with suppress(TimeoutError):
            future.exception(timeout=0.3)
        yield future


def lines_of_4(url: str) -> int:
    with owner_engine(url).connect() as connection:
        return int(
            Forger(connection, GERAI)
            .run("SELECT count(*) FROM posting WHERE gerai_id = :g AND entry_no = 4")
            .scalar_one()
        )


def weaken(url: str, function: str, without: str) -> None:
    """Take one statement out of a guard's function."""
    with owner_engine(url).begin() as connection:
        source = connection.execute(text(f"SELECT pg_get_functiondef('{function}'::regproc)")).scalar_one()
        assert without in source
        connection.exec_driver_sql(source.replace(without, ""))


def slip_in(forger: Forger) -> None:
    forger.posting(4, 3, EXTRA)
    forger.connection.commit()


def write_4(forger: Forger) -> None:
    forger.book(TEN)
    forger.connection.commit()


@postgresql
@pytest.mark.parametrize("isolation", LATER)
def test_a_line_cannot_slip_into_an_entry_that_is_being_written(url: str, isolation: str) -> None:
    with hand(url) as writer, hand(url, isolation) as other:
        other.head()  # its moment is before the entry
        writer.book(TEN)
        with meanwhile(lambda: slip_in(other)) as slipping:
            assert not slipping.done(), "it did not wait for the book"
            writer.connection.commit()
            refused = slipping.exception()
        assert isinstance(refused, DBAPIError)
        assert refused.orig.sqlstate == ("23514" if isolation == "READ COMMITTED" else "40001")
    assert lines_of_4(url) == 2


@postgresql
def test_without_the_lock_it_slips_in(url: str) -> None:
    weaken(url, "posting_guard", LOCK)
    with hand(url) as writer, hand(url) as other:
        writer.book(TEN)
        other.posting(4, 3, EXTRA)
        writer.connection.commit()
        other.connection.commit()
    assert lines_of_4(url) == 3


@postgresql
@pytest.mark.parametrize("isolation", LATER)
def test_an_entry_cannot_be_written_around_a_line_that_lies_in_wait(url: str, isolation: str) -> None:
    with hand(url) as writer, hand(url, isolation) as other:
        other.posting(4, 3, EXTRA)
        with meanwhile(lambda: write_4(writer)) as writing:
            assert not writing.done(), "it did not wait for the book"
            with pytest.raises(IntegrityError, match="fk_posting_gerai_id_entry_no_entry"):
                other.connection.commit()
            assert writing.exception() is None
    assert lines_of_4(url) == 2


@postgresql
def test_without_the_lock_the_line_in_wait_is_taken_in(url: str) -> None:
    weaken(url, "posting_guard", LOCK)
    with hand(url) as writer, hand(url) as other:
        other.posting(4, 3, EXTRA)
        write_4(writer)
        other.connection.commit()
    assert lines_of_4(url) == 3


@postgresql
@pytest.mark.parametrize("isolation", LATER[1:])
def test_a_snapshot_from_before_the_entry_is_of_no_use(url: str, isolation: str) -> None:
    with hand(url) as writer, hand(url, isolation) as other:
        other.head()
        write_4(writer)
        with pytest.raises(OperationalError, match="could not serialize"):
            slip_in(other)
    assert lines_of_4(url) == 2


def close_november(forger: Forger) -> None:
    act = forger.act("ledger.close_period")
    forger.run(
        "UPDATE period SET state = 'closed', state_act_no = :act WHERE gerai_id = :g AND state = 'open'",
        act=act,
    )
    forger.connection.commit()


@postgresql
@pytest.mark.parametrize("isolation", LATER)
def test_a_posting_cannot_race_the_closing(url: str, isolation: str) -> None:
    with hand(url) as closer, hand(url, isolation) as poster:
        poster.head()
        close_november(closer)
        with pytest.raises(DBAPIError) as refused:
            write_4(poster)
        assert refused.value.orig.sqlstate == ("23514" if isolation == "READ COMMITTED" else "40001")
    assert lines_of_4(url) == 0


@postgresql
def test_without_the_touch_it_wins_the_race(url: str) -> None:
    weaken(url, "period_guard", TOUCH)
    with hand(url) as closer, hand(url, "REPEATABLE READ") as poster:
        poster.head()
        close_november(closer)
        write_4(poster)
    assert lines_of_4(url) == 2


def add_december(forger: Forger, first: int) -> None:
    forger.insert("period", starts_on=f"2026-12-0{first}", ends_on="2026-12-31", state="open", state_act_no=1)


@postgresql
def test_two_connections_cannot_add_months_that_overlap(url: str) -> None:
    with hand(url) as one, hand(url) as two:
        add_december(one, 1)
        with meanwhile(lambda: add_december(two, 2)) as adding:
            assert not adding.done(), "it did not wait for the book"
            one.connection.commit()
            assert "it overlaps another" in str(adding.exception())


@postgresql
def test_without_the_touch_they_can(url: str) -> None:
    weaken(url, "period_guard", TOUCH)
    with hand(url) as one, hand(url) as two:
        for first, forger in enumerate((one, two), 1):
            add_december(forger, first)
        one.connection.commit()
        two.connection.commit()


@sqlite
def test_sqlite_lets_nobody_write_beside_a_writer(url: str) -> None:
    with hand(url) as writer, hand(url) as other:
        writer.book(TEN)
        with pytest.raises(OperationalError, match="locked"):
            slip_in(other)
        writer.connection.commit()
        with pytest.raises(IntegrityError, match="complete already"):
            slip_in(other)
    assert lines_of_4(url) == 2


@sqlite
def test_sqlite_takes_no_line_that_lies_in_wait(url: str) -> None:
    with hand(url) as other:
        other.posting(4, 3, EXTRA)
        with pytest.raises(OperationalError, match="locked"), hand(url) as writer:
            write_4(writer)
        with pytest.raises(IntegrityError, match="FOREIGN KEY"):
            other.connection.commit()
    with hand(url) as writer:
        write_4(writer)
    assert lines_of_4(url) == 2


@sqlite
@pytest.mark.parametrize(
    "weakness",
    ["DROP TRIGGER posting_before_its_entry", "PRAGMA foreign_keys = OFF"],
    ids=["no trigger", "no foreign key"],
)
def test_without_its_guard_sqlite_takes_the_line(url: str, weakness: str) -> None:
    with hand(url) as writer, hand(url) as other:
        other.connection.connection.driver_connection.execute(weakness)
        if weakness.startswith("DROP"):
            write_4(writer)
        slip_in(other)
    assert lines_of_4(url) == (3 if weakness.startswith("DROP") else 1)
