"""The prices of one item through time: what holds, what will, and what did, and who set it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select

from app.access.models import User
from app.books.models import Act
from app.catalog.models import ItemPrice
from app.foundation.database import db

FIRST_DAY = date(2000, 1, 1)
"""When a price began that is older than the dates of prices."""


@dataclass(frozen=True)
class PriceOfDays:
    """A price with the days it holds. ``state``: now, ahead, over or never (it was replaced before it began)."""

    no: int
    kind: str
    from_milli: int
    price: int
    percent: int
    label: str
    starts_on: date | None
    ends_on: date | None
    state: str
    by: str | None
    at: datetime | None


def timeline(gerai_id: int, item_no: int, on: date) -> Sequence[PriceOfDays]:
    """Every price the item ever had, the newest first. One query."""
    query = (
        select(ItemPrice, User.name, Act.at)
        .outerjoin(Act, (Act.gerai_id == ItemPrice.gerai_id) & (Act.no == ItemPrice.act_no))
        .outerjoin(User, User.id == Act.user_id)
        .where(ItemPrice.gerai_id == gerai_id, ItemPrice.item_no == item_no)
        .order_by(ItemPrice.starts_on.desc(), ItemPrice.no.desc())
    )
    return [_of_days(row, by, at, on) for row, by, at in db.session.execute(query)]


def _of_days(row: ItemPrice, by: str | None, at: datetime | None, on: date) -> PriceOfDays:
    return PriceOfDays(
        row.no,
        row.kind,
        row.from_milli,
        row.price,
        row.percent,
        row.label,
        row.starts_on if row.starts_on > FIRST_DAY else None,
        row.ends_on if row.ends_on.year < 9999 else None,
        _state(row, on),
        by,
        at,
    )


def _state(row: ItemPrice, on: date) -> str:
    if row.ends_on < row.starts_on:
        return "never"
    if row.starts_on > on:
        return "ahead"
    return "over" if row.ends_on < on else "now"
