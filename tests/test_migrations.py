"""The migrations: one numbered line, up and down and up again to the same guards, and the same tables as the models."""

import re
import sys
from pathlib import Path
from typing import Any

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from flask_migrate import downgrade, upgrade
from sqlalchemy import Connection, Inspector, inspect, text

from app.foundation.database import Base
from config import ROOT
from tests.conftest import Databases, application
from tests.ledger.raw import owner_engine
from tests.village import TestVillage

VERSIONS = ROOT / "migrations" / "versions"
POSTGRESQL_FINGERPRINT = {
    "triggers": "SELECT tgrelid::regclass::text, tgname, tgenabled, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal",
    "constraints": "SELECT conrelid::regclass::text, conname, convalidated, pg_get_constraintdef(oid) FROM pg_constraint"
    " WHERE connamespace = 'public'::regnamespace",
    "indexes": "SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'",
    "functions": "SELECT proname, pg_get_functiondef(oid), proacl::text FROM pg_proc WHERE pronamespace = 'public'::regnamespace",
    "grants": "SELECT relname, relkind::text, relacl::text FROM pg_class WHERE relnamespace = 'public'::regnamespace"
    " AND relkind IN ('r', 'S', 'v')",
    "columns": "SELECT table_name, ordinal_position, column_name, data_type, is_nullable, column_default"
    " FROM information_schema.columns WHERE table_schema = 'public'",
}
SQLITE_FINGERPRINT = {
    "everything": "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'",
}
KEPT = "alembic_version"  # the one table that stays when all migrations are undone


def rows(connection: Connection, sql: str) -> list[tuple[str, ...]]:
    found = connection.execute(text(sql.replace(":", r"\:")))
    return sorted(tuple(re.sub(r"\s+", " ", str(value)) for value in row) for row in found)


def fingerprint(url: str) -> dict[str, list[tuple[str, ...]]]:
    """Every trigger, function, CHECK, key, index, grant and column, as the database itself tells them."""
    with owner_engine(url).connect() as connection:
        queries = SQLITE_FINGERPRINT if connection.dialect.name == "sqlite" else POSTGRESQL_FINGERPRINT
        return {kind: rows(connection, sql) for kind, sql in queries.items()}


def describe(url: str) -> dict[str, dict[str, Any]]:
    """Each table as SQLAlchemy sees it: columns, keys, CHECKs and indexes, and whether SQLite clusters it."""
    with owner_engine(url).connect() as connection:
        inspector = inspect(connection)
        clustered = {}
        if connection.dialect.name == "sqlite":
            clustered = dict(connection.execute(text("SELECT name, wr FROM pragma_table_list")).all())
        return {
            table: {**_describe_table(inspector, table), "clustered": clustered.get(table)}
            for table in inspector.get_table_names()
            if table != KEPT
        }


def _describe_table(inspector: Inspector, table: str) -> dict[str, Any]:
    columns = [
        (column["name"], repr(column["type"]), column["nullable"], column["default"])
        for column in inspector.get_columns(table)
    ]
    foreign = [
        (
            key["name"],
            key["constrained_columns"],
            key["referred_table"],
            key["referred_columns"],
            key["options"],
        )
        for key in inspector.get_foreign_keys(table)
    ]
    return {
        "columns": columns,
        "primary key": inspector.get_pk_constraint(table)["constrained_columns"],
        "foreign keys": sorted(foreign, key=str),
        "unique": sorted((key["name"], key["column_names"]) for key in inspector.get_unique_constraints(table)),
        "checks": sorted((str(check["name"]), check["sqltext"]) for check in inspector.get_check_constraints(table)),
        "indexes": sorted((index["name"], index["column_names"], index["unique"], _plainly(index["dialect_options"]))
                          for index in inspector.get_indexes(table)),
    }  # fmt: skip


def _plainly(options: dict[str, Any]) -> list[tuple[str, str]]:
    return sorted((name, str(value)) for name, value in options.items())


def migrate(url: str, *directions: str) -> None:
    app = application(url)
    with app.app_context():
        for direction in directions:
            if direction == "up":
                upgrade()
            else:
                downgrade(revision="base")


def test_there_is_one_head_and_a_numbered_line_to_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(ROOT / "migrations")  # where they find their guards
    config = Config()
    config.set_main_option("script_location", str(ROOT / "migrations"))
    config.set_main_option("path_separator", "os")
    scripts = ScriptDirectory.from_config(config)
    files = sorted(path.name for path in VERSIONS.glob("*.py"))
    numbers = [name[:4] for name in files]
    assert numbers == [f"{number:04}" for number in range(1, len(files) + 1)]
    assert scripts.get_heads() == [numbers[-1]]
    downs = [scripts.get_revision(number).down_revision for number in numbers]
    assert downs == [None, *numbers[:-1]]


@pytest.mark.parametrize("path", sorted((ROOT / "migrations").rglob("*.py")), ids=lambda path: path.name)
def test_no_migration_alters_in_batches(path: Path) -> None:
    """Alembic's batch mode makes the table anew and silently drops its triggers on SQLite."""
    assert "batch_alter_table" not in path.read_text()


def test_up_down_and_up_again_leaves_the_same_guards(databases: Databases) -> None:
    url = databases.empty()
    migrate(url, "up")
    first = fingerprint(url)
    migrate(url, "down")
    left = [
        row for kind in fingerprint(url).values() for row in kind if not any(KEPT in value for value in row)
    ]
    assert left == []
    migrate(url, "up")
    assert fingerprint(url) == first
    assert all(first.values())


def test_the_models_and_the_migrations_make_the_same_tables(databases: Databases) -> None:
    from_models = databases.empty()
    with owner_engine(from_models).begin() as connection:
        Base.metadata.create_all(connection)
    migrated, made = describe(databases.template), describe(from_models)
    assert set(migrated) == set(made)
    for table, made_so in made.items():
        assert migrated[table] == made_so, table


@pytest.mark.parametrize(
    "table", ["entry", "posting", "act", "sale", "sale_line", "stock_movement", "tender"]
)
def test_what_is_written_once_is_guarded(databases: Databases, table: str) -> None:
    verbs = ("update", "delete", "replace") if databases.engine == "sqlite" else ("update", "truncate")
    kinds = fingerprint(databases.template)
    names = {row[1] for row in kinds.get("triggers", kinds.get("everything", []))}
    assert {f"{table}_no_{verb}" for verb in verbs} <= names


@pytest.mark.parametrize("databases", ["sqlite"], indirect=True)
def test_the_health_page_runs_no_migration(village: TestVillage, monkeypatch: pytest.MonkeyPatch) -> None:
    """A serving process has never put the migrations' folder on its path."""
    monkeypatch.setattr(sys, "path", [path for path in sys.path if Path(path) != ROOT / "migrations"])
    monkeypatch.delitem(sys.modules, "guards", raising=False)
    assert village.app.test_client().get("/healthz").json["migrated"] is True
