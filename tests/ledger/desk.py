"""The treasurer's desk: months to work in, entries to look at, and forms as a browser would send them."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import Any
from uuid import uuid4

import pytest
from flask.testing import FlaskClient
from sqlalchemy import event

from app.books.occasion import occasion as _occasion
from app.foundation.database import db
from app.ledger.draft import Line, credit, debit
from app.ledger.operations import post_journal
from tests.village import TestVillage

NOON = datetime(2026, 11, 23, 5, 0, tzinfo=UTC)
"""Monday 23 November 2026, 12.00 WIB."""
TODAY = date(2026, 11, 23)
CASH, SAFE, POWER, PAPER, OPENING, PARTED = "1-1120", "1-1100", "6-1200", "6-1300", "3-9000", "2-1130"


def set_clock(patch: pytest.MonkeyPatch, moment: datetime) -> None:
    """Let every page believe that it is ``moment``."""
    patch.setattr("app.foundation.clock.now", lambda: moment)
    patch.setitem(_occasion.__globals__, "now", lambda: moment)


def power_bill(amount: int = 350_000, unit: str = "TOKO") -> tuple[Line, ...]:
    return (debit(POWER, unit, amount), credit(CASH, unit, amount))


def post(
    village: TestVillage,
    lines: tuple[Line, ...],
    *,
    on: date = TODAY,
    at: datetime = NOON,
    note: str = "Listrik",
) -> int:
    """Post by hand as Wati; answers the entry's number."""
    return int(post_journal(village.occasion("wati", at), on=on, lines=lines, note=note).answer["entry"])


def typed(*lines: dict[str, str], on: str = "2026-11-23", note: str = "Bayar listrik") -> dict[str, Any]:
    """The form of a general journal entry, as it is sent."""
    form = {"reference": str(uuid4()), "on": on, "note": note}
    for place, line in enumerate(lines):
        form |= {f"lines-{place}-{name}": text for name, text in ({"unit": "TOKO"} | line).items()}
    return form


def bill_typed(amount: str = "350.000", **facts: str) -> dict[str, Any]:
    account = f"{POWER} Listrik, air, internet"
    return typed({"account": account, "debit": amount}, {"account": CASH, "credit": amount}, **facts)


def url(village: TestVillage, path: str) -> str:
    return f"/g/{village.code}/ledger/{path}"


def text_of(client: FlaskClient, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status, answer.text[:400]
    return answer.text


@contextmanager
def counted() -> Iterator[list[str]]:
    """The statements that reach the database meanwhile."""
    statements: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if statement.startswith(("SELECT", "WITH", "INSERT", "UPDATE", "DELETE")):
            statements.append(statement)

    engines = list(db.engines.values())
    for engine in engines:
        event.listen(engine, "before_cursor_execute", note)
    yield statements
    for engine in engines:
        event.remove(engine, "before_cursor_execute", note)
