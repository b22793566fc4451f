"""The audit: walks every chain and asks every consistency query of every room.

It only reads. What it found is left as an act, in the district's book when it went through all books
and else in the book it went through, so that ``/healthz`` can tell of the last full one.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from app.books.acts import act
from app.books.book import OpenBook
from app.books.models import Book
from app.foundation.database import db
from app.ledger.guards import guard_faults
from app.ledger.hooks import openings
from app.ledger.walk import Walked, walk

KIND = "ledger.audit"
CHAIN = "ledger/chain"
FILE = "ledger/file"
GUARDS = "ledger/guards"
RULES = {
    CHAIN: "Entries are numbered without a gap, each carries the hash of the one before and its own, and the book's"
    " head is the last one.",
    GUARDS: "The guards in the database are those that the migrations put there, and awake.",
    FILE: "The database file is whole, and every reference in it leads to a row.",
}
COUNTED = ("act", "balance", "daily_total", "monthly_total")
Telling = Callable[[str, int, int], None]
"""Told as the audit goes: what it does now, how far it is, and of how many steps."""


@dataclass(frozen=True)
class Check:
    """One consistency query: its file's room and name, its rule in words, and SQL that must return no row."""

    name: str
    rule: str
    sql: str


@dataclass(frozen=True)
class Fault:
    """One broken promise. ``gerai_id`` is None where no single book is at fault."""

    gerai_id: int | None
    check: str
    text: str


@dataclass
class Report:
    """What was checked: rows by table, rules by name; and what was found."""

    counts: dict[str, int] = field(default_factory=dict)
    rules: dict[str, str] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def of(self, check: str) -> int:
        return sum(fault.check == check for fault in self.faults)


def checks() -> list[Check]:
    """The queries of all rooms' folders, in order. The first line of each file says its rule."""
    return [read_check(path) for folder in openings().checks for path in sorted(folder.glob("*.sql"))]


def read_check(path: Path) -> Check:
    sql = path.read_text(encoding="utf-8")
    rule = sql.partition("\n")[0].removeprefix("--").strip()
    return Check(f"{path.parent.parent.name}/{path.stem}", rule, sql.strip().removesuffix(";"))


def audit(gerai_id: int | None = None, tell: Telling = lambda *_: None) -> Report:
    """Check one book, or all of them, at one moment of the database."""
    session = db.session()
    _without_limit(session)
    report = Report()
    _walk_chains(session, gerai_id, report, tell)
    asked = checks()
    for step, check in enumerate(asked):
        tell(check.rule, step, len(asked))
        report.rules[check.name] = check.rule
        report.faults += faults_of(session, check, gerai_id)
    if gerai_id is None:
        report.rules[GUARDS] = RULES[GUARDS]
        report.faults += [Fault(None, GUARDS, fault) for fault in guard_faults(session)]
    if gerai_id is None and session.connection().dialect.name == "sqlite":
        report.rules[FILE] = RULES[FILE]
        report.faults += [Fault(None, FILE, fault) for fault in _file_faults(session)]
    _count(session, gerai_id, report)
    return report


def faults_of(session: Session, check: Check, gerai_id: int | None) -> list[Fault]:
    """What a query finds. One that cannot even run is a fault too: a sum that overflows, say."""
    query, of = check.sql, {}
    if gerai_id is not None:
        query = f"SELECT * FROM ({check.sql}\n) AS found WHERE gerai_id = :gerai_id"  # noqa: S608  # our own files
        of = {"gerai_id": gerai_id}
    try:
        with session.begin_nested():
            rows = session.execute(text(query), of)
            return [Fault(row.gerai_id, check.name, row.fault) for row in rows]
    except DBAPIError as error:
        return [Fault(gerai_id, check.name, f"the check could not run: {error.orig}")]


def _without_limit(session: Session) -> None:
    if session.connection().dialect.name == "postgresql":
        session.execute(text("SET LOCAL statement_timeout = 0"))


def _walk_chains(session: Session, gerai_id: int | None, report: Report, tell: Telling) -> None:
    report.rules[CHAIN] = RULES[CHAIN]
    query = select(Book.gerai_id, Book.head_no, Book.head_hash).order_by(Book.gerai_id)
    books = session.execute(query if gerai_id is None else query.where(Book.gerai_id == gerai_id)).all()
    report.counts |= {"book": len(books), "entry": 0, "posting": 0}
    for step, book in enumerate(books):
        tell(RULES[CHAIN], step, len(books))
        walked = Walked()
        found = walk(session, book.gerai_id, (book.head_no, book.head_hash), walked)
        report.faults += [Fault(book.gerai_id, CHAIN, fault) for fault in found]
        report.counts["entry"] += walked.entries
        report.counts["posting"] += walked.postings


def _file_faults(session: Session) -> Iterator[str]:
    for (line,) in session.execute(text("PRAGMA integrity_check")):
        if line != "ok":
            yield line
    dangling = session.execute(
        text('SELECT "table", parent, count(*) FROM pragma_foreign_key_check GROUP BY 1, 2')
    )
    for table, parent, rows in dangling:
        yield f"{rows} rows of {table} name a row of {parent} that does not exist"


def _count(session: Session, gerai_id: int | None, report: Report) -> None:
    for table in COUNTED:
        where = "" if gerai_id is None else " WHERE gerai_id = :gerai_id"
        query = text(f"SELECT count(*) FROM {table}{where}")  # noqa: S608  # our own names
        report.counts[table] = session.execute(query, {"gerai_id": gerai_id} if where else {}).scalar_one()


@act(KIND)
def record_audit(_: OpenBook, *, checked: dict[str, int], faults: int) -> dict[str, Any]:
    """Leave the result of an audit: rows checked by table, rules asked, faults found."""
    return {"checked": checked, "faults": faults}
