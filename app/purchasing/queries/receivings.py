"""Goods that came in, newest first, with who wrote them down."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import selectinload

from app.books.models import Act
from app.catalog.models import Container, Item
from app.catalog.queries import find_items
from app.foundation.database import db
from app.inventory.models import ContainerStock
from app.inventory.queries import DocumentPage, document_page, recorded
from app.purchasing.models import Receiving, ReceivingLine, ReceivingLineTerms


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
    """(ReceivingLine, the item's name, unit and decimals, its terms or None) in order."""
    item = (Item.gerai_id == ReceivingLine.gerai_id) & (Item.no == ReceivingLine.item_no)
    terms = (
        (ReceivingLineTerms.gerai_id == ReceivingLine.gerai_id)
        & (ReceivingLineTerms.receiving_no == ReceivingLine.receiving_no)
        & (ReceivingLineTerms.line == ReceivingLine.line)
    )
    columns = (ReceivingLine, Item.name, Item.unit, Item.decimals, ReceivingLineTerms)
    query = select(*columns).join_from(ReceivingLine, Item, item).outerjoin(ReceivingLineTerms, terms)
    mine = (ReceivingLine.gerai_id == gerai_id, ReceivingLine.receiving_no == no)
    return db.session.execute(query.where(*mine).order_by(ReceivingLine.line)).all()


def offered(gerai_id: int) -> Sequence[Item]:
    """Everything on sale with its codes and packs, by name, to choose from. Three queries."""
    query = select(Item).where(Item.gerai_id == gerai_id, Item.ended_at.is_(None))
    query = query.options(selectinload(Item.barcodes), selectinload(Item.packs))
    return db.session.scalars(query.order_by(func.lower(Item.name), Item.no)).all()


def items_meant(gerai_id: int, texts: Sequence[str]) -> dict[str, Item]:
    """The item that each text means, by its name or a code, with its packs. Four queries."""
    nos = find_items(gerai_id, texts)
    query = select(Item).where(Item.gerai_id == gerai_id, Item.no.in_(set(nos.values())))
    items = {item.no: item for item in db.session.scalars(query.options(selectinload(Item.packs)))}
    return {text: items[no] for text, no in nos.items()}


def containers(gerai_id: int) -> Sequence[Any]:
    """(container's number, name, how many stand empty) of every container, to give back to the agent."""
    stock = (ContainerStock.gerai_id == Container.gerai_id) & (ContainerStock.container_no == Container.no)
    query = select(Container.no, Container.name, func.coalesce(ContainerStock.empty, 0).label("empty"))
    query = query.outerjoin(ContainerStock, stock).where(Container.gerai_id == gerai_id)
    return db.session.execute(query.order_by(Container.no)).all()
