"""A real start: reference data, the district's book, and its first administrator."""

from datetime import datetime

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from app.access.operations import add_user
from app.books import DISTRICT
from app.books.acts import act
from app.books.book import Occasion, OpenBook, found_book
from app.books.models import Book
from app.foundation.database import db, unit_of_work
from app.gerai import regions
from app.gerai.hooks import openings
from app.gerai.models import Officer
from app.gerai.refusals import DistrictStarted
from app.gerai.roles import Role
from app.ledger import chart


def start_district(*, username: str, name: str, password: str, at: datetime, must_change: bool = True) -> int:
    """Make the reference data and the first administrator; returns the administrator's user id.

    Raises DistrictStarted, UsernameMalformed, UsernameTaken, PasswordTooShort.
    """
    with unit_of_work() as session:
        load_reference(session, at)
    first = Occasion(DISTRICT, None, at)
    done = _appoint_first(first, username=username, name=name, password=password, must_change=must_change)
    return int(done.answer["user"])


def load_reference(session: Session, at: datetime) -> None:
    """Regions, chart, units, what rooms above add, and the district's book, as far as they are missing.

    Within a unit of work; any number of times.
    """
    regions.load_reference(session)
    chart.load_reference(session)
    for load in openings().reference:
        load(session)
    if session.get(Book, DISTRICT) is None:
        found_book(session, DISTRICT, at)


@act("gerai.start_district")
def _appoint_first(
    book: OpenBook, *, username: str, name: str, password: str, must_change: bool
) -> dict[str, int]:
    taken = select(Officer.user_id).where(Officer.gerai_id == DISTRICT, Officer.role == Role.DISTRICT_ADMIN)
    if db.session.scalar(taken.limit(1)) is not None:
        raise DistrictStarted()
    user = add_user(username=username, name=name, password=password, at=book.at, must_change=must_change)
    row = {
        "gerai_id": DISTRICT,
        "user_id": user.id,
        "role": Role.DISTRICT_ADMIN.value,
        "appointed_at": book.at,
    }
    book.session.execute(insert(Officer), [row])
    return {"user": user.id}
