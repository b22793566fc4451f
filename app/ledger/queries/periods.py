"""Months of the books: their state, and who put them there."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import select

from app.access.models import User
from app.books.models import Act
from app.foundation.database import db
from app.ledger.models import Period


def months(gerai_id: int) -> Sequence[date]:
    """The first days of the known months, newest first."""
    query = select(Period.starts_on).where(Period.gerai_id == gerai_id)
    return db.session.scalars(query.order_by(Period.starts_on.desc())).all()


def period(gerai_id: int, month: date) -> Period | None:
    return db.session.get(Period, (gerai_id, month))


def periods(gerai_id: int) -> Sequence[Any]:
    """(period, act of its present state, name of who did that), newest first."""
    query = (
        select(Period, Act, User.name)
        .join(Act, (Act.gerai_id == Period.gerai_id) & (Act.no == Period.state_act_no))
        .outerjoin(User, User.id == Act.user_id)
        .where(Period.gerai_id == gerai_id)
    )
    return db.session.execute(query.order_by(Period.starts_on.desc())).all()
