"""The audit looks at the guards themselves: whoever took one away, or put it to sleep, is found out."""

import pytest
from sqlalchemy import text

from app.foundation.database import db
from app.ledger.audit import GUARDS, audit
from app.ledger.guards import expected, present
from tests.conftest import Databases, application, let_go
from tests.ledger.raw import owner_engine
from tests.village import TestVillage


def found_after(village: TestVillage, *statements: str) -> list[str]:
    with owner_engine(village.app.config["DATABASE_URL"]).begin() as connection:
        for statement in statements:
            connection.execute(text(statement))
    with village.app.app_context():
        found = [fault.text for fault in audit().faults if fault.check == GUARDS]
        db.session.remove()
    return found


def test_the_list_is_what_the_migrations_put_there(databases: Databases) -> None:
    """After a migration that adds or changes guards: ``python -m tests.guards``."""
    app = application(databases.template)
    with app.app_context():
        assert present(db.session()) == expected(databases.engine)
        db.session.remove()
    let_go(app)


def test_every_guard_is_there_and_awake(village: TestVillage) -> None:
    report = audit()
    assert GUARDS in report.rules and report.of(GUARDS) == 0
    assert GUARDS not in audit(village.gerai_id).rules, "they belong to no single book"


@pytest.mark.parametrize("guard", ["entry_is_sound", "posting_no_update"])
def test_a_guard_that_was_dropped_is_missed(own_village: TestVillage, guard: str) -> None:
    table = guard.partition("_")[0]
    on = "" if own_village.app.config["DATABASE_URL"].startswith("sqlite") else f" ON {table}"
    assert found_after(own_village, f"DROP TRIGGER {guard}{on}") == [f"{table} has lost its guard {guard}"]


@pytest.mark.parametrize("databases", ["sqlite"], indirect=True)
def test_a_guard_that_was_made_toothless_is_known_on_sqlite(own_village: TestVillage) -> None:
    made = "CREATE TRIGGER act_no_delete BEFORE DELETE ON act BEGIN SELECT 1; END"
    [fault] = found_after(own_village, "DROP TRIGGER act_no_delete", made)
    assert "act_no_delete of act is not the one" in fault


@pytest.mark.parametrize("databases", ["postgresql"], indirect=True)
def test_a_guard_that_was_made_toothless_is_known_on_postgresql(own_village: TestVillage) -> None:
    empty = (
        "CREATE OR REPLACE FUNCTION entry_guard() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'"
    )
    [fault] = found_after(own_village, empty)
    assert "entry_is_sound of entry is not the one" in fault


@pytest.mark.parametrize("databases", ["postgresql"], indirect=True)
def test_guards_put_to_sleep_are_found(own_village: TestVillage) -> None:
    found = found_after(own_village, "ALTER TABLE posting DISABLE TRIGGER ALL")
    assert len(found) == 1 and "of posting are disabled" in found[0]


@pytest.mark.parametrize("databases", ["postgresql"], indirect=True)
def test_one_guard_put_to_sleep_is_found(own_village: TestVillage) -> None:
    [fault] = found_after(own_village, "ALTER TABLE act DISABLE TRIGGER act_no_update")
    assert fault == "1 guards or foreign keys of act are disabled"
