"""What a user may do where."""

from collections.abc import Sequence
from functools import cache

from sqlalchemy import Row, bindparam, or_, select
from sqlalchemy.orm import joinedload

from app.books import DISTRICT
from app.foundation.database import db
from app.foundation.guard import Standing
from app.gerai.facts import GeraiFacts
from app.gerai.models import Gerai, Kecamatan, Officer, Village
from app.gerai.roles import Role, permissions_of

_HERE = (
    select(
        Gerai.gerai_id,
        Gerai.code,
        Gerai.cooperative,
        Gerai.address,
        Gerai.opened_on,
        Village.name,
        Kecamatan.name,
        Officer.role,
    )
    .select_from(Gerai)
    .join(Village, Village.code == Gerai.code)
    .join(Kecamatan, Kecamatan.code == Village.kecamatan_code)
    .join(
        Officer,
        (Officer.user_id == bindparam("user_id"))
        & or_(Officer.gerai_id == Gerai.gerai_id, Officer.gerai_id == DISTRICT)
        & Officer.ended_at.is_(None),
    )
    .where(Gerai.code == bindparam("code"))
)
_DISTRICT = select(Officer.role).where(
    Officer.user_id == bindparam("user_id"), Officer.gerai_id == DISTRICT, Officer.ended_at.is_(None)
)


def standing(code: str | None, user_id: int) -> Standing | None:
    """What a user may do in the gerai of ``code`` (None: in the district office); None for a stranger.

    District roles reach into every gerai as far as the table of permissions lets them. Asked with
    every request, so it is one statement, and not through the ORM.
    """
    statement, gerai = (_DISTRICT if code is None else _HERE), None
    values = {"user_id": user_id} if code is None else {"user_id": user_id, "code": code}
    found = db.session.connection().execute(statement, values).all()
    if not found:
        return None
    if code is not None:
        gerai = GeraiFacts(*found[0][:-1])
    roles = frozenset(row[-1] for row in found)
    return Standing(gerai, roles, _permissions(roles))


@cache
def _permissions(roles: frozenset[str]) -> dict[str, int | None]:
    return permissions_of(Role(role) for role in roles)


def places_of(user_id: int) -> Sequence[Row[Gerai, str]]:
    """(gerai or None for the district, role) for each role a user holds."""
    # The district office has no gerai: inner joins to village and kecamatan would drop it.
    village = joinedload(Gerai.village, innerjoin=False).joinedload(Village.kecamatan, innerjoin=False)
    query = (
        select(Gerai, Officer.role)
        .select_from(Officer)
        .outerjoin(Gerai, Gerai.gerai_id == Officer.gerai_id)
        .options(village)
        .where(Officer.user_id == user_id, Officer.ended_at.is_(None))
        .order_by(Officer.gerai_id, Officer.role)
    )
    return db.session.execute(query).all()
