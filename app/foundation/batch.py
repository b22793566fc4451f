"""Writes that wait, and go to the database together just before somebody reads, or at the end of the act.

A sale writes a dozen tables. Sent one by one through SQLAlchemy that costs more than the database
does; here each statement is compiled once and given to the driver, on PostgreSQL all of them in one
pipeline (figures: docs/benchmarks.md). Whatever is read on the same connection sends what waits first,
so an act always sees its own writes.
"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, closing, nullcontext
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Engine, event
from sqlalchemy.engine import Dialect
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql.expression import Executable
from sqlalchemy.types import TypeEngine

from app.foundation.types import Whole, whole_only

Row = Mapping[str, Any]
WAITING = "lumbung.waiting"
Processor = Callable[[Any], Any]


class Prepared:
    """A statement compiled for one dialect and one set of columns."""

    def __init__(self, statement: Any, dialect: Dialect, names: tuple[str, ...]) -> None:
        compiled = statement.compile(dialect=dialect, column_keys=list(names))
        unknown = set(compiled.binds) - set(names)
        if unknown:
            raise TypeError(f"every column needs its value here, also {', '.join(sorted(unknown))}")
        self.sql = str(compiled)
        self.order = tuple(compiled.positiontup or compiled.binds)
        self.by_name = not compiled.positiontup
        # Found once: a sale's rows pass here some fifty times.
        self.processors: list[tuple[int, Processor]] = []
        for place, name in enumerate(self.order):
            process = _processor(compiled.binds[name].type, dialect)
            if process is not None:
                self.processors.append((place, process))

    def parameters(self, row: Row) -> Any:
        values = [row[name] for name in self.order]
        for place, process in self.processors:
            values[place] = process(values[place])
        return dict(zip(self.order, values, strict=True)) if self.by_name else values


def _processor(type_: TypeEngine[Any], dialect: Dialect) -> Processor | None:
    return whole_only if isinstance(type_, Whole) else type_.dialect_impl(dialect).bind_processor(dialect)


@lru_cache(maxsize=512)
def _prepared(statement: Any, dialect: Dialect, names: tuple[str, ...]) -> Prepared:
    return Prepared(statement, dialect, names)


def wait(connection: Connection, statement: Executable, rows: Sequence[Row], *, first: bool = False) -> None:
    """Let one statement wait with all its rows; their types are checked now. Raises TypeError.

    ``first`` puts it before all that waits: a row that others point at.
    """
    if rows:
        prepared = _prepared(statement, connection.dialect, tuple(rows[0]))
        waiting = connection.info.setdefault(WAITING, [])
        place = 0 if first else len(waiting)
        waiting.insert(place, (prepared.sql, [prepared.parameters(row) for row in rows]))


def send(connection: Connection) -> None:
    """Send what waits, in the order it came. Raises what SQLAlchemy would raise."""
    waiting = connection.info.pop(WAITING, None)
    if not waiting:
        return
    driver: Any = connection.connection.driver_connection
    try:
        with _together(connection, driver), closing(driver.cursor()) as cursor:
            for sql, parameters in waiting:
                if len(parameters) == 1:
                    cursor.execute(sql, parameters[0])
                else:
                    cursor.executemany(sql, parameters)
    except connection.dialect.loaded_dbapi.Error as error:
        raise _as_sqlalchemy(error, connection) from error


def ask(connection: Connection, statement: Executable, **values: Any) -> list[tuple[Any, ...]]:
    """The rows of a SELECT, straight from the driver, after sending what waits.

    Only for columns that both drivers give as they are, numbers and texts: nothing is converted.
    Raises what SQLAlchemy would raise.
    """
    send(connection)
    prepared = _prepared(statement, connection.dialect, tuple(values))
    driver: Any = connection.connection.driver_connection
    try:
        with closing(driver.cursor()) as cursor:
            cursor.execute(prepared.sql, prepared.parameters(values))
            return list(cursor.fetchall())
    except connection.dialect.loaded_dbapi.Error as error:
        raise _as_sqlalchemy(error, connection) from error


def forget(connection: Connection) -> None:
    """Drop what waits, because its transaction is rolled back. A lost connection took it along."""
    if not connection.invalidated:
        connection.info.pop(WAITING, None)


def _together(connection: Connection, driver: Any) -> AbstractContextManager[Any]:
    return driver.pipeline() if connection.dialect.name == "postgresql" else nullcontext()


def _as_sqlalchemy(error: Exception, connection: Connection) -> BaseException:
    dialect = connection.dialect
    lost = dialect.is_disconnect(error, connection.connection, None)  # type: ignore[arg-type]
    if lost:
        connection.invalidate(error)
    return DBAPIError.instance(
        None, None, error, dialect.loaded_dbapi.Error, connection_invalidated=lost, dialect=dialect
    )


def listen(engine: Engine) -> None:
    """Send what waits before any other statement of the connection, and drop it on rollback."""

    def before(connection: Connection, *_: Any) -> None:
        if connection.info.get(WAITING):
            send(connection)

    event.listen(engine, "before_cursor_execute", before)
    event.listen(engine, "rollback", forget)
    event.listen(engine, "rollback_savepoint", lambda connection, *_: forget(connection))
    event.listen(engine, "commit", before)
