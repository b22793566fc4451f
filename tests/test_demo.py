"""Demo life: made through the real acts, so the audit passes on it; never in a database that is lived in."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from flask_migrate import upgrade
from sqlalchemy import func, select

from app.demo import demo_accounts, district
from app.foundation.database import db
from app.gerai.models import Gerai
from app.gerai.queries import day_counts
from app.gerai.roles import Role
from app.ledger.models import Entry
from app.sales.models import Sale
from tests.conftest import Databases, application, let_go


@pytest.fixture
def empty(databases: Databases) -> Iterator[Flask]:
    """An app on an empty, migrated database."""
    app = application(databases.empty())
    with app.app_context():
        upgrade()
    yield app
    let_go(app)


def test_thirty_days_of_a_village_pass_the_audit(empty: Flask) -> None:
    runner = empty.test_cli_runner()
    made = runner.invoke(args=["demo", "make", "--size", "village"])
    assert made.exit_code == 0, made.output
    audit = runner.invoke(args=["ledger", "audit"])
    assert audit.exit_code == 0, audit.output
    with empty.app_context():
        days = db.session.scalar(select(func.count(func.distinct(Sale.posted_on))))
        assert days >= 30
        assert db.session.scalar(select(func.count()).select_from(Entry)) > 500
        yesterday = (datetime.now(UTC) + timedelta(hours=7)).date() - timedelta(days=1)
        assert day_counts(1, yesterday)["receipts"] > 10
        accounts = list(demo_accounts())
        assert len(accounts) == len(Role) + 1  # one for each role, and a second cashier


def test_a_district_of_many_gerai_passes_the_audit(empty: Flask) -> None:
    """A cut of the whole: four gerai and seven days of it, each gerai different."""
    with empty.app_context():
        done = list(district.make(datetime.now(UTC), seed=3, operating=4, days=7))
        assert len(done) == 1 + 4
        assert db.session.scalar(select(func.count()).select_from(Gerai)) == 4
        receipts = db.session.execute(select(Sale.gerai_id, func.count()).group_by(Sale.gerai_id)).all()
        assert len({count for _, count in receipts}) == 4
    audit = empty.test_cli_runner().invoke(args=["ledger", "audit"])
    assert audit.exit_code == 0, audit.output


def test_a_database_with_life_in_it_is_left_alone(empty: Flask) -> None:
    runner = empty.test_cli_runner()
    started = runner.invoke(
        args=["district", "start", "--username", "kepala", "--name", "Kepala Dinas", "--password-stdin"],
        input="lumbung-padi\n",
    )
    assert started.exit_code == 0, started.output
    refused = runner.invoke(args=["demo", "make"])
    assert refused.exit_code == 1
    quiet = runner.invoke(args=["demo", "make", "--if-empty"])
    assert (quiet.exit_code, quiet.output) == (0, "")
    with empty.app_context():
        assert list(demo_accounts()) == []
