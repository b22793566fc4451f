"""Goods that come in on a nota."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import insert

from app.books.acts import act
from app.books.book import OpenBook
from app.catalog.queries import ItemFacts, items_by_no
from app.catalog.refusals import ItemUnknown
from app.inventory import postings
from app.inventory.models import Receiving, ReceivingLine
from app.inventory.operations.stock import Move, Moved, move
from app.inventory.refusals import (
    CostImplausible,
    ItemNotSold,
    NothingReceived,
    QuantityNotPositive,
    QuantityNotWhole,
)
from app.inventory.rules import HIGHEST_UNIT_COST, ReceivedLine, fits, unit_cost
from app.ledger.operations import post
from app.ledger.operations.periods import ensure_open

_RECEIVING, _LINE = insert(Receiving), insert(ReceivingLine)


@act("inventory.receive_goods")
def receive_goods(
    book: OpenBook, *, on: date, supplier: str, nota: str, paid_from: str, lines: tuple[ReceivedLine, ...]
) -> dict[str, Any]:
    """Take goods into stock at what they cost; the safe paid them, or their bill is still to come.

    ``paid_from`` is "safe" or "unbilled". Raises NothingReceived, ItemUnknown, ItemNotSold,
    QuantityNotPositive, QuantityNotWhole, CostImplausible, and FutureDate, PeriodClosed,
    PeriodLocked, PeriodUnknown for the date. A refusal of a line speaks at ``lines-0-quantity``.
    """
    items = _checked(book, lines)
    ensure_open(book, on)
    no, cost = book.next_no("receiving"), sum(line.cost for line in lines)
    moves = [Move(line.item_no, line.quantity_milli, line.cost) for line in lines]
    moved = move(book, on=on, source=postings.RECEIVING, source_no=no, moves=moves)
    entry = _post(book, no, on=on, paid_from=paid_from, items=items, moved=moved)
    header = {"received_on": on, "supplier": supplier, "nota": nota, "paid_from": paid_from, "cost": cost}
    key = {"gerai_id": book.gerai_id, "no": no, "entry_no": entry, "act_no": book.act_no}
    book.write(_RECEIVING, [{**key, **header}])
    book.write(_LINE, [_row(book, no, number, line) for number, line in enumerate(lines, 1)])
    return {"receiving": no, "entry": entry, "cost": cost, "variance": sum(each.variance for each in moved)}


def _checked(book: OpenBook, lines: Sequence[ReceivedLine]) -> dict[int, ItemFacts]:
    if not lines:
        raise NothingReceived()
    items = items_by_no(book.gerai_id, (line.item_no for line in lines))
    for number, line in enumerate(lines):
        _check_line(f"lines-{number}", line, items.get(line.item_no))
    return items


def _check_line(at: str, line: ReceivedLine, item: ItemFacts | None) -> None:
    if item is None:
        raise ItemUnknown(f"{at}-item", item=line.item_no)
    if item.ended:
        raise ItemNotSold(f"{at}-item", item=item.name)
    if line.quantity_milli <= 0:
        raise QuantityNotPositive(f"{at}-quantity")
    if not fits(line.quantity_milli, item.decimals):
        raise QuantityNotWhole(f"{at}-quantity", item=item.name, unit=item.unit)
    if unit_cost(line) > HIGHEST_UNIT_COST:
        raise CostImplausible(f"{at}-cost", unit=item.unit, unit_cost=unit_cost(line))


def _post(
    book: OpenBook,
    no: int,
    *,
    on: date,
    paid_from: str,
    items: dict[int, ItemFacts],
    moved: Sequence[Moved],
) -> int | None:
    """The entry's number; None when the goods were free."""
    draft = postings.receiving(
        no,
        on,
        paid_from=paid_from,
        changes=[(items[each.item_no].stock_group, each.value_change) for each in moved],
        variance=sum(each.variance for each in moved),
        cost=sum(each.cost for each in moved),
    )
    return post(book, draft) if draft else None


def _row(book: OpenBook, no: int, number: int, line: ReceivedLine) -> dict[str, Any]:
    return {"gerai_id": book.gerai_id, "receiving_no": no, "line": number, **vars(line)}
