"""The shop of the drills, on both engines, with PostgreSQL as durable as it comes."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from flask import Flask
from flask_migrate import upgrade

from tests.conftest import application, let_go
from tests.drills.shop import Shop, build_in
from tests.engines import PostgresServer


@dataclass
class Drill:
    app: Flask
    url: str
    shop: Shop


@pytest.fixture(params=["sqlite", "postgresql"])
def drill(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Drill]:
    if request.param == "sqlite":
        yield from _made(f"sqlite:///{tmp_path / 'drill.db'}")
        return
    with PostgresServer(durable=True) as server:
        yield from _made(server.create_database("drill"))


def _made(url: str) -> Iterator[Drill]:
    app = application(url)
    with app.app_context():
        upgrade()
    yield Drill(app, url, build_in(app, tills=4, items=60))
    let_go(app)
