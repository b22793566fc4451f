"""The app's connections: what they must be set to, and what the app's role may not do on PostgreSQL."""

from pathlib import Path

import pytest
from sqlalchemy import NullPool, create_engine, text
from sqlalchemy.exc import DBAPIError

from app.foundation import engines
from tests.conftest import Databases
from tests.ledger.raw import app_engine, owner_engine

MAY_NOT = (
    "ALTER TABLE posting DISABLE TRIGGER ALL",
    "DROP TRIGGER entry_is_sound ON entry",
    "ALTER TABLE posting DROP CONSTRAINT ck_posting_amount_not_zero",
    "ALTER TABLE posting ALTER COLUMN amount TYPE numeric",
    "ALTER TABLE entry RENAME TO entry_before",
    "DROP TABLE posting",
    "DROP INDEX uq_entry_reverses",
    "CREATE OR REPLACE FUNCTION entry_guard() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
    "CREATE TRIGGER mine BEFORE INSERT ON posting FOR EACH ROW EXECUTE FUNCTION entry_guard()",
    "CREATE RULE mine AS ON INSERT TO posting DO INSTEAD NOTHING",
    "CREATE TABLE public.mine (gerai_id integer)",
    "UPDATE posting SET amount = amount",
    "DELETE FROM account",
    "TRUNCATE act CASCADE",
    "DELETE FROM period",
)


@pytest.mark.parametrize("databases", ["postgresql"], indirect=True)
@pytest.mark.parametrize("statement", MAY_NOT)
def test_the_apps_role_may_not(databases: Databases, statement: str) -> None:
    refused = pytest.raises(DBAPIError, match=r"permission denied|must be owner")
    with app_engine(databases.template).connect() as connection, refused:
        connection.execute(text(statement))


@pytest.mark.parametrize("databases", ["postgresql"], indirect=True)
@pytest.mark.parametrize(
    "statement", [words for words in MAY_NOT if words.split()[0] in ("ALTER", "DROP", "CREATE")]
)
def test_the_owner_may(databases: Databases, statement: str) -> None:
    with owner_engine(databases.template).connect() as connection:
        connection.execute(text(statement))
        connection.rollback()


@pytest.mark.parametrize("databases", ["postgresql"], indirect=True)
def test_the_app_does_not_open_as_the_owner_of_its_tables(databases: Databases) -> None:
    engine = create_engine(databases.template, poolclass=NullPool)
    engines.listen(engine, read_only=False)
    with pytest.raises(engines.SettingRefused, match="owns tables"), engine.connect():
        pass


def test_sqlite_does_not_open_without_its_settings() -> None:
    with pytest.raises(engines.SettingRefused, match="journal_mode"), app_engine("sqlite://").connect():
        pass  # a database in memory has no write-ahead log


def test_a_reader_on_sqlite_cannot_write(tmp_path: Path) -> None:
    engine = create_engine(
        f"sqlite:///{tmp_path / 'x.db'}", module=engines.sqlite_module(), poolclass=NullPool
    )
    engines.listen(engine, read_only=True)
    with engine.connect() as connection, pytest.raises(DBAPIError, match="readonly"):
        connection.execute(text("CREATE TABLE mine (x INTEGER)"))
