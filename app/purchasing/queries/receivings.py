"""Goods that came in, newest first, with who wrote them down."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select

from app.books.models import Act
from app.catalog.models import Item
from app.foundation.database import db
from app.inventory.queries import DocumentPage, document_page, recorded
from app.purchasing.models import Receiving, ReceivingLine


def receivings(gerai_id: int, *, before: int | None = None, after: int | None = None) -> DocumentPage:
    """(Receiving, who recorded it)."""
    return document_page(
        recorded(Receiving).where(Receiving.gerai_id == gerai_id), Receiving.no, before, after
    )


def receiving(gerai_id: int, no: int) -> Any:
    """(Receiving, who recorded it, when), or None."""
    query = recorded(Receiving, Act.at).where(Receiving.gerai_id == gerai_id, Receiving.no == no)
    return db.session.execute(query).one_or_none()


def receiving_lines(gerai_id: int, no: int) -> Sequence[Any]:
    """(ReceivingLine, the item's name and unit) in order."""
    item = (Item.gerai_id == ReceivingLine.gerai_id) & (Item.no == ReceivingLine.item_no)
    query = select(ReceivingLine, Item.name, Item.unit).join_from(ReceivingLine, Item, item)
    mine = (ReceivingLine.gerai_id == gerai_id, ReceivingLine.receiving_no == no)
    return db.session.execute(query.where(*mine).order_by(ReceivingLine.line)).all()
