"""An item's stock card: its movements, newest first, and what was left after each.

What was left is counted back from what is there now, so the page that people open costs one select more.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Self

from sqlalchemy import BigInteger, func, literal, select, tuple_

from app.foundation.database import db
from app.inventory.average import Level
from app.inventory.models import StockMovement
from app.inventory.queries.levels import level

CARD_PAGE = 50
_CHANGE = StockMovement.cost - StockMovement.variance
_PLACE = tuple_(StockMovement.act_no, StockMovement.line)


class Key(NamedTuple):
    """Where a movement stands on the card."""

    act_no: int
    line: int

    @classmethod
    def read(cls, text: str) -> Self | None:
        """``120-2`` out of an address; None for anything else."""
        match = re.fullmatch(r"([0-9]{1,12})-([0-9]{1,5})", text)
        return cls(int(match[1]), int(match[2])) if match else None

    def __str__(self) -> str:
        return f"{self.act_no}-{self.line}"


@dataclass(frozen=True)
class CardRow:
    """A movement, and thousandths and rupiah left after it."""

    movement: StockMovement
    left_milli: int
    left_value: int


@dataclass(frozen=True)
class Card:
    level: Level
    rows: Sequence[CardRow]
    older: Key | None
    newer: Key | None


def card(gerai_id: int, item_no: int, *, before: Key | None = None, after: Key | None = None) -> Card:
    """The movements before a key, or those after one; else the newest."""
    mine = (StockMovement.gerai_id == gerai_id, StockMovement.item_no == item_no)
    movements, older, newer = _page(mine, before, after)
    now = level(gerai_id, item_no)
    rows = _counted_back(now, movements, _moved_since(mine, movements[0]) if newer else (0, 0))
    return Card(now, rows, older, newer)


def _page(
    mine: Any, before: Key | None, after: Key | None
) -> tuple[Sequence[StockMovement], Key | None, Key | None]:
    query = select(StockMovement).where(*mine)
    if after is not None:
        upwards = query.where(_literal(after) < _PLACE).order_by(StockMovement.act_no, StockMovement.line)
        found = db.session.scalars(upwards.limit(CARD_PAGE + 1)).all()
        rows = found[:CARD_PAGE][::-1]
        if rows:
            return rows, _key(rows[-1]), _key(rows[0]) if len(found) > CARD_PAGE else None
    if before is not None:
        query = query.where(_literal(before) > _PLACE)
    downwards = query.order_by(StockMovement.act_no.desc(), StockMovement.line.desc())
    found = db.session.scalars(downwards.limit(CARD_PAGE + 1)).all()
    rows = found[:CARD_PAGE]
    return (
        rows,
        _key(rows[-1]) if len(found) > CARD_PAGE else None,
        _key(rows[0]) if before and rows else None,
    )


def _key(movement: StockMovement) -> Key:
    return Key(movement.act_no, movement.line)


def _literal(key: Key) -> Any:
    return tuple_(literal(key.act_no, BigInteger), literal(key.line, BigInteger))


def _moved_since(mine: Any, first: StockMovement) -> tuple[int, int]:
    """Thousandths and rupiah that moved after a page's first row."""
    query = select(func.sum(StockMovement.quantity_milli), func.sum(_CHANGE)).where(
        *mine, _literal(_key(first)) < _PLACE
    )
    quantity, value = db.session.execute(query).one()
    return int(quantity or 0), int(value or 0)


def _counted_back(now: Level, movements: Sequence[StockMovement], since: tuple[int, int]) -> list[CardRow]:
    quantity, value = now.quantity_milli - since[0], now.value - since[1]
    rows = []
    for each in movements:
        rows.append(CardRow(each, quantity, value))
        quantity, value = quantity - each.quantity_milli, value - (each.cost - each.variance)
    return rows
