"""Other people's goods in a basket: whose they are, and what they are owed for them."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from app.books.book import OpenBook
from app.inventory.operations import Moved
from app.purchasing.operations import record_consigned
from app.purchasing.queries import consigned
from app.purchasing.rules import ConsignedSale
from app.sales import postings
from app.sales.basket import PricedLine
from app.sales.operations.decide import Decided
from app.sales.returns import Part


class Share(NamedTuple):
    """What a line's supplier is owed for it, in rupiah."""

    supplier_no: int
    owed: int


def sell_consigned(book: OpenBook, no: int, decided: Decided, moved: dict[int, Moved]) -> dict[int, Share]:
    """Shares by the line's place in the basket. Only goods that cost the gerai nothing can be another's."""
    free = [(i, line) for i, line in enumerate(decided.lines) if i in moved and moved[i].cost == 0]
    owners = consigned(book.gerai_id, (_item(line) for _, line in free)) if free else {}
    shares = {
        i: Share(owners[_item(line)].supplier_no, owners[_item(line)].share(line.stock_milli))
        for i, line in free
        if _item(line) in owners
    }
    _record(
        book, decided.posted_on, postings.SOURCE, no, (_sold(decided.lines[i], shares[i]) for i in shares)
    )
    return shares


def _item(line: PricedLine) -> int:
    return line.item.no if line.item else 0


def _sold(line: PricedLine, share: Share) -> ConsignedSale:
    return ConsignedSale(_item(line), share.supplier_no, line.stock_milli, line.amount, share.owed)


def take_back_consigned(book: OpenBook, on: date, source: str, no: int, parts: Sequence[Part]) -> None:
    """They lie in the shop again, and their owner is owed so much less."""
    back = (
        ConsignedSale(
            part.sold.item_no or 0, part.sold.supplier_no, -part.stock_milli, -part.amount, -part.owed
        )
        for part in parts
        if part.sold.supplier_no is not None
    )
    _record(book, on, source, no, back)


def _record(book: OpenBook, on: date, source: str, no: int, sold: Iterable[ConsignedSale]) -> None:
    rows = list(sold)
    if rows:
        record_consigned(book, on=on, source=source, source_no=no, sold=rows)
