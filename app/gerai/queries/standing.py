"""What a user may do where."""

from collections.abc import Sequence

from sqlalchemy import Row, select

from app.books import DISTRICT
from app.foundation.database import db
from app.foundation.guard import Standing
from app.gerai.models import Gerai, Officer
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


def places_of(user_id: int) -> Sequence[Row[Gerai, str]]:
    """(gerai or None for the district, role) for each role a user holds."""
    query = (
        select(Gerai, Officer.role)
        .select_from(Officer)
        .outerjoin(Gerai, Gerai.gerai_id == Officer.gerai_id)
        .where(Officer.user_id == user_id, Officer.ended_at.is_(None))
        .order_by(Officer.gerai_id, Officer.role)
    )
    return db.session.execute(query).all()
