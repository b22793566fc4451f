"""The attacks: what is tried with plain SQL, what the database answers, and which guard it is that answers.

Each is refused as the database stands, and succeeds once its guards are dropped by the owner of the tables.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import psycopg
from sqlalchemy.exc import IntegrityError

from tests.ledger.raw import (
    CLOSED_DAY,
    DRAWER,
    GENESIS,
    GRANT,
    LOCKED_DAY,
    NO_PERIOD,
    PETTY,
    SAFE,
    TEN,
    TODAY,
    Forger,
)


@dataclass(frozen=True)
class Guard:
    """One trigger, constraint or index, and how its owner drops it.

    SQLite cannot drop a CHECK or a foreign key of a table that stands: there its pragma stands in for that.
    """

    name: str
    table: str = ""
    kind: str = "trigger"

    def drop(self, sqlite: bool) -> str:
        if self.kind in ("trigger", "index"):
            on = f" ON {self.table}" if self.kind == "trigger" and not sqlite else ""
            return f"DROP {self.kind} {self.name}{on}"
        if not sqlite:
            return f"ALTER TABLE {self.table} DROP CONSTRAINT {self.name} CASCADE"
        return {"check": "PRAGMA ignore_check_constraints = ON", "foreign key": "PRAGMA foreign_keys = OFF"}[
            self.kind
        ]


def trigger(name: str, table: str) -> Guard:
    return Guard(name, table)


def check(table: str, rule: str) -> Guard:
    return Guard(f"ck_{table}_{rule}", table, "check")


def foreign(table: str, rest: str) -> Guard:
    return Guard(f"fk_{table}_{rest}", table, "foreign key")


ENTRY_IS_SOUND = trigger("entry_is_sound", "entry")
MIRROR = trigger("entry_mirrors_what_it_reverses", "entry")  # on PostgreSQL a part of entry_is_sound
BEFORE_ITS_ENTRY = trigger("posting_before_its_entry", "posting")
ONE_REVERSAL = Guard("uq_entry_reverses", kind="index")
ORPHAN = foreign("posting", "gerai_id_entry_no_entry")


def unchanging(table: str) -> dict[str, tuple[Guard, ...]]:
    """The guards against changing and deleting rows."""
    return {
        "sqlite": tuple(trigger(f"{table}_no_{verb}", table) for verb in ("update", "delete", "replace")),
        "postgresql": (trigger(f"{table}_no_update", table),),
    }


@dataclass(frozen=True)
class Attack:
    """``says`` is what the refusal says, on one engine or both; ``guards`` are all that stand in the way."""

    name: str
    strike: Callable[[Forger], Any]
    says: str
    guards: dict[str, tuple[Guard, ...]]
    says_postgresql: str | None = None

    def expected(self, engine: str) -> str:
        return self.says_postgresql or self.says if engine == "postgresql" else self.says


def attack(
    name: str,
    strike: Callable[[Forger], Any],
    says: str,
    *guards: Guard,
    postgresql: Sequence[Guard] | None = None,
    says_postgresql: str | None = None,
    by_engine: dict[str, tuple[Guard, ...]] | None = None,
) -> Attack:
    both = {"sqlite": guards, "postgresql": guards if postgresql is None else tuple(postgresql)}
    return Attack(name, strike, says, by_engine or both, says_postgresql)


def sql(*statements: str) -> Callable[[Forger], None]:
    def strike(forger: Forger) -> None:
        for statement in statements:
            forger.run(statement)

    return strike


def _of_another_gerai(forger: Forger) -> None:
    forger.run(
        "INSERT INTO account (gerai_id, code, name, kind, contra, control, section)"
        " VALUES (2, '9-9999', 'Milik tetangga', 'ASSET', false, false, 'current_asset')"
    )
    forger.book([("9-9999", 10_000), (GRANT, -10_000)])


def _late_lines(forger: Forger) -> None:
    forger.postings(3, [(SAFE, 500), (GRANT, -500)], first=3)


def _replaced_postings(forger: Forger) -> None:
    forger.run(
        "INSERT INTO posting (gerai_id, entry_no, line, account, unit, subledger, amount)"
        f" VALUES (:g, 1, 1, '{SAFE}', 'TOKO', '', 90000), (:g, 1, 2, '{GRANT}', 'TOKO', '', -90000)"
        " ON CONFLICT (gerai_id, entry_no, line) DO UPDATE SET amount = excluded.amount"
    )


def _moved_entry(forger: Forger) -> None:
    forger.run(
        "INSERT INTO entry (gerai_id, no, occurred_on, posted_on, source, source_no, act_no, previous_hash, hash)"
        " SELECT gerai_id, no, occurred_on, '2026-11-24', source, source_no, act_no, previous_hash, hash"
        " FROM entry WHERE gerai_id = :g AND no = 1"
        " ON CONFLICT (gerai_id, no) DO UPDATE SET posted_on = excluded.posted_on"
    )


def _other_answer(forger: Forger) -> None:
    forger.run(
        "INSERT INTO act (gerai_id, no, kind, at, answer) VALUES (:g, 1, 'tests.act', '2026-11-23 00:00:00', 'x')"
        " ON CONFLICT (gerai_id, no) DO UPDATE SET answer = excluded.answer"
    )


def _deleted_entry(forger: Forger) -> None:
    forger.run("DELETE FROM posting WHERE gerai_id = :g AND entry_no = 3")
    forger.run("DELETE FROM entry WHERE gerai_id = :g AND no = 3")


BOTH = (
    # The entry as a whole
    attack("an entry that does not balance", lambda f: f.book([(SAFE, 10_000), (GRANT, -9_999)]),
           "does not balance in each unit", ENTRY_IS_SOUND),
    attack("an entry that balances as a whole and not in its units",
           lambda f: f.book([(SAFE, 10_000, "TOKO"), (GRANT, -10_000, "USP")]),
           "does not balance in each unit", ENTRY_IS_SOUND),
    attack("an entry of one posting", lambda f: f.book([(SAFE, 10_000)]), "fewer than two postings", ENTRY_IS_SOUND),
    attack("an entry of no posting", lambda f: f.book([]), "fewer than two postings", ENTRY_IS_SOUND),
    attack("an entry whose lines are numbered from 2",
           lambda f: (f.postings(4, TEN, first=2), f.entry(4, TEN)), "not numbered from 1", ENTRY_IS_SOUND),
    attack("an entry that leaves a number out", lambda f: f.book(no=5), "does not follow the last one", ENTRY_IS_SOUND),
    attack("a second first entry, under another number",
           lambda f: f.book(no=1_000, previous_hash=GENESIS), "does not follow the last one", ENTRY_IS_SOUND),
    attack("an entry with another previous hash", lambda f: f.book(previous_hash="f" * 64),
           "does not follow the last one", ENTRY_IS_SOUND),
    attack("an entry that forks the chain from an earlier one",
           lambda f: f.book(previous_hash=f.run("SELECT hash FROM entry WHERE gerai_id = :g AND no = 1").scalar_one()),
           "does not follow the last one", ENTRY_IS_SOUND),
    attack("an entry with half a hash", lambda f: f.book(fingerprint="f" * 32), "hashes_are_whole",
           check("entry", "hashes_are_whole"), says_postgresql="its hash is not that of its content",
           postgresql=[ENTRY_IS_SOUND, check("entry", "hashes_are_whole")]),
    attack("an entry in a closed month", lambda f: f.book(on=CLOSED_DAY), "no open period", ENTRY_IS_SOUND),
    attack("an entry in a locked year", lambda f: f.book(on=LOCKED_DAY), "no open period", ENTRY_IS_SOUND),
    attack("an entry in no month", lambda f: f.book(on=NO_PERIOD), "no open period", ENTRY_IS_SOUND),
    attack("an entry of an act that never was", lambda f: f.book(act_no=9_999), "FOREIGN KEY",
           foreign("entry", "gerai_id_act_no_act"), says_postgresql="fk_entry_gerai_id_act_no_act"),
    attack("an entry whose source hides another field", lambda f: f.book(source="a|b"), "source_is_unbarred",
           check("entry", "source_is_unbarred")),
    # Reversals
    attack("a reversal of another amount",
           lambda f: f.book([(SAFE, -4_000, "KANTOR"), (PETTY, -2_000), (SAFE, 2_000), (GRANT, 4_000, "KANTOR")], reverses_no=2),
           "not the mirror", MIRROR, postgresql=[ENTRY_IS_SOUND]),
    attack("a reversal on another account",
           lambda f: f.book([(PETTY, -5_000, "KANTOR"), (PETTY, -2_000), (SAFE, 2_000), (GRANT, 5_000, "KANTOR")], reverses_no=2),
           "not the mirror", MIRROR, postgresql=[ENTRY_IS_SOUND]),
    attack("a reversal of a part", lambda f: f.book([(PETTY, -2_000), (SAFE, 2_000)], reverses_no=2),
           "not the mirror", MIRROR, postgresql=[ENTRY_IS_SOUND]),
    attack("a second reversal", lambda f: f.book([(SAFE, -10_000), (GRANT, 10_000)], reverses_no=1),
           "reversed already", MIRROR, ONE_REVERSAL, says_postgresql="uq_entry_reverses", postgresql=[ONE_REVERSAL]),
    attack("a reversal of an entry to come", lambda f: f.book(reverses_no=8),
           "not the mirror", MIRROR, check("entry", "reverses_an_earlier_one"), foreign("entry", "gerai_id_reverses_no_entry"),
           postgresql=[ENTRY_IS_SOUND, check("entry", "reverses_an_earlier_one"), foreign("entry", "gerai_id_reverses_no_entry")]),
    # Postings
    attack("a posting of nothing", lambda f: f.book([*TEN, (PETTY, 0)]), "amount_not_zero",
           check("posting", "amount_not_zero")),
    attack("half a rupiah", lambda f: f.book([(SAFE, 12.5), (GRANT, -12.5)]), "amount_is_whole",
           check("posting", "amount_is_whole"), says_postgresql="its hash is not that of its content",
           postgresql=[ENTRY_IS_SOUND]),
    attack("a posting on an unknown account", lambda f: f.book([("1-0000", 10_000), (GRANT, -10_000)]), "FOREIGN KEY",
           foreign("posting", "gerai_id_account_account"), says_postgresql="fk_posting_gerai_id_account_account"),
    attack("a posting on another gerai's account", _of_another_gerai, "FOREIGN KEY",
           foreign("posting", "gerai_id_account_account"), says_postgresql="fk_posting_gerai_id_account_account"),
    attack("a posting in an unknown unit", lambda f: f.book([(SAFE, 10_000, "X"), (GRANT, -10_000, "X")]), "FOREIGN KEY",
           foreign("posting", "unit_unit"), says_postgresql="fk_posting_unit_unit"),
    attack("a control account without its subledger", lambda f: f.book([(DRAWER, 10_000), (GRANT, -10_000)]),
           "needs a subledger", BEFORE_ITS_ENTRY),
    attack("a subledger that hides another field", lambda f: f.book([(SAFE, 10_000, "TOKO", "a|b"), (GRANT, -10_000)]),
           "subledger_is_unbarred", check("posting", "subledger_is_unbarred")),
    attack("postings without an entry", lambda f: f.postings(4, TEN), "FOREIGN KEY", ORPHAN,
           says_postgresql="fk_posting_gerai_id_entry_no_entry"),
    attack("lines added to an entry that is complete", _late_lines, "complete already", BEFORE_ITS_ENTRY),
    # Changing and deleting
    attack("an amount changed", sql("UPDATE posting SET amount = -amount WHERE gerai_id = :g AND entry_no = 3"),
           "posting: rows are never changed", by_engine=unchanging("posting")),
    attack("a posting moved to another member", sql("UPDATE posting SET subledger = 'member:2' WHERE gerai_id = :g AND line = 1"),
           "posting: rows are never changed", by_engine=unchanging("posting")),
    attack("a posting deleted", sql("DELETE FROM posting WHERE gerai_id = :g AND entry_no = 3 AND line = 2"),
           "posting: rows are never", by_engine=unchanging("posting")),
    attack("an entry given another day", sql("UPDATE entry SET posted_on = '2026-11-24' WHERE gerai_id = :g AND no = 2"),
           "entry: rows are never changed", by_engine=unchanging("entry")),
    attack("an entry given another hash", sql(f"UPDATE entry SET hash = '{'e' * 64}' WHERE gerai_id = :g AND no = 2"),
           "entry: rows are never changed", by_engine=unchanging("entry")),
    attack("the last entry deleted with its postings", _deleted_entry, "posting: rows are never",
           by_engine={name: unchanging("posting")[name] + unchanging("entry")[name] for name in ("sqlite", "postgresql")}),
    attack("an act given to someone else", sql("UPDATE act SET user_id = 1 WHERE gerai_id = :g"),
           "act: rows are never changed", by_engine=unchanging("act")),
    attack("an act deleted", sql("DELETE FROM act WHERE gerai_id = :g AND reference = 'tests-reference'"),
           "act: rows are never", by_engine=unchanging("act")),
    attack("postings replaced through ON CONFLICT", _replaced_postings, "posting: ",
           by_engine={name: (*guards, BEFORE_ITS_ENTRY) for name, guards in unchanging("posting").items()}),
    attack("an entry replaced through ON CONFLICT", _moved_entry, "entry: ",
           by_engine={name: (*guards, ENTRY_IS_SOUND) for name, guards in unchanging("entry").items()}),
    attack("an act's answer replaced through ON CONFLICT", _other_answer, "act: ", by_engine=unchanging("act")),
    # The book
    attack("the head of the book moved back",
           lambda f: f.run("UPDATE book SET head_no = 2, head_hash = :h WHERE gerai_id = :g",
                           h=f.run("SELECT hash FROM entry WHERE gerai_id = :g AND no = 2").scalar_one()),
           "the head is the last entry", trigger("book_head_is_last_entry", "book"), postgresql=[trigger("book_guarded", "book")]),
    attack("the head of the book moved ahead", sql("UPDATE book SET head_no = 9 WHERE gerai_id = :g"),
           "the head is the last entry", trigger("book_head_is_last_entry", "book"), postgresql=[trigger("book_guarded", "book")]),
    attack("the head of the book given another hash", sql(f"UPDATE book SET head_hash = '{'d' * 64}' WHERE gerai_id = :g"),
           "the head is the last entry", trigger("book_head_is_last_entry", "book"), postgresql=[trigger("book_guarded", "book")]),
    attack("a book that starts in the middle",
           sql(f"INSERT INTO book (gerai_id, head_no, head_hash, opened_at) VALUES (98, 7, '{'c' * 64}', '2026-11-23 00:00:00')"),
           "a new book starts empty", trigger("book_starts_empty", "book"), postgresql=[trigger("book_guarded", "book")]),
    attack("a book deleted", sql("DELETE FROM book WHERE gerai_id = 99"), "books are never deleted", trigger("book_no_delete", "book"),
           postgresql=[trigger("book_guarded", "book")]),
    # Accounts
    attack("an account made into another kind", sql(f"UPDATE account SET kind = 'REVENUE' WHERE gerai_id = :g AND code = '{GRANT}'"),
           "what an account means never changes", trigger("account_keeps_its_meaning", "account"), postgresql=[trigger("account_guarded", "account")]),
    attack("an account that is no control account any more",
           sql(f"UPDATE account SET control = false WHERE gerai_id = :g AND code = '{DRAWER}'"),
           "what an account means never changes", trigger("account_keeps_its_meaning", "account"), postgresql=[trigger("account_guarded", "account")]),
    attack("an account deleted", sql("DELETE FROM account WHERE gerai_id = :g AND code = '1-4100'"),
           "accounts are never deleted", trigger("account_no_delete", "account"), postgresql=[trigger("account_guarded", "account")]),
    # Periods
    attack("a locked month reopened", sql("UPDATE period SET state = 'open', state_act_no = 2 WHERE gerai_id = :g AND state = 'locked'"),
           "a locked period", trigger("period_stays", "period"), postgresql=[trigger("period_guarded", "period")]),
    attack("an open month locked at once", sql("UPDATE period SET state = 'locked', state_act_no = 2 WHERE gerai_id = :g AND state = 'open'"),
           "a locked period", trigger("period_stays", "period"), postgresql=[trigger("period_guarded", "period")]),
    attack("a closed month reopened without an act", sql("UPDATE period SET state = 'open' WHERE gerai_id = :g AND state = 'closed'"),
           "by an act of its own", trigger("period_changes_by_an_act", "period"), postgresql=[trigger("period_guarded", "period")]),
    attack("a closed month reopened by an act that never was",
           sql("UPDATE period SET state = 'open', state_act_no = 9999 WHERE gerai_id = :g AND state = 'closed'"),
           "FOREIGN KEY", foreign("period", "gerai_id_state_act_no_act"), says_postgresql="fk_period_gerai_id_state_act_no_act"),
    attack("a month stretched over a closed one", sql("UPDATE period SET starts_on = '2026-10-10' WHERE gerai_id = :g AND state = 'open'"),
           "the days of any period", trigger("period_stays", "period"), postgresql=[trigger("period_guarded", "period")]),
    attack("a second month over a closed one",
           lambda f: f.insert("period", starts_on="2026-10-02", ends_on="2026-10-31", state="open", state_act_no=1),
           "it overlaps another", trigger("period_is_new", "period"), postgresql=[trigger("period_guarded", "period")]),
    attack("a closed month deleted", sql("DELETE FROM period WHERE gerai_id = :g AND state = 'closed'"),
           "periods are never deleted", trigger("period_no_delete", "period"), postgresql=[trigger("period_guarded", "period")]),
    attack("a month in a state that is none", sql("UPDATE period SET state = 'ajar', state_act_no = 2 WHERE gerai_id = :g AND state = 'open'"),
           "state_is_known", check("period", "state_is_known")),
    # A table of the attacker's own, under a name that a guard looks for
    attack("an open month in a temporary table",
           lambda f: (f.run("CREATE TEMPORARY TABLE period AS SELECT gerai_id, date(starts_on) AS starts_on, ends_on, 'open' AS state FROM period"),
                      f.book(on=CLOSED_DAY)),
           "no open period", ENTRY_IS_SOUND),
    attack("a chart without control accounts in a temporary table",
           lambda f: (f.run("CREATE TEMPORARY TABLE account AS SELECT gerai_id, code, false AS control FROM account"),
                      f.book([(DRAWER, 10_000), (GRANT, -10_000)])),
           "needs a subledger", BEFORE_ITS_ENTRY),
)  # fmt: skip


def _one_or_replace(table: str, where: str, **changes: str) -> Callable[[Forger], None]:
    def strike(forger: Forger) -> None:
        columns = [row.name for row in forger.run(f"SELECT name FROM pragma_table_info('{table}')")]
        picked = ", ".join(changes.get(column, column) for column in columns)
        forger.run(
            f"INSERT OR REPLACE INTO {table} ({', '.join(columns)}) SELECT {picked} FROM {table} WHERE gerai_id = :g AND {where}"
        )

    return strike


def _sqlite_only(name: str, strike: Callable[[Forger], Any], says: str, *guards: Guard) -> Attack:
    return Attack(name, strike, says, {"sqlite": guards})


SQLITE = (
    _sqlite_only("INSERT OR REPLACE of a posting", _one_or_replace("posting", "entry_no = 1", amount="amount * 2"),
                 "posting: ", *unchanging("posting")["sqlite"], BEFORE_ITS_ENTRY),
    _sqlite_only("INSERT OR REPLACE of an entry", _one_or_replace("entry", "no = 2", source="'other'"),
                 "entry: ", *unchanging("entry")["sqlite"], ENTRY_IS_SOUND,
                 trigger("entry_moves_the_head", "entry")),
    _sqlite_only("INSERT OR REPLACE of an act", _one_or_replace("act", "no = 1", answer="'{}'", kind="'other'"),
                 "act: ", *unchanging("act")["sqlite"]),
    _sqlite_only("INSERT OR REPLACE of an act under a new number, by its reference",
                 _one_or_replace("act", "reference IS NOT NULL", no="no + 1", answer="'x'"),
                 "act: rows are never deleted", trigger("act_no_delete", "act")),
    _sqlite_only("INSERT OR REPLACE of an account", _one_or_replace("account", f"code = '{DRAWER}'", control="0"),
                 "account: ", trigger("account_no_replace", "account"), trigger("account_no_delete", "account")),
    _sqlite_only("INSERT OR REPLACE of a month", _one_or_replace("period", "state = 'locked'", state="'open'"),
                 "it overlaps another", trigger("period_is_new", "period"), trigger("period_no_delete", "period")),
    _sqlite_only("INSERT OR REPLACE of a book", _one_or_replace("book", "true", head_no="0", head_hash=f"'{GENESIS}'"),
                 "a new book starts empty", trigger("book_starts_empty", "book"), trigger("book_no_delete", "book")),
    _sqlite_only("UPDATE OR REPLACE of an entry's number", sql("UPDATE OR REPLACE entry SET no = 2 WHERE gerai_id = :g AND no = 3"),
                 "entry: rows are never changed", *unchanging("entry")["sqlite"], ORPHAN),
    _sqlite_only("UPDATE OR IGNORE of an amount", sql("UPDATE OR IGNORE posting SET amount = 1 WHERE gerai_id = :g"),
                 "posting: rows are never changed", *unchanging("posting")["sqlite"]),
    _sqlite_only("all postings deleted at once", sql("DELETE FROM posting"), "posting: rows are never deleted",
                 *unchanging("posting")["sqlite"]),
    _sqlite_only("words for an amount", lambda f: f.book([(SAFE, "seratus"), (GRANT, -100), (PETTY, 100)]),
                 "amount_is_whole", check("posting", "amount_is_whole")),
    _sqlite_only("a sum too large to be whole", lambda f: f.book([(SAFE, 1e300), (GRANT, -1e300)]),
                 "amount_is_whole", check("posting", "amount_is_whole")),
    _sqlite_only("a posting between two lines", lambda f: (f.postings(4, TEN), f.posting(4, 1.5, (SAFE, 5)), f.posting(4, 1.6, (PETTY, -5)), f.entry(4, TEN)),
                 "line_is_whole", check("posting", "line_is_whole"), ENTRY_IS_SOUND),
    _sqlite_only("an entry on a day that is none", lambda f: (f.postings(4, TEN), f.insert(
                     "entry", no=4, occurred_on="besok", posted_on=str(TODAY), source="tests", source_no="1", act_no=1,
                     previous_hash=f.head()[1], hash="b" * 64)),
                 "occurred_on_is_a_date", check("entry", "occurred_on_is_a_date")),
)  # fmt: skip


def _postgresql_only(name: str, strike: Callable[[Forger], Any], says: str, *guards: Guard) -> Attack:
    return Attack(name, strike, says, {"postgresql": guards})


def _lines_in_one_statement(forger: Forger) -> None:
    """Two lines that ask for the entry while it is being written, in the same statement."""
    forger.postings(4, TEN)
    forger.run("CREATE TEMPORARY TABLE made (LIKE entry)")
    forger.entry(4, TEN, into="made")
    forger.run(
        "WITH written AS (INSERT INTO entry SELECT * FROM made RETURNING gerai_id, no)"
        " INSERT INTO posting (gerai_id, entry_no, line, account, unit, subledger, amount)"
        f" SELECT gerai_id, no, 3, '{SAFE}', 'TOKO', '', 700 FROM written"
        f" UNION ALL SELECT gerai_id, no, 4, '{GRANT}', 'TOKO', '', -700 FROM written"
    )


def _copied(forger: Forger) -> None:
    """COPY writes rows without INSERT; the guards see them all the same."""
    forger.run("SELECT 1")  # begins the transaction, which the driver's own call would not
    cursor = forger.connection.connection.driver_connection.cursor()
    try:
        with cursor.copy(
            "COPY posting (gerai_id, entry_no, line, account, unit, subledger, amount) FROM STDIN"
        ) as copy:
            copy.write_row((forger.gerai_id, 3, 3, SAFE, "TOKO", "", 700))
            copy.write_row((forger.gerai_id, 3, 4, GRANT, "TOKO", "", -700))
    except psycopg.IntegrityError as error:
        raise IntegrityError("COPY", {}, error) from error


_MERGE = (
    "MERGE INTO posting USING (SELECT 1) AS one ON posting.gerai_id = :g AND posting.entry_no = 1"
    " WHEN MATCHED THEN UPDATE SET amount = amount * 2"
)
_AGAIN = "INSERT INTO entry SELECT * FROM entry WHERE gerai_id = :g AND no = 3"

POSTGRESQL = (
    _postgresql_only("TRUNCATE of postings", sql("TRUNCATE posting"), "posting: rows are never",
                     trigger("posting_no_truncate", "posting")),
    _postgresql_only("an entry's number used again", sql(_AGAIN),
                     "pk_entry", Guard("pk_entry", "entry", "key"), ONE_REVERSAL),
    _postgresql_only("half a rupiah written into the statement", lambda f: (
                         f.run(f"INSERT INTO posting VALUES (:g, 4, 1, '{SAFE}', 'TOKO', '', 12.5), (:g, 4, 2, '{GRANT}', 'TOKO', '', -12.5)"),
                         f.entry(4, [(SAFE, 12.5), (GRANT, -12.5)])),
                     "its hash is not that of its content", ENTRY_IS_SOUND),
    _postgresql_only("so little that it rounds to nothing", lambda f: f.book([(SAFE, 0.4), (GRANT, -0.4)]),
                     "amount_not_zero", check("posting", "amount_not_zero"), ENTRY_IS_SOUND),
    _postgresql_only("an entry with the hash of other content", lambda f: f.book(fingerprint="a" * 64),
                     "its hash is not that of its content", ENTRY_IS_SOUND),
    _postgresql_only("a MERGE into postings", sql(_MERGE), "posting: rows are never", trigger("posting_no_update", "posting")),
    _postgresql_only("COPY into a complete entry", _copied, "complete already", BEFORE_ITS_ENTRY),
    _postgresql_only("lines slipped in by the statement that writes the entry", _lines_in_one_statement,
                     "complete already", BEFORE_ITS_ENTRY),
)  # fmt: skip
