"""One gerai: its row, its units, what was counted on a day."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select

from app.foundation.database import db
from app.gerai.models import DailyCount, Gerai, GeraiUnit
from app.ledger.models import Unit


def codes() -> dict[int, str]:
    """The public code of each gerai by its id."""
    query = select(Gerai.gerai_id, Gerai.code).order_by(Gerai.gerai_id)
    return dict(db.session.execute(query).all())


def by_code(code: str) -> Gerai | None:
    return db.session.scalar(select(Gerai).where(Gerai.code == code))


def units(gerai_id: int) -> Sequence[str]:
    return db.session.scalars(select(GeraiUnit.unit).where(GeraiUnit.gerai_id == gerai_id)).all()


def all_units() -> Sequence[Unit]:
    return db.session.scalars(select(Unit).order_by(Unit.position)).all()


def day_counts(gerai_id: int, on: date) -> dict[str, int]:
    query = select(DailyCount.measure, DailyCount.value).where(
        DailyCount.gerai_id == gerai_id, DailyCount.counted_on == on
    )
    return dict(db.session.execute(query).all())
