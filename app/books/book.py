"""The open book: what an act holds while it writes. One gerai, one moment, one person, one transaction."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, text
from sqlalchemy.orm import Session

from app.books.models import Book, Counter
from app.foundation import batch
from app.foundation.dates import local_date


@dataclass(frozen=True)
class Occasion:
    """Who acts, where and when. ``reference`` makes the act happen once however often it is sent."""

    gerai_id: int
    user_id: int | None
    at: datetime
    reference: str | None = None


@dataclass
class OpenBook:
    """A gerai's book under its lock. Numbers are counted in memory and written back once."""

    occasion: Occasion
    session: Session
    connection: Connection
    act_no: int
    counters: dict[str, int]
    head_no: int
    head_hash: str
    changed: set[str] = field(default_factory=set)
    known: dict[Any, Any] = field(default_factory=dict)
    """What a room has looked up under this lock and need not ask again."""
    last_line: int = 0

    @property
    def gerai_id(self) -> int:
        return self.occasion.gerai_id

    @property
    def user_id(self) -> int | None:
        return self.occasion.user_id

    @property
    def at(self) -> datetime:
        return self.occasion.at

    @property
    def today(self) -> date:
        """The business day of the act, in Jakarta."""
        return local_date(self.occasion.at)

    def next_no(self, kind: str) -> int:
        """The next gapless number of ``kind``: gapless because it is only kept if the act is."""
        self.counters[kind] = self.counters.get(kind, 0) + 1
        self.changed.add(kind)
        return self.counters[kind]

    def next_line(self) -> int:
        """The next line of rows keyed by act and line: they never collide, however often an act is joined."""
        self.last_line += 1
        return self.last_line

    def raise_no(self, kind: str, to: int) -> None:
        """For numbers that are given out elsewhere (a register's receipts): remember the highest seen."""
        if to > self.counters.get(kind, 0):
            self.counters[kind] = to
            self.changed.add(kind)

    def write(self, statement: Any, rows: Sequence[Mapping[str, Any]]) -> None:
        """Write all rows with one statement; sent with the rest of the act, before anything is read."""
        if rows:
            if self.session.new or self.session.dirty:
                self.session.flush()
            batch.wait(self.connection, statement, rows)

    def read(self, statement: Any, **values: Any) -> list[tuple[Any, ...]]:
        """Ask a SELECT of numbers and texts under the lock; the act's own writes are seen."""
        return batch.ask(self.connection, statement, **values)

    def write_counters(self) -> None:
        rows = [{"g": self.gerai_id, "k": kind, "n": self.counters[kind]} for kind in sorted(self.changed)]
        self.write(_COUNT, rows)
        self.changed.clear()


_COUNT = text(
    "INSERT INTO counter (gerai_id, kind, last_no) VALUES (:g, :k, :n)"
    " ON CONFLICT (gerai_id, kind) DO UPDATE SET last_no = excluded.last_no"
)
# FOR NO KEY UPDATE, so that foreign-key checks on the book do not wait for the act.
_LOCK = (
    select(Book.head_no, Book.head_hash)
    .where(Book.gerai_id == bindparam("gerai_id"))
    .with_for_update(key_share=True)
)
_COUNTERS = select(Counter.kind, Counter.last_no).where(Counter.gerai_id == bindparam("gerai_id"))


class NoSuchBook(LookupError):
    """An act names a gerai that has no book: a bug in the caller, since the guard resolves gerai."""


def open_book(session: Session, occasion: Occasion) -> OpenBook:
    """Lock the gerai's book and read its head and counters, in that order. Raises NoSuchBook."""
    connection = session.connection()
    heads = batch.ask(connection, _LOCK, gerai_id=occasion.gerai_id)
    if not heads:
        raise NoSuchBook(f"gerai {occasion.gerai_id}")
    counters = dict(batch.ask(connection, _COUNTERS, gerai_id=occasion.gerai_id))
    book = OpenBook(occasion, session, connection, 0, counters, *heads[0])
    book.act_no = book.next_no("act")
    return book


def found_book(session: Session, gerai_id: int, at: datetime) -> None:
    """Insert the root row of a new gerai (or of the district, 0)."""
    session.execute(insert(Book).values(gerai_id=gerai_id, opened_at=at))
