"""What waits for somebody in a gerai: read from every room below."""

from collections.abc import Sequence
from datetime import date, datetime, time

from sqlalchemy import func, select

from app.access.models import User
from app.foundation.database import db
from app.foundation.dates import JAKARTA
from app.gerai.models import GeraiUnit, Officer
from app.gerai.roles import Role
from app.inventory.models import Stock
from app.ledger.models import Period, Unit
from app.sales.models import Sale, SaleException

LEADERS = (Role.BOARD, Role.MANAGER, Role.TREASURER, Role.SECRETARY, Role.AUDITOR)


def day_begins(day: date) -> datetime:
    """Midnight in Jakarta."""
    return datetime.combine(day, time(), JAKARTA)


def months_to_close(gerai_id: int, today: date) -> Sequence[date]:
    """The first days of months that are over and still open, earliest first."""
    query = select(Period.starts_on).where(
        Period.gerai_id == gerai_id, Period.state == "open", Period.ends_on < today
    )
    return db.session.scalars(query.order_by(Period.starts_on)).all()


def sales_to_check(gerai_id: int, day: date) -> int:
    """How many sales of a day of the books carry an exception."""
    query = (
        select(func.count(Sale.no.distinct()))
        .join(SaleException, (SaleException.gerai_id == Sale.gerai_id) & (SaleException.sale_no == Sale.no))
        .where(Sale.gerai_id == gerai_id, Sale.posted_on == day)
    )
    return db.session.scalar(query) or 0


def items_below_zero(gerai_id: int) -> int:
    query = select(func.count()).where(Stock.gerai_id == gerai_id, Stock.quantity_milli < 0)
    return db.session.scalar(query) or 0


def roles_held(gerai_id: int) -> frozenset[Role]:
    """The roles that somebody holds here now."""
    query = select(Officer.role).where(Officer.gerai_id == gerai_id, Officer.ended_at.is_(None)).distinct()
    return frozenset(Role(role) for role in db.session.scalars(query))


def unit_names(gerai_id: int) -> Sequence[str]:
    query = select(Unit.name).join(GeraiUnit, GeraiUnit.unit == Unit.code)
    return db.session.scalars(query.where(GeraiUnit.gerai_id == gerai_id).order_by(Unit.position)).all()


def leaders(gerai_id: int) -> list[tuple[Role, list[str]]]:
    """Role and names of those who answer for a gerai: every member may know them."""
    query = select(Officer.role, User.name).join(User, User.id == Officer.user_id)
    held = query.where(Officer.gerai_id == gerai_id, Officer.ended_at.is_(None), Officer.role.in_(LEADERS))
    names: dict[str, list[str]] = {}
    for role, name in db.session.execute(held.order_by(User.name)):
        names.setdefault(role, []).append(name)
    return [(role, names[role]) for role in LEADERS if role in names]
