"""The database's own guards: triggers that hold the ledger's promises, on both engines.

Migrations call these and never change what a landed one meant: a new rule is a new function. Each
trigger raises with SQLSTATE 23514 on PostgreSQL, so that both engines give an IntegrityError.
"""

from alembic import op

from guards import postgresql, sqlite
from guards.checks import replace_check

__all__ = [
    "app_role",
    "append_only",
    "drop_append_only",
    "drop_ledger",
    "grant",
    "grant_sequences",
    "ledger",
    "replace_check",
]

APP_ROLE = "lumbung_app"


def _is_postgresql() -> bool:
    return op.get_bind().dialect.name == "postgresql"


def _run(statements: list[str]) -> None:
    for statement in statements:
        op.execute(statement)


def append_only(table: str, key: tuple[str, ...]) -> None:
    """Rows are inserted and never changed, deleted, replaced or truncated. ``key`` is the primary key."""
    engine = postgresql if _is_postgresql() else sqlite
    _run(engine.append_only(table, key))


def ledger() -> None:
    """The guards of book, period, account, posting and entry."""
    engine = postgresql if _is_postgresql() else sqlite
    _run(engine.LEDGER)


def drop_ledger() -> None:
    engine = postgresql if _is_postgresql() else sqlite
    _run(engine.DROP_LEDGER)


def drop_append_only(table: str) -> None:
    engine = postgresql if _is_postgresql() else sqlite
    _run(engine.drop_append_only(table))


def app_role() -> None:
    """On PostgreSQL: the role the app works as. It owns nothing; each table grants it what it needs."""
    if _is_postgresql():
        _run(postgresql.app_role(APP_ROLE))


def grant(table: str, rights: str) -> None:
    """Give the app its rights on ``table``: ``insert``, ``insert, update`` ...; it may always read."""
    if _is_postgresql():
        op.execute(f"GRANT SELECT, {rights} ON {table} TO {APP_ROLE}")


def grant_sequences() -> None:
    if _is_postgresql():
        op.execute(f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {APP_ROLE}")
