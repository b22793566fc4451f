"""Questions about gerai, standing and officers."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Row, select

from app.access.models import User
from app.books import DISTRICT
from app.foundation.database import db
from app.foundation.guard import Standing
from app.gerai.models import DailyCount, Gerai, GeraiUnit, Kecamatan, Officer, Village
from app.gerai.roles import Role, permissions_of


def standing(code: str | None, user_id: int) -> Standing | None:
    """What a user may do in the gerai of ``code`` (None: in the district office); None for a stranger.

    District roles reach into every gerai as far as the table of permissions lets them.
    """
    gerai = None
    if code is not None:
        gerai = db.session.scalar(select(Gerai).where(Gerai.code == code))
        if gerai is None:
            return None
    places = (DISTRICT,) if gerai is None else (DISTRICT, gerai.gerai_id)
    query = select(Officer.role).where(
        Officer.user_id == user_id, Officer.gerai_id.in_(places), Officer.ended_at.is_(None)
    )
    roles = frozenset(Role(role) for role in db.session.scalars(query))
    if not roles:
        return None
    return Standing(gerai, frozenset(role.value for role in roles), permissions_of(roles))


def places_of(user_id: int) -> Sequence[Row]:
    """(gerai or None for the district, role) for each role a user holds."""
    query = (
        select(Gerai, Officer.role)
        .select_from(Officer)
        .outerjoin(Gerai, Gerai.gerai_id == Officer.gerai_id)
        .where(Officer.user_id == user_id, Officer.ended_at.is_(None))
        .order_by(Officer.gerai_id, Officer.role)
    )
    return db.session.execute(query).all()


def officers(gerai_id: int) -> Sequence[Row]:
    """(officer, user) of those who hold a role now, by name."""
    query = (
        select(Officer, User)
        .join(User, User.id == Officer.user_id)
        .where(Officer.gerai_id == gerai_id, Officer.ended_at.is_(None))
        .order_by(User.name, Officer.role)
    )
    return db.session.execute(query).all()


def all_gerai() -> Sequence[Gerai]:
    return db.session.scalars(select(Gerai).order_by(Gerai.code)).all()


def by_code(code: str) -> Gerai | None:
    return db.session.scalar(select(Gerai).where(Gerai.code == code))


def villages_without_gerai() -> Sequence[Village]:
    taken = select(Gerai.code)
    query = select(Village).join(Kecamatan).where(Village.code.not_in(taken))
    return db.session.scalars(query.order_by(Kecamatan.name, Village.name)).all()


def units(gerai_id: int) -> Sequence[str]:
    return db.session.scalars(select(GeraiUnit.unit).where(GeraiUnit.gerai_id == gerai_id)).all()


def day_counts(gerai_id: int, on: date) -> dict[str, int]:
    query = select(DailyCount.measure, DailyCount.value).where(
        DailyCount.gerai_id == gerai_id, DailyCount.counted_on == on
    )
    return {measure: value for measure, value in db.session.execute(query)}

