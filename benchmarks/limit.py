"""The limit: the same rows, written by hand-written SQL in one transaction a sale.

The rows of real sales are read from one database and written into its twin, which stood the same
before: afterwards both must hold the same. Nothing is asked or decided here, nothing is looked up;
guards, keys, indexes and durability are those of the app. On PostgreSQL a sale is one pipeline.
"""

from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from datetime import date
from typing import Any

from app.foundation.dates import month_start
from benchmarks.places import Place

Statement = tuple[str, list[tuple[Any, ...]]]

ACT = "gerai_id, no, kind, user_id, at, reference, content_hash, answer"
ENTRY = "gerai_id, no, occurred_on, posted_on, source, source_no, reverses_no, act_no, previous_hash, hash"
POSTING = "gerai_id, entry_no, line, account, unit, subledger, amount"
SALE = (
    "gerai_id, no, number, number_repeat, shift_no, cashier_id, sold_at, clock_offset_ms, sold_on, posted_on,"
    " completed, member_claimed, total, rounding, cost, entry_no, act_no"
)
SALE_LINE = "gerai_id, sale_no, line, item_no, name, unit, quantity_milli, unit_price, discount, amount, cost"
MOVEMENT = "gerai_id, act_no, line, item_no, moved_on, quantity_milli, cost, variance, source, source_no"
TENDER = "gerai_id, source, source_no, line, shift_no, unit, kind, amount, given"

STOCK = "UPDATE stock SET quantity_milli = quantity_milli + ?, value = value + ? WHERE gerai_id = ? AND item_no = ?"
COUNTER = (
    "INSERT INTO counter (gerai_id, kind, last_no) VALUES (?, ?, ?)"
    " ON CONFLICT (gerai_id, kind) DO UPDATE SET last_no = excluded.last_no"
)
BALANCE = (
    "INSERT INTO balance (gerai_id, account, subledger, amount) VALUES (?, ?, ?, ?)"
    " ON CONFLICT (gerai_id, account, subledger) DO UPDATE SET amount = balance.amount + excluded.amount"
)
DAILY_COUNT = (
    "INSERT INTO daily_count (gerai_id, counted_on, measure, value) VALUES (?, ?, 'receipts', 1)"
    " ON CONFLICT (gerai_id, counted_on, measure) DO UPDATE SET value = daily_count.value + 1"
)


def _insert(table: str, columns: str) -> str:
    marks = ", ".join("?" for _ in columns.split(","))
    return f"INSERT INTO {table} ({columns}) VALUES ({marks})"


def _total(table: str, day: str) -> str:
    return (
        f"INSERT INTO {table} (gerai_id, {day}, account, unit, debit, credit) VALUES (?, ?, ?, ?, ?, ?)"
        f" ON CONFLICT (gerai_id, {day}, account, unit) DO UPDATE"
        f" SET debit = {table}.debit + excluded.debit, credit = {table}.credit + excluded.credit"
    )


