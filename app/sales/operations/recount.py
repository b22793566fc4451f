"""Rebuilding the day counts that sales keep."""

from sqlalchemy import text

from app.books.book import OpenBook

_CLEAR = text(
    "DELETE FROM daily_count WHERE gerai_id = :g AND measure IN ('receipts', 'receipts_member', 'members_bought')"
)
_STANDING = (
    " AND NOT EXISTS (SELECT 1 FROM sale_return r WHERE r.gerai_id = s.gerai_id AND r.sale_no = s.no"
    " AND r.kind = 'void')"
)


def _counted(measure: str, value: str, of_members: str = "") -> str:
    return (
        "INSERT INTO daily_count (gerai_id, counted_on, measure, value)"  # noqa: S608  # our own names
        f" SELECT s.gerai_id, s.posted_on, '{measure}', {value} FROM sale s{of_members}"
        f" WHERE s.gerai_id = :g{_STANDING} GROUP BY s.gerai_id, s.posted_on"
    )


_OF_MEMBERS = " JOIN sale_member m ON m.gerai_id = s.gerai_id AND m.sale_no = s.no"
_COUNTS = (
    text(_counted("receipts", "count(*)")),
    text(_counted("receipts_member", "count(*)", _OF_MEMBERS)),
    text(_counted("members_bought", "count(DISTINCT m.member_no)", _OF_MEMBERS)),
)


def recount_receipts(book: OpenBook) -> None:
    """Count the receipts and the buying members of every day anew, out of the sales themselves."""
    for statement in (_CLEAR, *_COUNTS):
        book.write(statement, [{"g": book.gerai_id}])
