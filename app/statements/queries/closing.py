"""Who closed a month, when, and where the chain stood; and which units have anything in the books."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select

from app.access.models import User
from app.books.models import Act
from app.foundation.database import db
from app.ledger.models import MonthlyTotal, Period, Unit


@dataclass(frozen=True)
class Closed:
    """A month that takes nothing more; months closed before heads were kept have none."""

    at: datetime
    by: str | None
    user_id: int | None
    locked: bool
    head_no: int | None
    head_hash: str | None


def closed(gerai_id: int, month: date) -> Closed | None:
    """None as long as the month is open, or is none of this book's."""
    query = (
        select(Period.state, Act, User.name)
        .join(Act, (Act.gerai_id == Period.gerai_id) & (Act.no == Period.state_act_no))
        .outerjoin(User, User.id == Act.user_id)
        .where(Period.gerai_id == gerai_id, Period.starts_on == month, Period.state != "open")
    )
    row = db.session.execute(query).one_or_none()
    if row is None:
        return None
    said = json.loads(row.Act.answer)
    return Closed(
        at=row.Act.at,
        by=row.name,
        user_id=row.Act.user_id,
        locked=row.state == "locked",
        head_no=said.get("head_no"),
        head_hash=said.get("head_hash"),
    )


def units_used(gerai_id: int, month: date) -> Sequence[Unit]:
    """The units that anything was ever posted to, up to a month, in the order of the chart."""
    used = select(MonthlyTotal.unit).where(MonthlyTotal.gerai_id == gerai_id, MonthlyTotal.month_on <= month)
    return db.session.scalars(select(Unit).where(Unit.code.in_(used)).order_by(Unit.position)).all()
