"""A few days of honest books, through the real acts; and a hand that can spoil them."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import text

from app.books.acts import act
from app.books.book import OpenBook
from app.foundation.database import db
from app.ledger.draft import Draft, Line, draft
from app.ledger.operations import close_period, post, post_journal, reopen_period, reverse
from tests.ledger.raw import Forger
from tests.village import MORNING, TestVillage

PETTY, OWED, GRANT, BUILDING = "1-1120", "1-1350", "3-1400", "1-3110"
FREE = {
    "sqlite": (
        ("PRAGMA defer_foreign_keys = ON", "PRAGMA ignore_check_constraints = ON"),
        "PRAGMA ignore_check_constraints = OFF",
    ),
    "postgresql": (
        ("SET LOCAL ROLE NONE", "SET LOCAL session_replication_role = replica"),
        "SET LOCAL session_replication_role = origin",
    ),
}
"""How to get free of the guards, and how to bring back those that the audit itself leans on."""
NOVEMBER, DECEMBER = date(2026, 11, 1), date(2026, 12, 1)


@act("tests.post")
def post_draft(book: OpenBook, *, event: Draft) -> dict[str, int]:
    return {"entry": post(book, event)}


@act("tests.reverse")
def reverse_entry(book: OpenBook, *, entry_no: int, on: date) -> dict[str, int]:
    return {"entry": reverse(book, entry_no, source="tests.reverse", source_no=entry_no, on=on)}


def gift(on: date, amount: int, unit: str = "TOKO") -> Draft:
    """Money comes into the petty cash."""
    return draft("tests.gift", 1, on, [Line(PETTY, unit, amount), Line(GRANT, unit, -amount)])


def later(days: int) -> datetime:
    return MORNING + timedelta(days=days)


def live(village: TestVillage) -> None:
    """Entries 1 to 5 from 23 November to 2 December 2026; 3 reverses 1; November closed, reopened, closed."""
    first = MORNING.date()
    post_draft(village.occasion("wati"), event=gift(first, 10_000))
    two_units = [
        Line(OWED, "TOKO", 700, "coop:1"),
        Line(GRANT, "TOKO", -700),
        Line(PETTY, "USP", 5),
        Line(GRANT, "USP", -5),
    ]
    post_draft(village.occasion("wati"), event=draft("tests.mixed", 2, first, two_units))
    reverse_entry(village.occasion("wati", later(1)), entry_no=1, on=date(2026, 11, 24))
    lines = (Line(BUILDING, "KANTOR", 250_000), Line(GRANT, "KANTOR", -250_000))
    post_journal(village.occasion("wati", later(2)), on=date(2026, 11, 25), lines=lines, note="Hibah")
    post_draft(village.occasion("wati", later(9)), event=gift(date(2026, 12, 2), 900))
    close_period(village.occasion("wati", later(9)), month=NOVEMBER)
    reopen_period(village.occasion("dewi", later(9)), month=NOVEMBER)
    close_period(village.occasion("wati", later(9)), month=NOVEMBER)


def spoil(village: TestVillage, how: Callable[[Forger], Any]) -> None:
    """Let ``how`` loose in the village's books, where no trigger, CHECK or foreign key stops it. Undone with the test."""
    connection = db.session.connection()
    on, off = FREE[connection.dialect.name]
    for statement in on:
        connection.execute(text(statement))
    if connection.dialect.name == "sqlite":
        for trigger in connection.execute(
            text("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        ).all():
            connection.execute(text(f"DROP TRIGGER {trigger.name}"))
    try:
        how(Forger(connection, village.gerai_id))
    finally:
        connection.execute(text(off))


def kept() -> dict[str, list[Any]]:
    """All balances and totals there are."""
    tables = ("balance", "daily_total", "monthly_total")
    return {table: sorted(map(str, db.session.execute(text(f"SELECT * FROM {table}")))) for table in tables}
