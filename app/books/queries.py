"""Questions about acts."""

from collections.abc import Sequence

from sqlalchemy import Row, select

from app.access.models import User
from app.books.acts import CONFLICT
from app.books.models import Act
from app.foundation.database import db


def acts(
    gerai_id: int,
    *,
    before: int | None = None,
    after: int | None = None,
    kind: str | None = None,
    user_id: int | None = None,
    limit: int = 50,
) -> Sequence[Row[Act, str]]:
    """Acts with the name of who did each, newest first: the newest before number ``before``, or the next after ``after``."""
    query = select(Act, User.name).outerjoin(User, User.id == Act.user_id).where(Act.gerai_id == gerai_id)
    if before is not None:
        query = query.where(Act.no < before)
    if after is not None:
        query = query.where(Act.no > after)
    if kind is not None:
        query = query.where(Act.kind == kind)
    if user_id is not None:
        query = query.where(Act.user_id == user_id)
    if after is not None:
        return db.session.execute(query.order_by(Act.no).limit(limit)).all()[::-1]
    return db.session.execute(query.order_by(Act.no.desc()).limit(limit)).all()


def conflicts(gerai_id: int, *, limit: int = 20) -> Sequence[Row[Act, str]]:
    """References that came again with other content, newest first."""
    return acts(gerai_id, kind=CONFLICT, limit=limit)


def last_act(gerai_id: int, kind: str) -> Act | None:
    query = select(Act).where(Act.gerai_id == gerai_id, Act.kind == kind).order_by(Act.no.desc()).limit(1)
    return db.session.scalar(query)


def act_of_reference(gerai_id: int, reference: str) -> int | None:
    """The number of the act that a client's reference names; None where it never came, or was only refused."""
    query = select(Act.no).where(Act.gerai_id == gerai_id, Act.reference == reference)
    return db.session.scalar(query)
