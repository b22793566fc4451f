"""A CHECK put in place of another on a table that already holds rows, without rebuilding the table.

Alembic's batch mode would copy the table and silently lose its triggers and the keys that point at it. A CHECK
is not part of how SQLite stores a row, so its text may be changed where the schema keeps it: the procedure of
section 7 of https://sqlite.org/lang_altertable.html.
"""

from alembic import op
from sqlalchemy import text

_SCHEMA = "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = :table"
_CHANGE = "UPDATE sqlite_schema SET sql = :sql WHERE type = 'table' AND name = :table"


def replace_check(table: str, name: str, old: str, new: str) -> None:
    """Let the constraint ``name`` of ``table`` say ``new`` where it said ``old`` (SQL, without CHECK and brackets).

    Raises LookupError when the table's schema does not hold the constraint as ``old`` has it, and
    RuntimeError when rows that are already there break the new one.
    """
    if op.get_bind().dialect.name == "postgresql":
        op.execute(f"ALTER TABLE {table} DROP CONSTRAINT {name}, ADD CONSTRAINT {name} CHECK ({new})")
        return
    _replace_on_sqlite(table, f"CONSTRAINT {name} CHECK ({old})", f"CONSTRAINT {name} CHECK ({new})")


def _replace_on_sqlite(table: str, old: str, new: str) -> None:
    connection = op.get_bind()
    schema = connection.execute(text(_SCHEMA), {"table": table}).scalar_one()
    if schema.count(old) != 1:
        raise LookupError(f"{table} has no {old}")
    version = connection.execute(text("PRAGMA schema_version")).scalar_one()
    connection.execute(text("PRAGMA writable_schema = ON"))
    connection.execute(text(_CHANGE), {"table": table, "sql": schema.replace(old, new)})
    connection.execute(text(f"PRAGMA schema_version = {version + 1}"))
    connection.execute(text("PRAGMA writable_schema = RESET"))
    broken = connection.execute(text(f"PRAGMA quick_check({table})")).scalars().all()
    if broken != ["ok"]:
        raise RuntimeError(f"{table}: {broken}")
