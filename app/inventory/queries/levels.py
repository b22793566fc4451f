"""What is on hand and what it is worth."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import case, func, select

from app.catalog.models import Item
from app.catalog.queries import Mark, Page
from app.catalog.queries.by_name import page
from app.catalog.queries.search import matches
from app.foundation.database import db
from app.inventory.average import Level
from app.inventory.models import Stock

_SAME = (Stock.gerai_id == Item.gerai_id) & (Stock.item_no == Item.no)
# An ended item stays on the list for as long as something of it is there, or owed.
_KEPT = Item.ended_at.is_(None) | (Stock.quantity_milli != 0)
SHOWN: dict[str, Any] = {
    "all": _KEPT,
    "none": _KEPT & (Stock.quantity_milli == 0),
    "short": Stock.quantity_milli < 0,
}


@dataclass(frozen=True)
class Totals:
    """Rupiah by group of goods, and how many items stand at nothing and below it."""

    by_group: dict[str, int]
    items: int
    none: int
    short: int

    @property
    def value(self) -> int:
        return sum(self.by_group.values())


def level(gerai_id: int, item_no: int) -> Level:
    """Nothing where an item was never moved."""
    row = db.session.get(Stock, (gerai_id, item_no))
    return Level(row.quantity_milli, row.value, row.unit_cost) if row else Level()


def stock_page(gerai_id: int, mark: Mark, *, search: str = "", shown: str = "all") -> Page:
    """(no, name, unit, quantity, value, unit cost) of items that were ever moved, by name."""
    query: Any = (
        select(Item.no, Item.name, Item.unit, Stock.quantity_milli, Stock.value, Stock.unit_cost)
        .join_from(Item, Stock, _SAME)
        .where(Item.gerai_id == gerai_id, SHOWN[shown], matches(search))
    )
    return page(gerai_id, query, mark, db.session.execute)


def totals(gerai_id: int) -> Totals:
    query = (
        select(
            Item.stock_group,
            func.sum(Stock.value),
            func.count(),
            func.sum(case((Stock.quantity_milli == 0, 1), else_=0)),
            func.sum(case((Stock.quantity_milli < 0, 1), else_=0)),
        )
        .join_from(Item, Stock, _SAME)
        .where(Item.gerai_id == gerai_id, _KEPT)
        .group_by(Item.stock_group)
    )
    rows = db.session.execute(query).all()
    items, none, short = (sum(int(row[at]) for row in rows) for at in (2, 3, 4))
    return Totals({row[0]: int(row[1]) for row in rows}, items, none, short)
