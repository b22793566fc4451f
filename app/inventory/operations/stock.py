"""The one door through which stock moves. Rooms that sell or receive call it inside their own act."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import BigInteger, bindparam, insert, select, text

from app.books.book import OpenBook
from app.inventory import average
from app.inventory.average import Level
from app.inventory.models import Stock, StockMovement

_LEVELS = (
    select(Stock.item_no, Stock.quantity_milli, Stock.value, Stock.unit_cost)
    .where(
        Stock.gerai_id == bindparam("gerai_id"),
        Stock.item_no.in_(bindparam("nos", expanding=True, type_=BigInteger)),
    )
    .order_by(Stock.item_no)
)
_MOVEMENT = insert(StockMovement)
_STOCK = text(
    "INSERT INTO stock (gerai_id, item_no, quantity_milli, value, unit_cost)"
    " VALUES (:g, :item_no, :quantity_milli, :value, :unit_cost)"
    " ON CONFLICT (gerai_id, item_no) DO UPDATE SET"
    " quantity_milli = excluded.quantity_milli, value = excluded.value, unit_cost = excluded.unit_cost"
)


@dataclass(frozen=True)
class Move:
    """Thousandths of an item in (positive) or out (negative).

    ``cost`` is what goods coming in cost, in rupiah; left out, they come back at the last average.
    """

    item_no: int
    quantity_milli: int
    cost: int | None = None


@dataclass(frozen=True)
class Moved:
    """A move as it was booked. ``cost`` is never negative: what went out, or came in, cost that.

    ``variance`` is the part of a receipt's cost that goes to 5-7100; ``left_milli`` is on hand after it.
    """

    item_no: int
    quantity_milli: int
    cost: int
    variance: int
    left_milli: int

    @property
    def value_change(self) -> int:
        """What the stock account moves by: signed rupiah."""
        return self.cost - self.variance if self.quantity_milli > 0 else -self.cost


def stock_on_hand(book: OpenBook, item_nos: Iterable[int]) -> dict[int, Level]:
    """The level of every item asked for; nothing on hand where there is no row. One select."""
    nos = sorted(set(item_nos))
    found = dict.fromkeys(nos, Level())
    if nos:
        rows = book.connection.execute(_LEVELS, {"gerai_id": book.gerai_id, "nos": nos})
        found.update((row[0], Level(*row[1:])) for row in rows)
    return found


def move(book: OpenBook, *, on: date, source: str, source_no: int, moves: Sequence[Move]) -> list[Moved]:
    """Move stock in the order given and answer each move with its cost. Three statements.

    Stock may go below zero: whether it should is for the caller to ask before (``stock_on_hand``).
    """
    levels = stock_on_hand(book, (each.item_no for each in moves))
    moved = [_apply(levels, each) for each in moves]
    document = {
        "gerai_id": book.gerai_id,
        "act_no": book.act_no,
        "moved_on": on,
        "source": source,
        "source_no": source_no,
    }
    book.write(_MOVEMENT, [{**document, "line": book.next_line(), **_row(each)} for each in moved])
    book.write(_STOCK, list(_stock_rows(book.gerai_id, levels)))
    return moved


def revalue(
    book: OpenBook, *, on: date, source: str, source_no: int, worth: Mapping[int, int]
) -> dict[int, int]:
    """Change what goods on hand are worth, without moving any: a bill that differs from the nota.

    ``worth`` is item -> signed rupiah asked for; the answer what each value really took, since goods that are
    gone take nothing and no value falls below nothing. What it did not take is the caller's to post.
    """
    levels = stock_on_hand(book, worth)
    taken = {no: average.bearable(levels[no], amount) for no, amount in worth.items()}
    document = {
        "gerai_id": book.gerai_id, "act_no": book.act_no, "moved_on": on, "source": source, "source_no": source_no,
        "quantity_milli": 0, "variance": 0,
    }  # fmt: skip
    changed = {no: amount for no, amount in sorted(taken.items()) if amount}
    book.write(
        _MOVEMENT,
        [
            {**document, "line": book.next_line(), "item_no": no, "cost": amount}
            for no, amount in changed.items()
        ],
    )
    after = {no: average.worth_more(levels[no], amount) for no, amount in changed.items()}
    book.write(_STOCK, list(_stock_rows(book.gerai_id, after)))
    return taken


def _apply(levels: dict[int, Level], each: Move) -> Moved:
    """Move one level on, and say what it cost."""
    level, quantity = levels[each.item_no], each.quantity_milli
    if quantity == 0 or (quantity < 0 and each.cost is not None):
        raise ValueError(f"no move of stock: {each}")
    variance = 0
    if quantity < 0:
        after, cost = average.issue(level, -quantity)
    else:
        cost = average.at_average(level, quantity) if each.cost is None else each.cost
        after, _, variance = average.receive(level, quantity, cost)
    levels[each.item_no] = after
    return Moved(each.item_no, quantity, cost, variance, after.quantity_milli)


def _row(moved: Moved) -> dict[str, Any]:
    """In a movement cost has the sign of the quantity, so that cost less variance sums to the value."""
    cost = moved.cost if moved.quantity_milli > 0 else -moved.cost
    return {
        "item_no": moved.item_no,
        "quantity_milli": moved.quantity_milli,
        "cost": cost,
        "variance": moved.variance,
    }


def _stock_rows(gerai_id: int, levels: dict[int, Level]) -> Iterator[dict[str, Any]]:
    """In the order of the items' numbers, in which every act touches them."""
    for item_no in sorted(levels):
        yield {"g": gerai_id, "item_no": item_no, **vars(levels[item_no])}
