"""Closing a month on a short and on a long history: what its page reads, and the act itself.

The clock is set forward to the month after the one the shop opened in, so that a month is over on any day.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from time import perf_counter

from flask import Flask

from app.books.book import Occasion
from app.cash import queries as cash
from app.cash.denominations import DENOMINATIONS
from app.cash.operations import close_shift, count_drawer
from app.foundation.database import db
from app.foundation.dates import local_date, month_start
from app.ledger.operations import close_period, reopen_period
from app.statements import queries
from app.statements.sheets import SHEETS
from tests.drills.shop import Shop


@dataclass
class Closing:
    """Milliseconds of each round: the books and all four statements, and the act that closes."""

    statements: list[float] = field(default_factory=list)
    act: list[float] = field(default_factory=list)


def prepare(app: Flask, shop: Shop) -> None:
    """Close every shift, since none may be open in a month that closes."""
    with app.app_context():
        for till, (_register, shift_no, _cashier) in enumerate(shop.tills):
            night = shop.occasion(till, _later(shop))
            shift = cash.shift_with_cashier(shop.gerai_id, shift_no)
            held = sum(cash.drawer_by_unit(shop.gerai_id, shift.Shift).values()) if shift else 0
            count_drawer(night, shift_no=shift_no, pieces=_pieces(held), any_shift=False)
            close_shift(night, shift_no=shift_no, reason="Uang kecil tidak ada", any_shift=False)
        db.session.remove()


def measure(app: Flask, shop: Shop) -> tuple[float, float]:
    """Read the month, close it, and let a second person open it again. Milliseconds of the first two."""
    month, at = month_start(local_date(shop.opened_at)), _later(shop)
    closer, other = (Occasion(shop.gerai_id, shop.tills[till][2], at) for till in (0, 1))
    with app.app_context():
        started = perf_counter()
        books = queries.books(shop.gerai_id, month)
        for sheet in SHEETS.values():
            sheet(books, month)
        read = perf_counter()
        close_period(closer, month=month)
        closed = perf_counter()
        reopen_period(other, month=month)
        db.session.remove()
    return (read - started) * 1000, (closed - read) * 1000


def _later(shop: Shop) -> datetime:
    return shop.opened_at + timedelta(days=40)


def _pieces(amount: int) -> dict[int, int]:
    """Notes and coins for an amount; what is smaller than any coin is left as the difference."""
    found = {}
    for worth in sorted(DENOMINATIONS, reverse=True):
        found[worth], amount = divmod(amount, worth)
    return found
