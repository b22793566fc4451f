"""Documents, newest first, with who wrote them down: adjustments, and the page that rooms above list theirs by."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, select

from app.access.models import User
from app.books.models import Act
from app.catalog.models import Item
from app.foundation.database import db
from app.inventory.models import Adjustment

PAGE = 50


@dataclass(frozen=True)
class DocumentPage:
    """Some rows, and the numbers from which the neighbouring pages go on (None: there is none)."""

    rows: Sequence[Any]
    older: int | None
    newer: int | None


def adjustments(gerai_id: int, *, before: int | None = None, after: int | None = None) -> DocumentPage:
    """(Adjustment, who recorded it, the item's name and unit)."""
    query = _with_item(recorded(Adjustment)).where(Adjustment.gerai_id == gerai_id)
    return document_page(query, Adjustment.no, before, after)


def adjustment(gerai_id: int, no: int) -> Any:
    """(Adjustment, who recorded it, when, the item's name and unit), or None."""
    query = _with_item(recorded(Adjustment, Act.at))
    return db.session.execute(query.where(Adjustment.gerai_id == gerai_id, Adjustment.no == no)).one_or_none()


def recorded(document: Any, *columns: Any) -> Select[Any]:
    act = (Act.gerai_id == document.gerai_id) & (Act.no == document.act_no)
    query = select(document, User.name.label("recorded_by"), *columns).join_from(document, Act, act)
    return query.outerjoin(User, User.id == Act.user_id)


def _with_item(query: Select[Any]) -> Select[Any]:
    item = (Item.gerai_id == Adjustment.gerai_id) & (Item.no == Adjustment.item_no)
    return query.add_columns(Item.name, Item.unit).join(Item, item)


def document_page(query: Select[Any], number: Any, before: int | None, after: int | None) -> DocumentPage:
    if after is not None:
        found = db.session.execute(query.where(number > after).order_by(number).limit(PAGE + 1)).all()
        rows = found[:PAGE][::-1]
        if rows:
            return DocumentPage(rows, rows[-1][0].no, rows[0][0].no if len(found) > PAGE else None)
    chosen = query if before is None else query.where(number < before)
    found = db.session.execute(chosen.order_by(number.desc()).limit(PAGE + 1)).all()
    rows = found[:PAGE]
    older = rows[-1][0].no if len(found) > PAGE else None
    return DocumentPage(rows, older, rows[0][0].no if before is not None and rows else None)
