"""The guards in the database against those the migrations put there: present, unchanged and awake.

``data/guards.csv`` lists each trigger with a digest of what it does. A test holds the list against migrated
databases of both engines; ``python -m tests.guards`` writes it anew after a migration that adds guards.
"""

import csv
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.orm import Session

FILE = Path(__file__).parent / "data" / "guards.csv"
Guards = dict[tuple[str, str], str]
"""(table, trigger) -> digest."""

_SQLITE = "SELECT tbl_name, name, sql FROM sqlite_master WHERE type = 'trigger'"
_POSTGRESQL = """
SELECT c.relname, t.tgname, concat_ws(' ', t.tgtype, pg_get_expr(t.tgqual, t.tgrelid), p.prosrc)
FROM pg_trigger AS t JOIN pg_class AS c ON c.oid = t.tgrelid JOIN pg_proc AS p ON p.oid = t.tgfoid
WHERE NOT t.tgisinternal AND c.relnamespace = CAST('public' AS regnamespace)
"""
# Foreign keys are triggers too, of PostgreSQL's own; all of them can be put to sleep by the tables' owner.
_ASLEEP = """
SELECT c.relname, count(*) FROM pg_trigger AS t JOIN pg_class AS c ON c.oid = t.tgrelid
WHERE t.tgenabled NOT IN ('O', 'A') AND c.relnamespace = CAST('public' AS regnamespace) GROUP BY 1 ORDER BY 1
"""


def expected(engine: str) -> Guards:
    """The guards that the migrations put into a database of ``engine``."""
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        return {(row["table"], row["trigger"]): row["digest"] for row in rows if row["engine"] == engine}


def present(session: Session) -> Guards:
    """The guards that are in the database now."""
    sqlite = _engine(session) == "sqlite"
    rows = session.execute(text(_SQLITE if sqlite else _POSTGRESQL))
    return {(table, trigger): _digest(words) for table, trigger, words in rows}


def guard_faults(session: Session) -> Iterator[str]:
    """What is missing, other than it was, or asleep, each in words."""
    there = present(session)
    for (table, trigger), digest in sorted(expected(_engine(session)).items()):
        if (table, trigger) not in there:
            yield f"{table} has lost its guard {trigger}"
        elif there[table, trigger] != digest:
            yield f"the guard {trigger} of {table} is not the one that the migrations put there"
    if _engine(session) == "postgresql":
        for table, count in session.execute(text(_ASLEEP)):
            yield f"{count} guards or foreign keys of {table} are disabled"


def _digest(words: str) -> str:
    return sha256(" ".join(words.split()).encode()).hexdigest()[:16]


def _engine(session: Session) -> str:
    return session.connection().dialect.name
