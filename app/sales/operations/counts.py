"""Receipts and buying members of a day, kept with every sale and void; a member counts once a day."""

from datetime import date

from sqlalchemy import Date, bindparam, text

from app.books.book import OpenBook
from app.gerai.operations import count

_BOUGHT = text(
    "SELECT count(*) FROM sale_member m WHERE m.gerai_id = :g AND m.member_no = :member AND m.bought_on = :day"
    " AND m.sale_no <> :no AND NOT EXISTS (SELECT 1 FROM sale_return r WHERE r.gerai_id = m.gerai_id"
    " AND r.sale_no = m.sale_no AND r.kind = 'void')"
).bindparams(bindparam("day", type_=Date))


def count_sale(book: OpenBook, on: date, member_no: int | None, no: int) -> None:
    if member_no is None:
        count(book, on, receipts=1)
    else:
        count(book, on, receipts=1, receipts_member=1, members_bought=_first(book, on, member_no, no))


def count_void(book: OpenBook, on: date, member_no: int | None, no: int) -> None:
    """A voided sale is no receipt of its day, and no visit of its member."""
    if member_no is None:
        count(book, on, receipts=-1)
    else:
        count(book, on, receipts=-1, receipts_member=-1, members_bought=-_first(book, on, member_no, no))


def _first(book: OpenBook, on: date, member_no: int, no: int) -> int:
    """1 where the member bought nothing else that day."""
    others = book.read(_BOUGHT, g=book.gerai_id, member=member_no, day=on, no=no)[0][0]
    return 0 if others else 1
