"""Who was lately given a role or a new password, and by whom: what a second pair of eyes goes by."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Row, bindparam, func, literal_column, select

from app.access.models import User
from app.books import DISTRICT
from app.books.models import Act
from app.foundation import batch
from app.foundation.database import db
from app.gerai.models import Gerai, Officer
from app.gerai.queries.officers import names_of

RECENT = timedelta(days=14)
APPOINTED, RENEWED = ("gerai.appoint", "gerai.appoint_new"), "gerai.renew_password"


@dataclass(frozen=True)
class Appointment:
    """One person gave another a role, or (``role`` None) a new first password."""

    gerai_id: int
    at: datetime
    user_id: int
    name: str
    role: str | None
    by_id: int | None
    by_name: str
    by_district: bool


def appointments(gerai_ids: Iterable[int], since: datetime) -> list[Appointment]:
    """The appointments and renewed passwords of these gerai since a moment, the last first.

    Found by gerai and kind, of which each has few, however many acts there are.
    """
    query = (
        select(Act.gerai_id, Act.at, Act.user_id, Act.answer)
        .where(Act.gerai_id.in_(sorted(gerai_ids)), Act.kind.in_((*APPOINTED, RENEWED)), Act.at >= since)
        .order_by(Act.at.desc(), Act.gerai_id, Act.no.desc())
    )
    rows = db.session.execute(query).all()
    names = names_of(person for row in rows for person in _people(row))
    office = _district_officers() if rows else frozenset()
    return [_read(row, names, office) for row in rows]


def appointed_by_boards(since: datetime) -> int:
    """How many of them the boards did by themselves since a moment, in all gerai: those not ``by_district``."""
    return int(batch.ask(db.session.connection(), _BY_BOARDS, since=since)[0][0])


# By gerai, so that an engine finds the few of each by their kind and walks no history.
_BY_BOARDS = (
    select(func.count())
    .select_from(Gerai)
    .join(Act, Act.gerai_id == Gerai.gerai_id)
    .where(
        Act.kind.in_([literal_column(f"'{kind}'") for kind in (*APPOINTED, RENEWED)]),
        Act.at >= bindparam("since"),
        Act.user_id.not_in(select(Officer.user_id).where(Officer.gerai_id == literal_column(str(DISTRICT)))),
    )
)


def _people(row: Row[int, datetime, int | None, str]) -> list[int]:
    given = int(json.loads(row.answer)["user"])
    return [given] if row.user_id is None else [given, row.user_id]


def _district_officers() -> frozenset[int]:
    query = select(Officer.user_id).join(User, User.id == Officer.user_id)
    return frozenset(db.session.scalars(query.where(Officer.gerai_id == DISTRICT)))


def _read(
    row: Row[int, datetime, int | None, str], names: dict[int, str], office: frozenset[int]
) -> Appointment:
    answer = json.loads(row.answer)
    return Appointment(
        gerai_id=row.gerai_id,
        at=row.at,
        user_id=answer["user"],
        name=names.get(answer["user"], ""),
        role=answer.get("role"),
        by_id=row.user_id,
        by_name=names.get(row.user_id or 0, ""),
        by_district=row.user_id is None or row.user_id in office,
    )


def bound_until(gerai_id: int, one: int, other: int, at: datetime) -> datetime | None:
    """Until when these two are no second person to each other, because one made the other's role or password.

    None when neither did within ``RECENT``: a made-up account must first have been seen by others for a while.
    """
    pair = {one, other}
    for each in appointments([gerai_id], at - RECENT):
        if {each.user_id, each.by_id} == pair:
            return each.at + RECENT
    return None
