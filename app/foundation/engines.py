"""How the engines are set up, exactly, and read back when a connection opens."""

import importlib
from types import ModuleType
from typing import Any

from sqlalchemy import Connection, Engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.pool import QueuePool

APP_ROLE = "lumbung_app"
"""On PostgreSQL the app works as this role: it owns no table, so it can drop no guard."""

SQLITE_SETTINGS: dict[str, str | int] = {
    "journal_mode": "wal",
    "synchronous": 2,  # FULL: with NORMAL a power cut took acknowledged sales with it
    "foreign_keys": 1,
    "recursive_triggers": 1,  # without it INSERT OR REPLACE walks past the append-only triggers
    "busy_timeout": 10000,
}
POSTGRESQL_SETTINGS = {
    "role": APP_ROLE,
    "lock_timeout": "10s",
    "statement_timeout": "60s",
    "idle_in_transaction_session_timeout": "60s",
    "timezone": "UTC",
}


QUIET = {"hide_parameters": True}
"""A failing statement is logged without its values: they name people."""


class SettingRefused(RuntimeError):
    """A connection came up without a setting that the ledger's promises depend on."""


def sqlite_module() -> ModuleType:
    """The bundled SQLite where a wheel exists: distributions ship versions with a WAL-reset bug."""
    try:
        return importlib.import_module("pysqlite3.dbapi2")
    except ImportError:
        return importlib.import_module("sqlite3.dbapi2")


def is_sqlite(url: str) -> bool:
    return make_url(url).get_backend_name() == "sqlite"


def write_options(url: str) -> dict[str, Any]:
    if is_sqlite(url):
        # One writing connection: writers queue here, fairly, instead of spinning on the file's lock.
        return {**_sqlite_options(), "pool_size": 1, "max_overflow": 0, "pool_timeout": 30}
    # No ping before a write: an act that finds its connection lost runs again by itself.
    return {**_postgresql_options(), "pool_size": 10, "max_overflow": 10}


def read_options(url: str) -> dict[str, Any]:
    if is_sqlite(url):
        return {**_sqlite_options(), "pool_size": 10, "max_overflow": 10}
    # Repeatable read: a page of several queries sees one moment. May point at a replica later.
    reading = {"postgresql_readonly": True, "isolation_level": "REPEATABLE READ"}
    return {
        **_postgresql_options(),
        "pool_size": 10,
        "max_overflow": 10,
        "pool_pre_ping": True,
        "execution_options": reading,
    }


def _sqlite_options() -> dict[str, Any]:
    connect = {"isolation_level": None, "check_same_thread": False}
    return {"module": sqlite_module(), "poolclass": QueuePool, "connect_args": connect, **QUIET}


def _postgresql_options() -> dict[str, Any]:
    settings = " ".join(f"-c {name}={value}" for name, value in POSTGRESQL_SETTINGS.items())
    return {"connect_args": {"options": settings}, **QUIET}


def listen(engine: Engine, *, read_only: bool) -> None:
    """Set and read back every connection of ``engine``; on SQLite also say our own BEGIN."""
    if engine.dialect.name != "sqlite":
        event.listen(engine, "connect", _check_postgresql)
        return

    def connect(connection: Any, _: object) -> None:
        for name, value in SQLITE_SETTINGS.items():
            connection.execute(f"PRAGMA {name}={value}")
        connection.execute(f"PRAGMA query_only={int(read_only)}")
        _check_sqlite(connection)

    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN" if read_only else "BEGIN IMMEDIATE")

    event.listen(engine, "connect", connect)
    event.listen(engine, "begin", begin)


def _check_sqlite(connection: Any) -> None:
    for name, value in SQLITE_SETTINGS.items():
        found = connection.execute(f"PRAGMA {name}").fetchone()[0]
        if found != value:
            raise SettingRefused(f"SQLite keeps {name} at {found!r}; {value!r} is needed")


def _check_postgresql(connection: Any, _: object) -> None:
    owned = connection.execute(
        "SELECT count(*) FROM pg_class WHERE relkind = 'r' AND relowner = current_user::regrole"
        " AND relnamespace = current_schema()::regnamespace"
    ).fetchone()[0]
    connection.rollback()
    if owned:
        raise SettingRefused("the app's PostgreSQL role owns tables; it must own none")