class Hand:
    """Reads sales from ``source`` and writes them into ``target``, both plain driver connections."""

    def __init__(self, place: Place, source: Any, target: Any) -> None:
        self.place, self.source, self.target = place, source, target

    def read(self, gerai_id: int, first: int, last: int) -> list[list[Statement]]:
        """The statements of each sale from ``first`` to ``last``, with all their rows. Not timed."""
        sales = [self._sale(gerai_id, no) for no in range(first, last + 1)]
        self.source.rollback()
        return sales

    def write(self, statements: list[Statement]) -> None:
        """One sale, one transaction."""
        with self._together():
            cursor = self.target.cursor()
            if self.place.name == "SQLite":
                cursor.execute("BEGIN IMMEDIATE")
            for sql, rows in statements:
                if len(rows) == 1:
                    cursor.execute(sql, rows[0])
                else:
                    cursor.executemany(sql, rows)
            if self.place.name == "SQLite":
                cursor.execute("COMMIT")
            else:
                self.target.commit()

    def _together(self) -> AbstractContextManager[Any]:
        return nullcontext() if self.place.name == "SQLite" else self.target.pipeline()

    def _sale(self, gerai_id: int, no: int) -> list[Statement]:
        sale = self._rows("sale", SALE, "gerai_id = ? AND no = ?", gerai_id, no)
        number, posted_on, entry_no, act_no = sale[0][2], sale[0][9], sale[0][15], sale[0][16]
        postings = self._rows("posting", POSTING, "gerai_id = ? AND entry_no = ?", gerai_id, entry_no)
        moves = self._rows("stock_movement", MOVEMENT, "gerai_id = ? AND act_no = ?", gerai_id, act_no)
        register, _, seq = number.partition("-")
        counters = [("act", act_no), (f"receipt.{register}", int(seq)), ("sale", no)]
        totals = list(_totals(postings))
        # The act first: SQLite looks through every table for rows that have been waiting for it.
        statements = [
            (_insert("act", ACT), self._rows("act", ACT, "gerai_id = ? AND no = ?", gerai_id, act_no)),
            (_insert("posting", POSTING), postings),
            (
                _insert("entry", ENTRY),
                self._rows("entry", ENTRY, "gerai_id = ? AND no = ?", gerai_id, entry_no),
            ),
            (_insert("sale", SALE), sale),
            (
                _insert("sale_line", SALE_LINE),
                self._rows("sale_line", SALE_LINE, "gerai_id = ? AND sale_no = ?", gerai_id, no),
            ),
            (_insert("stock_movement", MOVEMENT), moves),
            (
                STOCK,
                sorted(((move[5], move[6], gerai_id, move[3]) for move in moves), key=lambda row: row[3]),
            ),
            (
                _insert("tender", TENDER),
                self._rows(
                    "tender", TENDER, "gerai_id = ? AND source = 'sales.sale' AND source_no = ?", gerai_id, no
                ),
            ),
            (BALANCE, list(_balances(postings))),
            (_total("daily_total", "posted_on"), [(gerai_id, posted_on, *total) for total in totals]),
            (
                _total("monthly_total", "month_on"),
                [(gerai_id, _month(posted_on), *total) for total in totals],
            ),
            (DAILY_COUNT, [(gerai_id, posted_on)]),
            (COUNTER, [(gerai_id, kind, last) for kind, last in counters]),
        ]
        return [(sql.replace("?", self.place.mark), rows) for sql, rows in statements]

    def _rows(self, table: str, columns: str, where: str, *key: Any) -> list[tuple[Any, ...]]:
        sql = f"SELECT {columns} FROM {table} WHERE {where} ORDER BY 1, 2, 3".replace("?", self.place.mark)
        return [tuple(row) for row in self.source.execute(sql, key).fetchall()]


def _month(day: date | str) -> date | str:
    return f"{day[:8]}01" if isinstance(day, str) else month_start(day)


def _balances(postings: list[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    sums: dict[tuple[Any, ...], int] = {}
    for gerai_id, _, _, account, _, subledger, amount in postings:
        key = (gerai_id, account, subledger)
        sums[key] = sums.get(key, 0) + amount
    for key in sorted(sums):
        yield (*key, sums[key])


def _totals(postings: list[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    sums: dict[tuple[str, str], list[int]] = {}
    for _, _, _, account, unit, _, amount in postings:
        sides = sums.setdefault((account, unit), [0, 0])
        sides[amount < 0] += abs(amount)
    for key in sorted(sums):
        yield (*key, *sums[key])


def rows_of(statements: list[Statement]) -> int:
    """How many rows a sale writes or changes; the book's own row, moved by a trigger, is one more."""
    return sum(len(rows) for _, rows in statements) + 1


def differences(place: Place, one: Any, other: Any) -> list[str]:
    """The tables that do not hold the same rows in both databases: there must be none."""
    return [table for table in _tables(place, one) if _content(one, table) != _content(other, table)]


def _tables(place: Place, connection: Any) -> list[str]:
    if place.name == "SQLite":
        query = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    else:
        query = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
    names = sorted(row[0] for row in connection.execute(query).fetchall())
    return [name for name in names if name != "alembic_version"]


def _content(connection: Any, table: str) -> list[tuple[Any, ...]]:
    rows = [tuple(row) for row in connection.execute(f"SELECT * FROM {table}").fetchall()]
    return sorted(rows, key=repr)
