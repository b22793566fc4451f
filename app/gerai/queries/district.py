"""The kabupaten: its villages, and which of them have a gerai."""

from collections.abc import Sequence

from sqlalchemy import Row, Select, func, or_, select
from sqlalchemy.orm import contains_eager, lazyload

from app.foundation.database import db
from app.gerai.models import Gerai, Kecamatan, Village


def all_gerai() -> Sequence[Gerai]:
    return db.session.scalars(select(Gerai).order_by(Gerai.code)).all()


def newest_gerai(limit: int) -> Sequence[Gerai]:
    query = select(Gerai).order_by(Gerai.opened_on.desc(), Gerai.gerai_id.desc())
    return db.session.scalars(query.limit(limit)).all()


def coverage() -> Sequence[Row[Kecamatan, int, int]]:
    """(kecamatan, its villages, those with a gerai), by name."""
    query = (
        select(Kecamatan, func.count(Village.code).label("villages"), func.count(Gerai.code).label("gerai"))
        .join(Village, Village.kecamatan_code == Kecamatan.code)
        .outerjoin(Gerai, Gerai.code == Village.code)
        .group_by(Kecamatan.code)
        .order_by(Kecamatan.name)
    )
    return db.session.execute(query).all()


def villages_of(kecamatan_code: str) -> Sequence[Row[Village, Gerai]]:
    """(village, its gerai or None) of a kecamatan, by name."""
    return db.session.execute(_villages().where(Village.kecamatan_code == kecamatan_code)).all()


def find_villages(words: str, *, limit: int) -> Sequence[Row[Village, Gerai]]:
    """(village, its gerai or None) whose name, kecamatan, code or cooperative holds ``words``."""
    columns = (Village.name, Kecamatan.name, Village.code, Gerai.cooperative)
    found = or_(*(func.lower(column).contains(words.lower(), autoescape=True) for column in columns))
    return db.session.execute(_villages().where(found).limit(limit)).all()


def _villages() -> Select[Village, Gerai]:
    return (
        select(Village, Gerai)
        .join(Village.kecamatan)
        .options(contains_eager(Village.kecamatan), lazyload(Gerai.village))
        .outerjoin(Gerai, Gerai.code == Village.code)
        .order_by(Village.name, Kecamatan.name)
    )


def villages_without_gerai() -> Sequence[Village]:
    """By kecamatan, then by name."""
    query = select(Village).join(Village.kecamatan).options(contains_eager(Village.kecamatan))
    without = query.where(Village.code.not_in(select(Gerai.code)))
    return db.session.scalars(without.order_by(Kecamatan.name, Village.name)).all()
