"""Whether a database may be given demo life."""

from app.access.models import User
from app.foundation.database import db


def is_empty() -> bool:
    """Nobody can sign in yet: a database that has never been started."""
    return db.session.query(User.id).first() is None
