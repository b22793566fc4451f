"""Acts: one change, one transaction, one row that says who, when and what, and proves it happened once.

An act is written ``@act("sales.record") def record_sale(book, *, order) -> dict``. A route calls it
with an ``Occasion``; another act calls it with its own open book and so joins that transaction.
"""

import json
import random
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import wraps
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar, cast

import structlog
from sqlalchemy import bindparam, insert, select
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from app.books.book import Occasion, OpenBook, open_book
from app.books.canonical import content_hash
from app.books.models import Act
from app.books.refusals import BookBusy, ReferenceConflict
from app.foundation import batch
from app.foundation.database import unit_of_work

P = ParamSpec("P")
R = TypeVar("R")

ATTEMPTS = 5
SERIALIZATION_FAILURE, DEADLOCK, LOCK_TIMEOUT = "40001", "40P01", "55P03"
CONFLICT = "books.reference_conflict"
log = structlog.get_logger()

_ACT = insert(Act)
_EARLIER = select(Act.content_hash, Act.answer).where(
    Act.gerai_id == bindparam("gerai_id"), Act.reference == bindparam("reference")
)


@dataclass(frozen=True)
class Outcome(Generic[R]):
    """What an act answered, and whether it happened now (``fresh``) or had happened before."""

    answer: R
    fresh: bool = True


Operation = Callable[Concatenate[OpenBook, P], R]
Doing = Callable[Concatenate[Occasion | OpenBook, P], Outcome[R]]


def act(kind: str) -> Callable[[Operation[P, R]], Doing[P, R]]:
    """Make an operation an act of ``kind``. Its answer must be JSON: it is stored and given again.

    Raises ReferenceConflict when the reference came before with other content, BookBusy when the
    book could not be had in time; whatever the operation refuses is rolled back and not stored.
    """

    def decorate(operation: Operation[P, R]) -> Doing[P, R]:
        @wraps(operation)
        def call(occasion: Occasion | OpenBook, /, *args: P.args, **kwargs: P.kwargs) -> Outcome[R]:
            if isinstance(occasion, OpenBook):
                return Outcome(operation(occasion, *args, **kwargs))
            digest = content_hash(kind, kwargs) if occasion.reference else None
            run = _Run(kind, occasion, digest, lambda book: operation(book, *args, **kwargs))
            return cast("Outcome[R]", run.until_done())

        return call

    return decorate


@dataclass(frozen=True)
class _Run:
    kind: str
    occasion: Occasion
    digest: str | None
    operation: Callable[[OpenBook], Any]

    def until_done(self) -> Outcome[Any]:
        for attempt in range(1, ATTEMPTS + 1):
            try:
                return self._once()
            except ReferenceConflict:
                _note_conflict(self.occasion, self.digest or "")
                raise
            except PoolTimeout:
                raise BookBusy() from None
            except DBAPIError as error:
                self._wait_or_raise(error, attempt)
        raise BookBusy()

    def _wait_or_raise(self, error: DBAPIError, attempt: int) -> None:
        """Return when the act may simply run again; after a lost COMMIT its reference tells."""
        if _is_busy(error):
            raise BookBusy() from error
        lost = error.connection_invalidated and self.occasion.reference is not None
        if not (lost or _is_passing(error)) or attempt == ATTEMPTS:
            raise error
        log.warning("act runs again", kind=self.kind, attempt=attempt)
        time.sleep(random.uniform(0, 0.02 * 2**attempt))  # noqa: S311  # jitter, not a secret

    def _once(self) -> Outcome[Any]:
        with unit_of_work() as session:
            book = open_book(session, self.occasion)
            earlier = self._answered(book)
            if earlier is not None:
                return Outcome(earlier, fresh=False)
            answer = self.operation(book)
            leave_row(book, self.kind, answer, self.digest)
            return Outcome(answer)

    def _answered(self, book: OpenBook) -> Any:
        """The stored answer of this reference, looked up under the lock. Raises ReferenceConflict."""
        if self.occasion.reference is None:
            return None
        found = book.read(_EARLIER, gerai_id=book.gerai_id, reference=self.occasion.reference)
        if not found:
            return None
        digest, answer = found[0]
        if digest != self.digest:
            raise ReferenceConflict(reference=self.occasion.reference)
        return json.loads(answer)


def leave_row(book: OpenBook, kind: str, answer: Any, digest: str | None) -> None:
    """The last thing an act writes: its counters, and the row that says it happened."""
    book.session.flush()
    book.write_counters()
    row = {
        "gerai_id": book.gerai_id,
        "no": book.act_no,
        "kind": kind,
        "user_id": book.user_id,
        "at": book.at,
        "reference": book.occasion.reference,
        "content_hash": digest,
        "answer": json.dumps(answer, ensure_ascii=False),
    }
    # Before the rows that name it: SQLite would otherwise look for each of them through every table.
    batch.wait(book.connection, _ACT, [row], first=True)


def _sqlstate(error: DBAPIError) -> str | None:
    return getattr(error.orig, "sqlstate", None)


def _is_passing(error: DBAPIError) -> bool:
    return _sqlstate(error) in (SERIALIZATION_FAILURE, DEADLOCK)


def _is_busy(error: DBAPIError) -> bool:
    locked = isinstance(error, OperationalError) and "database is locked" in str(error.orig)
    return locked or _sqlstate(error) == LOCK_TIMEOUT


def _note_conflict(occasion: Occasion, digest: str) -> None:
    """Leave an act for the manager to see; once for each different content, however often it is sent."""
    noted = f"conflict:{occasion.reference}:{digest[:16]}"
    again = Occasion(occasion.gerai_id, occasion.user_id, occasion.at, noted)
    run = _Run(CONFLICT, again, digest, lambda _: {"reference": occasion.reference})
    run.until_done()


@contextmanager
def beside(book: OpenBook, gerai_id: int, kind: str) -> Iterator[OpenBook]:
    """A second gerai's book in the same transaction, with an act row of its own.

    Books are locked in the order of their ids, so ``gerai_id`` must be the higher one (ValueError).
    """
    if gerai_id <= book.gerai_id:
        raise ValueError("books are locked in the order of their ids")
    occasion = replace(book.occasion, gerai_id=gerai_id, reference=None)
    other = open_book(book.session, occasion)
    yield other
    leave_row(other, kind, {"with": [book.gerai_id, book.act_no]}, None)
