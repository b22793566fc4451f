"""Receipt numbers: each printed once, and what is to be said where one was not."""

from sqlalchemy import bindparam, func, select

from app.books.book import OpenBook
from app.cash.queries import receipt_counter
from app.sales import refusals
from app.sales.models import Sale
from app.sales.request import SaleRequest
from app.sales.verdict import Verdict

FARTHEST_AHEAD = 100_000
"""Receipts a register may have printed unheard. One number near the end of the digits would else end the sequence."""
_REPEATS = select(func.max(Sale.number_repeat)).where(
    Sale.gerai_id == bindparam("gerai_id"), Sale.number == bindparam("number")
)


def number_repeat(book: OpenBook, order: SaleRequest, verdict: Verdict) -> int:
    """0 for a receipt number that is new, as all should be; else how often it was there before."""
    kind = receipt_counter(order.register)
    last = book.counters.get(kind, 0)
    next_number = f"{order.register}-{last + 1:06d}"
    if order.number_seq > last + FARTHEST_AHEAD:
        verdict.object(refusals.NumberAhead(number=order.number, next_number=next_number))
        return _repeats(book, order.number, 0) + 1  # 0 stays free for when the sequence gets there
    if order.number_seq > last:
        book.raise_no(kind, order.number_seq)
        return 0
    repeats = _repeats(book, order.number, -1)
    if repeats >= 0:
        verdict.object(refusals.NumberTaken(number=order.number, next_number=next_number))
    return repeats + 1


def _repeats(book: OpenBook, number: str, none: int) -> int:
    """The highest repeat of a receipt number; ``none`` where it never was."""
    found = book.read(_REPEATS, gerai_id=book.gerai_id, number=number)[0][0]
    return none if found is None else int(found)
