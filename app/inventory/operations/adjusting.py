"""Stock put right by hand, with the reason."""

from typing import Any

from sqlalchemy import insert

from app.books.acts import act
from app.books.book import OpenBook
from app.catalog.queries import ItemFacts, items_by_no
from app.catalog.refusals import ItemUnknown
from app.inventory import average, postings
from app.inventory.average import Level
from app.inventory.models import Adjustment
from app.inventory.operations.stock import Move, move, stock_on_hand
from app.inventory.refusals import (
    AdjustmentOverLimit,
    CostUnknown,
    QuantityNotPositive,
    QuantityNotWhole,
    StockTooLow,
)
from app.inventory.rules import change_of, fits
from app.ledger.operations import Limit, post

NO_LIMIT = Limit()
_ADJUSTMENT = insert(Adjustment)


@act("inventory.adjust_stock")
def adjust_stock(
    book: OpenBook, *, item_no: int, quantity_milli: int, reason: str, note: str, limit: Limit = NO_LIMIT
) -> dict[str, Any]:
    """Write stock off, or take what was found in at the last average; today, against 5-7100.

    ``quantity_milli`` is positive, the reason gives it its direction. Raises ItemUnknown,
    QuantityNotPositive, QuantityNotWhole, StockTooLow, CostUnknown, AdjustmentOverLimit.
    """
    item = items_by_no(book.gerai_id, [item_no]).get(item_no)
    if item is None:
        raise ItemUnknown("item", item=item_no)
    level, change = stock_on_hand(book, [item_no])[item_no], change_of(reason, quantity_milli)
    _check(item, level, quantity_milli, change)
    _check_limit(level, change, limit)
    no = book.next_no("adjustment")
    [moved] = move(
        book, on=book.today, source=postings.ADJUSTMENT, source_no=no, moves=[Move(item_no, change)]
    )
    entry = _post(book, no, item.stock_group, moved.value_change)
    facts = {"item_no": item_no, "quantity_milli": change, "cost": moved.value_change}
    key = {"gerai_id": book.gerai_id, "no": no, "entry_no": entry, "act_no": book.act_no}
    book.write(_ADJUSTMENT, [{**key, **facts, "adjusted_on": book.today, "reason": reason, "note": note}])
    return {"adjustment": no, "entry": entry, "cost": moved.value_change, "left": moved.left_milli}


def _post(book: OpenBook, no: int, group: str, change: int) -> int | None:
    """The entry's number; None when the goods had no value."""
    draft = postings.adjustment(no, book.today, group=group, change=change)
    return post(book, draft) if draft else None


def _check(item: ItemFacts, level: Level, quantity_milli: int, change: int) -> None:
    if quantity_milli <= 0:
        raise QuantityNotPositive("quantity")
    if not fits(quantity_milli, item.decimals):
        raise QuantityNotWhole("quantity", item=item.name, unit=item.unit)
    if change < 0 and level.quantity_milli + change < 0:
        raise StockTooLow("quantity", left=level.quantity_milli, unit=item.unit)
    if change > 0 and level.unit_cost == 0:
        raise CostUnknown("item")


def _check_limit(level: Level, change: int, limit: Limit) -> None:
    amount = average.issue(level, -change)[1] if change < 0 else average.at_average(level, change)
    if limit.amount is not None and amount > limit.amount:
        raise AdjustmentOverLimit("quantity", amount=amount, limit=limit.amount)
