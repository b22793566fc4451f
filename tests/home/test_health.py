"""``/healthz``: well or not, for a monitor; never a stack, never a secret."""

from pathlib import Path

import pytest
from click import ClickException
from flask import Flask
from flask_migrate import upgrade
from sqlalchemy import text

from app.books import DISTRICT
from app.books.acts import act
from app.books.book import Occasion, OpenBook
from app.foundation.database import db
from app.ledger.audit import KIND, record_audit
from app.serve import _check_database
from tests.conftest import Databases, application, let_go
from tests.village import MORNING, TestVillage


@act("tests.nothing")
def nothing(_: OpenBook) -> dict[str, int]:
    return {}


def ask(app: Flask) -> tuple[int, dict[str, object]]:
    answer = app.test_client().get("/healthz")
    assert answer.is_json and answer.headers["Cache-Control"] == "no-store"
    return answer.status_code, answer.json


def owner(app: Flask) -> bool:
    """The tests' one login is the owner of everything; SQLite knows none."""
    return app.config["DATABASE_URL"].startswith("postgresql")


def audited(village: TestVillage, faults: int) -> None:
    record_audit(Occasion(DISTRICT, None, MORNING), checked={"entry": 3}, faults=faults)


def test_all_is_well(village: TestVillage) -> None:
    well = {
        "status": "ok",
        "database": True,
        "migrated": True,
        "login_owns_tables": owner(village.app),
        "audit": None,
    }
    assert ask(village.app) == (200, well)


def test_it_tells_when_the_books_were_last_audited(village: TestVillage) -> None:
    assert KIND == "ledger.audit"
    audited(village, 0)
    assert ask(village.app) == (
        200,
        {
            "status": "ok",
            "database": True,
            "migrated": True,
            "login_owns_tables": owner(village.app),
            "audit": {"at": "2026-11-23T00:00:00+00:00", "faults": 0},
        },
    )


def test_faults_in_the_books_are_an_alarm_until_an_audit_finds_none(village: TestVillage) -> None:
    audited(village, 2)
    status, found = ask(village.app)
    assert status == 503 and found["status"] == "failing" and found["audit"]["faults"] == 2
    audited(village, 0)
    assert ask(village.app)[0] == 200


def test_a_database_without_tables_is_not_migrated(databases: Databases) -> None:
    app = application(databases.empty())
    status, found = ask(app)
    assert status == 503
    assert found in (
        {"status": "failing", "database": True, "migrated": False, "login_owns_tables": None, "audit": None},
        {"status": "failing", "database": False, "migrated": False, "login_owns_tables": None, "audit": None},
    )
    let_go(app)


def test_an_older_schema_is_not_migrated(databases: Databases) -> None:
    app = application(databases.empty())
    with app.app_context():
        upgrade(revision="0004")
    assert ask(app) == (
        503,
        {
            "status": "failing",
            "database": True,
            "migrated": False,
            "login_owns_tables": owner(app),
            "audit": None,
        },
    )
    let_go(app)


@pytest.mark.parametrize(
    "url",
    [
        "sqlite:////nowhere/at/all/lumbung.db",
        "postgresql://nobody@127.0.0.1:1/nothing",
    ],
)
def test_a_database_that_is_down_is_said_calmly(url: str) -> None:
    app = application(url)
    assert ask(app) == (
        503,
        {"status": "failing", "database": False, "migrated": False, "login_owns_tables": None, "audit": None},
    )
    let_go(app)


def test_a_file_that_is_no_database_is_said_calmly(tmp_path: Path) -> None:
    broken = tmp_path / "lumbung.db"
    broken.write_text("not a database " * 100)
    app = application(f"sqlite:///{broken}")
    assert ask(app)[0] == 503
    let_go(app)


def test_it_names_no_place_no_person_and_no_version(village: TestVillage) -> None:
    audited(village, 1)
    page = village.app.test_client().get("/healthz").text
    assert all(word not in page for word in (village.code, "sqlite", "postgres", "/", "000"))
    assert db.session.scalar(text("SELECT count(*) FROM alembic_version")) == 1


def test_in_production_the_tables_owner_does_not_serve(
    village: TestVillage, monkeypatch: pytest.MonkeyPatch
) -> None:
    _check_database()
    monkeypatch.setitem(village.app.config, "PRODUCTION", True)
    if owner(village.app):
        with pytest.raises(ClickException, match="DATABASE_OWNER_URL"):
            _check_database()
    else:
        _check_database()
