"""Rebuilding the day counts that sales keep."""

from sqlalchemy import text

from app.books.book import OpenBook

_CLEAR = text("DELETE FROM daily_count WHERE gerai_id = :g AND measure = 'receipts'")
_COUNT = text(
    "INSERT INTO daily_count (gerai_id, counted_on, measure, value)"
    " SELECT gerai_id, posted_on, 'receipts', count(*) FROM sale WHERE gerai_id = :g GROUP BY gerai_id, posted_on"
)


def recount_receipts(book: OpenBook) -> None:
    """Count the receipts of every day anew, out of the sales themselves."""
    book.write(_CLEAR, [{"g": book.gerai_id}])
    book.write(_COUNT, [{"g": book.gerai_id}])
