"""Databases for the tests: both engines, migrated once, rolled back after each test.

``village`` gives the test village inside one outer transaction on one connection; whatever the test
commits is a savepoint and is gone afterwards. Tests with threads, processes or a browser take
``own_village``: a copy of the database for themselves.
"""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from flask import Flask, g, has_app_context
from flask.testing import FlaskClient
from flask_login import FlaskLoginClient
from flask_migrate import upgrade
from sqlalchemy import event

from app import create_app
from app.access import sessions
from app.access.models import User
from app.foundation.database import RoutingSession, db, unit_of_work
from tests import village as test_village
from tests.engines import PostgresServer
from tests.village import TestVillage

SETTINGS: dict[str, Any] = {
    "TESTING": True,
    "WTF_CSRF_ENABLED": False,  # tests of CSRF itself turn it on
    "RATELIMIT_ENABLED": False,  # tests of the throttle itself turn it on
    "LOG_LEVEL": "ERROR",
}
os.environ.pop("DATABASE_URL", None)


class Databases:
    """Makes databases on one engine: one migrated template, and copies of it."""

    def __init__(self, engine: str) -> None:
        self.engine = engine
        self.folder = Path(tempfile.mkdtemp(prefix="lumbung-tests-"))
        self.server = PostgresServer() if engine == "postgresql" else None
        self.made = 0
        self.template = self._new_url("template")

    def _new_url(self, name: str, template: str | None = None) -> str:
        if self.server is not None:
            return self.server.create_database(name, template)
        path = self.folder / f"{name}.db"
        if template is not None:
            shutil.copy(self.folder / f"{template}.db", path)
        return f"sqlite:///{path}"

    def empty(self) -> str:
        """The URL of a new database with nothing in it."""
        self.made += 1
        return self._new_url(f"empty{self.made}")

    def copy(self) -> str:
        """The URL of a new database that holds the test village."""
        self.made += 1
        return self._new_url(f"copy{self.made}", "template")

    def stop(self) -> None:
        if self.server is not None:
            self.server.stop()
        shutil.rmtree(self.folder, ignore_errors=True)


class Browser(FlaskLoginClient):
    """A client that starts each request afresh.

    In ``village`` requests run inside the test's own application context; without this the second
    user of a test would be taken for the first.
    """

    def open(self, *args: Any, **kwargs: Any) -> Any:
        for name in list(g) if has_app_context() else ():
            g.pop(name)
        return super().open(*args, **kwargs)


def application(url: str, **settings: Any) -> Flask:
    app = create_app({**SETTINGS, "DATABASE_URL": url, "DATABASE_OWNER_URL": url, **settings})
    app.test_client_class = Browser
    return app


def let_go(app: Flask) -> None:
    """Close every connection, so that a database can be copied or dropped."""
    with app.app_context():
        for engine in db.engines.values():
            engine.dispose()


@contextmanager
def made_databases(engine: str) -> Iterator[Databases]:
    """The template of one engine with the test village in it, for as long as the context lasts."""
    made = Databases(engine)
    app = application(made.template)
    with app.app_context():
        upgrade()
        test_village.build(app)
    let_go(app)
    try:
        yield made
    finally:
        made.stop()


@pytest.fixture(scope="session")
def databases_of() -> Iterator[Callable[[str], Databases]]:
    """Each engine's databases, made once: pytest comes back to an engine with every file of tests."""
    with ExitStack() as stack:
        yield cache(lambda engine: stack.enter_context(made_databases(engine)))


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def databases(request: pytest.FixtureRequest, databases_of: Callable[[str], Databases]) -> Databases:
    return databases_of(request.param)


@pytest.fixture(scope="session")
def shared_app(databases: Databases) -> Iterator[Flask]:
    app = application(databases.copy())
    yield app
    let_go(app)


@pytest.fixture
def app(shared_app: Flask, monkeypatch: pytest.MonkeyPatch) -> Iterator[Flask]:
    """The app with everything it does inside one transaction that is rolled back at the end."""
    with shared_app.app_context():
        connection = db.engines[None].connect()
    outer = connection.begin()
    monkeypatch.setattr(RoutingSession, "get_bind", lambda self, *a, **k: connection)
    db.session.session_factory.configure(join_transaction_mode="create_savepoint")

    def check_deferred(session: Any) -> None:
        # The outer transaction never commits, so deferred foreign keys would never be looked at.
        if not session.info.get("writing"):
            return
        session.flush()
        if connection.dialect.name == "sqlite":
            assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
        else:
            connection.exec_driver_sql("SET CONSTRAINTS ALL IMMEDIATE")
            connection.exec_driver_sql("SET CONSTRAINTS ALL DEFERRED")

    event.listen(RoutingSession, "before_commit", check_deferred)
    yield shared_app
    event.remove(RoutingSession, "before_commit", check_deferred)
    db.session.session_factory.configure(join_transaction_mode="conditional_savepoint")
    outer.rollback()
    connection.close()


@pytest.fixture
def village(app: Flask) -> Iterator[TestVillage]:
    """Desa Sukamaju, with an application context pushed; all of it is undone after the test."""
    with app.app_context():
        yield test_village.find(app)
        db.session.remove()


@pytest.fixture
def own_village(databases: Databases) -> Iterator[TestVillage]:
    """Desa Sukamaju in a database of its own, for threads, processes and browsers."""
    app = application(databases.copy())
    with app.app_context():
        found = test_village.find(app)
        db.session.remove()
    yield found
    let_go(app)


@contextmanager
def signed_in_as(app: Flask, user_id: int) -> Iterator[FlaskClient]:
    """A client whose session is this user's, without the cost of a password."""
    with app.app_context():
        with unit_of_work() as unit:
            user = unit.get_one(User, user_id)
            signed_in = sessions.start(unit, user, at=datetime.now(UTC), address="", agent="")
        client = app.test_client(user=signed_in, fresh_login=True)
        db.session.remove()
    with client:
        yield client
