"""Day counts: kept by the act that changes them, so that a district page sums rows and never scans sales."""

from datetime import date

from sqlalchemy import Date, bindparam, text

from app.books.book import OpenBook

_COUNT = text(
    "INSERT INTO daily_count (gerai_id, counted_on, measure, value) VALUES (:g, :day, :measure, :by)"
    " ON CONFLICT (gerai_id, counted_on, measure) DO UPDATE SET value = daily_count.value + excluded.value"
).bindparams(bindparam("day", type_=Date))


def count(book: OpenBook, on: date, **measures: int) -> None:
    """Add to the counts of a day: ``count(book, day, receipts=1)``."""
    rows = [
        {"g": book.gerai_id, "day": on, "measure": name, "by": by}
        for name, by in sorted(measures.items())
        if by
    ]
    book.write(_COUNT, rows)
