"""Where databases live: SQLite in a folder, PostgreSQL out of pip, both as durable as in a shop."""

import os
import shutil
import tempfile
import time
from abc import ABC, abstractmethod
from pathlib import Path
from typing import Any

import psycopg
from sqlalchemy import make_url

from app.foundation.engines import POSTGRESQL_SETTINGS, SQLITE_SETTINGS, sqlite_module
from tests.engines import PostgresServer


class Place(ABC):
    """Databases on one engine. ``mark`` is how its driver writes a parameter."""

    name: str
    mark: str

    @abstractmethod
    def url(self, database: str) -> str:
        """Of a new, empty database."""

    @abstractmethod
    def copy(self, template: str, database: str) -> str:
        """Of a new copy of a database that nobody is connected to."""

    @abstractmethod
    def connect(self, url: str) -> Any:
        """A plain driver connection with the settings the app itself uses."""

    @abstractmethod
    def version(self) -> str: ...

    @abstractmethod
    def close(self) -> None: ...

    def analyze(self, url: str) -> None:
        """Let the planner know the tables: without it no figure means anything."""
        with self.owner(url) as connection:
            connection.execute("ANALYZE")

    @abstractmethod
    def owner(self, url: str) -> Any:
        """A connection of the owner of the tables, which commits by itself."""


class Sqlite(Place):
    name, mark = "SQLite", "?"

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="lumbung-bench-"))

    def url(self, database: str) -> str:
        return f"sqlite:///{self.folder / database}.db"

    def copy(self, template: str, database: str) -> str:
        shutil.copy(self.folder / f"{template}.db", self.folder / f"{database}.db")
        return self.url(database)

    def connect(self, url: str) -> Any:
        connection = sqlite_module().connect(make_url(url).database, isolation_level=None)
        for name, value in SQLITE_SETTINGS.items():
            connection.execute(f"PRAGMA {name}={value}")
        return connection

    def owner(self, url: str) -> Any:
        return _Closing(self.connect(url))

    def version(self) -> str:
        return str(sqlite_module().sqlite_version)

    def close(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)


class Postgres(Place):
    name, mark = "PostgreSQL", "%s"

    def __init__(self) -> None:
        self.server = PostgresServer(durable=True)

    def url(self, database: str) -> str:
        return self.server.create_database(database)

    def copy(self, template: str, database: str) -> str:
        return self.server.create_database(database, template)

    def connect(self, url: str) -> Any:
        settings = " ".join(f"-c {name}={value}" for name, value in POSTGRESQL_SETTINGS.items())
        return psycopg.connect(url, options=settings)

    def owner(self, url: str) -> Any:
        return psycopg.connect(url, autocommit=True)

    def version(self) -> str:
        with psycopg.connect(self.server.url("postgres")) as connection:
            number = connection.info.server_version
        return f"{number // 10000}.{number % 10000}"

    def close(self) -> None:
        self.server.stop()


class _Closing:
    """A connection that closes at the end of its block, as psycopg's does and SQLite's does not."""

    def __init__(self, connection: Any) -> None:
        self.connection = connection

    def __enter__(self) -> Any:
        return self.connection

    def __exit__(self, *_: object) -> None:
        self.connection.close()


def sync_milliseconds(times: int = 20) -> float:
    """What it takes this machine to put 4 kB on its disk: the floor under every commit."""
    with tempfile.NamedTemporaryFile() as file:
        started = time.perf_counter()
        for _ in range(times):
            file.write(b"\0" * 4096)
            file.flush()
            os.fsync(file.fileno())
        return (time.perf_counter() - started) * 1000 / times
