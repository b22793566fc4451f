"""Who holds which role in one gerai, or in the district office."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Row, select

from app.access.models import User
from app.foundation.database import db
from app.gerai.models import Officer


def officers(gerai_id: int) -> Sequence[Row[Officer, User]]:
    """(officer, user) of those who hold a role now, by name."""
    query = (
        select(Officer, User)
        .join(User, User.id == Officer.user_id)
        .where(Officer.gerai_id == gerai_id, Officer.ended_at.is_(None))
        .order_by(User.name, User.id, Officer.role)
    )
    return db.session.execute(query).all()


def officer(gerai_id: int, user_id: int) -> User | None:
    """The person, as far as they hold a role here now."""
    held = select(Officer.user_id).where(
        Officer.gerai_id == gerai_id, Officer.user_id == user_id, Officer.ended_at.is_(None)
    )
    return db.session.scalar(select(User).where(User.id.in_(held)))


def everyone(gerai_id: int) -> dict[int, str]:
    """User id to name of all who hold or held a role here, by name."""
    query = select(User.id, User.name).join(Officer, Officer.user_id == User.id)
    found = query.where(Officer.gerai_id == gerai_id).distinct().order_by(User.name, User.id)
    return dict(db.session.execute(found).all())


def names_of(user_ids: Iterable[int]) -> dict[int, str]:
    """User id to name."""
    query = select(User.id, User.name).where(User.id.in_(sorted(set(user_ids))))
    return dict(db.session.execute(query).all())
