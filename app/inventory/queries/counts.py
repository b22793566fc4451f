"""Sessions of counting: which there are, what they cover, what was counted, and what it would change."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select

from app.access.models import User
from app.catalog.models import Item
from app.catalog.queries.search import matches
from app.foundation.database import db
from app.inventory.average import Level
from app.inventory.models import CountedItem, Stock, StockCount, StockCountEnd, Tally
from app.inventory.operations.counting import latest, worth_of
from app.inventory.queries.documents import DocumentPage, document_page
from app.inventory.rules import Look, needs_second_look

LISTED = 300


def count_session(gerai_id: int, no: int) -> StockCount | None:
    return db.session.get(StockCount, (gerai_id, no))


def count_end(gerai_id: int, no: int) -> StockCountEnd | None:
    return db.session.get(StockCountEnd, (gerai_id, no))


def open_session(gerai_id: int) -> StockCount | None:
    query = select(StockCount).where(StockCount.gerai_id == gerai_id, StockCount.ended_at.is_(None))
    return db.session.scalar(query)


def count_sessions(gerai_id: int, *, before: int | None = None, after: int | None = None) -> DocumentPage:
    """(StockCount, its end or None, who opened it), newest first."""
    end = (StockCountEnd.gerai_id == StockCount.gerai_id) & (StockCountEnd.count_no == StockCount.no)
    query: Any = select(StockCount, StockCountEnd, User.name.label("opened_by")).outerjoin(StockCountEnd, end)
    query = query.outerjoin(User, User.id == StockCount.opened_by).where(StockCount.gerai_id == gerai_id)
    return document_page(query, StockCount.no, before, after)


def progress(gerai_id: int, no: int) -> tuple[int, int]:
    """(items counted, items covered)."""
    covered = select(func.count()).where(CountedItem.gerai_id == gerai_id, CountedItem.count_no == no)
    counted = select(func.count(Tally.item_no.distinct())).where(
        Tally.gerai_id == gerai_id, Tally.count_no == no
    )
    return db.session.scalar(counted) or 0, db.session.scalar(covered) or 0


@dataclass(frozen=True)
class Counted:
    """An item of a session, and the look at it that counts (None: nobody counted it yet).

    ``worth`` is what the difference does to the stock's value; ``again`` that another person must look.
    """

    no: int
    name: str
    unit: str
    decimals: int
    look: Look | None
    worth: int
    again: bool


def counted_items(gerai_id: int, session: StockCount, *, search: str = "") -> list[Counted]:
    """Everything a session covers (or what a search finds of it), by name. Two queries."""
    item = (Item.gerai_id == CountedItem.gerai_id) & (Item.no == CountedItem.item_no)
    stock = (Stock.gerai_id == CountedItem.gerai_id) & (Stock.item_no == CountedItem.item_no)
    query = (
        select(
            Item.no, Item.name, Item.unit, Item.decimals, Stock.quantity_milli, Stock.value, Stock.unit_cost
        )
        .select_from(CountedItem)
        .join(Item, item)
        .outerjoin(Stock, stock)
        .where(CountedItem.gerai_id == gerai_id, CountedItem.count_no == session.no, matches(search))
        .order_by(func.lower(Item.name), Item.no)
    )
    looks = latest(_tallies(gerai_id, session.no))
    return [_counted(row, looks.get(row.no), session.threshold) for row in db.session.execute(query)]


def _tallies(gerai_id: int, no: int) -> Sequence[Tally]:
    query = select(Tally).where(Tally.gerai_id == gerai_id, Tally.count_no == no)
    return db.session.scalars(query.order_by(Tally.look, Tally.act_no)).all()


def _counted(row: Any, look: Look | None, threshold: int) -> Counted:
    level = Level(row.quantity_milli or 0, row.value or 0, row.unit_cost or 0)
    worth = worth_of(level, look.difference_milli) if look and look.difference_milli else 0
    again = look is not None and needs_second_look(worth, threshold, look)
    return Counted(row.no, row.name, row.unit, row.decimals, look, worth, again)


def counters(gerai_id: int, no: int) -> dict[int, str]:
    """User -> name of everybody who counted in a session."""
    query = select(User.id, User.name).join(Tally, Tally.counted_by == User.id)
    rows = db.session.execute(query.where(Tally.gerai_id == gerai_id, Tally.count_no == no).distinct())
    return dict(rows.all())


def first_counters(gerai_id: int, no: int) -> dict[int, set[int]]:
    """Item -> who took a first look at it."""
    query = select(Tally.item_no, Tally.counted_by).where(
        Tally.gerai_id == gerai_id, Tally.count_no == no, Tally.look == 1
    )
    found: dict[int, set[int]] = {}
    for item_no, user_id in db.session.execute(query.distinct()):
        found.setdefault(item_no, set()).add(user_id)
    return found
