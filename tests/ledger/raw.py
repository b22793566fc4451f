"""Writing to the ledger's tables behind the program's back: as the app's own connection, or as the tables' owner.

``Forger`` writes entries by hand, well or badly. ``set_the_stage`` gives a gerai the books that attacks start from.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

from sqlalchemy import Connection, Engine, NullPool, create_engine, text

from app.books.models import GENESIS
from app.foundation import engines
from app.ledger.chain import Link, hash_of
from app.ledger.draft import Line

SAFE, PETTY, DRAWER, GRANT = "1-1100", "1-1120", "1-1110", "3-1400"
"""Kas brankas, kas kecil, kas laci (a control account), hibah."""
LOCKED_DAY, CLOSED_DAY, TODAY, NO_PERIOD = (
    date(2026, 9, 15),
    date(2026, 10, 15),
    date(2026, 11, 23),
    date(2027, 5, 1),
)
TEN = ((SAFE, 10_000), (GRANT, -10_000))
LEDGER_TABLES = ("book", "account", "period", "act", "entry", "posting")


def app_engine(url: str) -> Engine:
    """Connections with exactly the settings (and on PostgreSQL the role) that the app works with."""
    options = engines.write_options(url)
    kept = {name: options[name] for name in ("module", "connect_args") if name in options}
    engine = create_engine(url, poolclass=NullPool, **kept)
    engines.listen(engine, read_only=False)
    return engine


def owner_engine(url: str) -> Engine:
    """Connections of the tables' owner. SQLite knows no owner: there it is the app's own connection."""
    return app_engine(url) if engines.is_sqlite(url) else create_engine(url, poolclass=NullPool)


class Forger:
    """A hand in one gerai's books. Hashes fit what is written unless another is given."""

    def __init__(self, connection: Connection, gerai_id: int) -> None:
        self.connection = connection
        self.gerai_id = gerai_id
        self.sqlite = connection.dialect.name == "sqlite"

    def run(self, sql: str, **values: Any) -> Any:
        """Run a statement; ``:g`` is the gerai."""
        words = text(sql)
        if ":g" in sql:
            values["g"] = self.gerai_id
        return self.connection.execute(words, values)

    def insert(self, table: str, **values: Any) -> None:
        names = ["gerai_id", *values]
        sql = f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join(':' + name for name in names)})"
        self.connection.execute(text(sql), {"gerai_id": self.gerai_id, **values})

    def head(self) -> tuple[int, str]:
        row = self.run("SELECT head_no, head_hash FROM book WHERE gerai_id = :g").one()
        return row[0], row[1]

    def last_act(self) -> int:
        return int(self.run("SELECT max(no) FROM act WHERE gerai_id = :g").scalar_one())

    def act(self, kind: str = "tests.act", **values: Any) -> int:
        no = self.last_act() + 1
        self.insert("act", **{"no": no, "kind": kind, "at": f"{TODAY} 00:00:00", "answer": "{}", **values})
        return no

    def posting(self, entry_no: int, number: Any, line: Any) -> None:
        """``line`` is an account and an amount, and a unit and a subledger if need be."""
        it = _line(*line)
        self.insert("posting", entry_no=entry_no, line=number, **vars(it))

    def postings(self, entry_no: int, lines: Any, first: int = 1) -> None:
        for number, line in enumerate(lines, first):
            self.posting(entry_no, number, line)

    def entry(
        self,
        no: int,
        lines: Any,
        *,
        on: date = TODAY,
        fingerprint: str | None = None,
        into: str = "entry",
        **changes: Any,
    ) -> None:
        """Insert an entry alone, its hash made over ``lines``: whatever ``postings`` was given or not."""
        row = {
            "previous_hash": self.head()[1], "gerai_id": self.gerai_id, "no": no, "act_no": changes.pop("act_no", 1),
            "occurred_on": on, "posted_on": on, "source": "tests", "source_no": "1", "reverses_no": None, **changes,
        }  # fmt: skip
        made = hash_of(Link(**row), [_line(*line) for line in lines])
        values = {**row, "hash": fingerprint or made, "occurred_on": str(on), "posted_on": str(on)}
        values.pop("gerai_id")
        self.insert(into, **values)

    def book(self, lines: Any = TEN, **changes: Any) -> int:
        """Postings, then their entry, after the last one; its number."""
        no = changes.pop("no", self.head()[0] + 1)
        self.postings(no, lines)
        self.entry(no, lines, **changes)
        return no


def _line(account: str, amount: Any, unit: str = "TOKO", subledger: str = "") -> Line:
    return Line(account, unit, amount, subledger)


def set_the_stage(forger: Forger) -> None:
    """Three honest entries, the third reversing the first; September locked, October closed, November open.

    And an empty book, number 99, on which nothing hangs.
    """
    forger.run(
        "INSERT INTO book (gerai_id, head_no, head_hash, opened_at) SELECT 99, 0, head_hash, opened_at FROM book WHERE gerai_id = 0"
    )
    for state, first, last in (
        ("locked", "2026-09-01", "2026-09-30"),
        ("closed", "2026-10-01", "2026-10-31"),
    ):
        forger.insert("period", starts_on=first, ends_on=last, state=state, state_act_no=1)
    forger.act(reference="tests-reference", content_hash="0" * 64)
    forger.book()
    forger.book([(SAFE, 5_000, "KANTOR"), (PETTY, 2_000), (SAFE, -2_000), (GRANT, -5_000, "KANTOR")])
    forger.book([(SAFE, -10_000), (GRANT, 10_000)], reverses_no=1)


def contents(connection: Connection) -> dict[str, list[Any]]:
    """All rows of the ledger's tables: to see whether an attack has changed anything."""
    return {
        table: sorted(map(str, connection.execute(text(f"SELECT * FROM {table}")))) for table in LEDGER_TABLES
    }


@contextmanager
def holding(engine: Engine, gerai_id: int, isolation: str | None = None) -> Iterator[Forger]:
    """A forger with a transaction of its own, to be committed by the test; rolled back if it is not."""
    with engine.connect() as connection:
        if isolation:
            connection.execution_options(isolation_level=isolation)
        yield Forger(connection, gerai_id)


__all__ = ["GENESIS", "Forger", "app_engine", "contents", "holding", "owner_engine", "set_the_stage"]
