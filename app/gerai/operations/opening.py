"""Opening a gerai: its book, its chart, its first month, its units."""

from typing import Any

from sqlalchemy import func, select

from app.books.acts import act, beside
from app.books.book import OpenBook, found_book
from app.books.models import Book
from app.gerai.hooks import run_openers
from app.gerai.models import Gerai, GeraiUnit, Village
from app.gerai.refusals import GeraiExists, VillageUnknown
from app.ledger import chart
from app.ledger.operations.periods import add_period

FIRST_UNITS = ("KANTOR", "TOKO")


@act("gerai.open")
def open_gerai(
    book: OpenBook, *, code: str, cooperative: str, address: str = "", units: tuple[str, ...] = FIRST_UNITS
) -> dict[str, Any]:
    """In the district's book: open the gerai of a village. Raises VillageUnknown, GeraiExists."""
    if book.session.get(Village, code) is None:
        raise VillageUnknown("code")
    if book.session.scalar(select(Gerai.gerai_id).where(Gerai.code == code)) is not None:
        raise GeraiExists("code")
    gerai_id = (book.session.scalar(select(func.max(Book.gerai_id))) or 0) + 1
    found_book(book.session, gerai_id, book.at)
    chart.copy_to(book.session, gerai_id)
    with beside(book, gerai_id, "gerai.opened") as own:
        _furnish(own, code=code, cooperative=cooperative, address=address, units=units)
    return {"gerai": gerai_id, "code": code}


def _furnish(own: OpenBook, *, code: str, cooperative: str, address: str, units: tuple[str, ...]) -> None:
    gerai = Gerai(
        gerai_id=own.gerai_id, code=code, cooperative=cooperative, address=address, opened_on=own.today
    )
    own.session.add(gerai)
    wanted = sorted({*FIRST_UNITS, *units})
    own.session.add_all(GeraiUnit(gerai_id=own.gerai_id, unit=unit, opened_on=own.today) for unit in wanted)
    add_period(own, own.today)
    run_openers(own)
