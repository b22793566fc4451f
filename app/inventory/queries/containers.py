"""Containers: full, empty, lent, the deposits held for them, and how they moved."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select

from app.access.models import User
from app.books.models import Act
from app.catalog.models import Container, ItemTrait
from app.foundation.database import db
from app.foundation.quantity import SCALE
from app.inventory.models import ContainerMovement, ContainerStock, Stock

LATEST = 50


@dataclass(frozen=True)
class ContainerPlace:
    """One container: pieces full (the stock of what is in them), empty, lent; deposits held in rupiah."""

    no: int
    name: str
    price: int
    full: int
    empty: int
    lent: int
    deposit: int


def container_places(gerai_id: int) -> list[ContainerPlace]:
    """Every container by number. Two queries."""
    same = (ContainerStock.gerai_id == Container.gerai_id) & (ContainerStock.container_no == Container.no)
    query = select(Container, ContainerStock).outerjoin(ContainerStock, same)
    rows = db.session.execute(query.where(Container.gerai_id == gerai_id).order_by(Container.no)).all()
    full = _full(gerai_id)
    return [_place(container, held, full.get(container.no, 0)) for container, held in rows]


def _place(container: Container, held: ContainerStock | None, full: int) -> ContainerPlace:
    empty, lent, deposit = (held.empty, held.lent, held.deposit) if held else (0, 0, 0)
    return ContainerPlace(container.no, container.name, container.deposit, full, empty, lent, deposit)


def _full(gerai_id: int) -> dict[int, int]:
    same = (Stock.gerai_id == ItemTrait.gerai_id) & (Stock.item_no == ItemTrait.item_no)
    query = select(ItemTrait.container_no, func.sum(Stock.quantity_milli)).join(Stock, same)
    query = query.where(ItemTrait.gerai_id == gerai_id, ItemTrait.container_no.is_not(None))
    rows = db.session.execute(query.group_by(ItemTrait.container_no))
    return {int(no): int(milli) // SCALE for no, milli in rows if no}


def container_movements(gerai_id: int, container_no: int) -> Sequence[Any]:
    """(ContainerMovement, when, by whom) of the newest fifty."""
    m = ContainerMovement
    act = (Act.gerai_id == m.gerai_id) & (Act.no == m.act_no)
    query = select(m, Act.at, User.name).join(Act, act).outerjoin(User, User.id == Act.user_id)
    mine = (m.gerai_id == gerai_id, m.container_no == container_no)
    return db.session.execute(query.where(*mine).order_by(m.act_no.desc(), m.line.desc()).limit(LATEST)).all()
