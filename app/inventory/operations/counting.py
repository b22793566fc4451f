"""Opname: a session is opened, items are counted blindly, differences are looked at twice and approved as one entry."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import func, insert, select

from app.books.acts import act
from app.books.book import OpenBook
from app.catalog.models import Item
from app.catalog.queries import ItemFacts, items_by_no
from app.catalog.queries.search import matches
from app.inventory import average, postings
from app.inventory.average import Level
from app.inventory.models import CountedItem, Stock, StockCount, StockCountEnd, StockMovement, Tally
from app.inventory.operations.stock import Move, Moved, move, stock_on_hand
from app.inventory.refusals import (
    CountedQuantityWrong,
    CountEnded,
    CountOpen,
    CountOverLimit,
    CountUnknown,
    ItemMovedMeanwhile,
    ItemNotInCount,
    NotCountedYet,
    NothingCounted,
    NothingToCount,
    SecondLookByAnother,
    SecondLookMissing,
)
from app.inventory.rules import Look, needs_second_look
from app.ledger.operations import Limit, post

NO_LIMIT = Limit()


@act("inventory.open_count")
def open_count(book: OpenBook, *, scope: str, words: str, threshold: int) -> dict[str, Any]:
    """Open a session over everything, a group of goods, or what a search finds.

    Raises CountOpen while another one is open, NothingToCount.
    """
    mine = select(StockCount.no).where(StockCount.gerai_id == book.gerai_id, StockCount.ended_at.is_(None))
    before = book.session.scalar(mine)
    if before is not None:
        raise CountOpen(count=before)
    items = _covered(book, scope, words)
    if not items:
        raise NothingToCount("words" if scope == "search" else "scope")
    no = book.next_no("stock_count")
    header = {"scope": scope, "words": words if scope == "search" else "", "threshold": threshold}
    opened = {"opened_at": book.at, "opened_by": book.user_id, "ended_at": None}
    book.write(insert(StockCount), [{"gerai_id": book.gerai_id, "no": no, **header, **opened}])
    key = {"gerai_id": book.gerai_id, "count_no": no}
    book.write(insert(CountedItem), [{**key, "item_no": item_no} for item_no in items])
    return {"count": no, "items": len(items)}


def _covered(book: OpenBook, scope: str, words: str) -> list[int]:
    """What is on sale, and what is no longer sold but still in the stock."""
    same = (Stock.gerai_id == Item.gerai_id) & (Stock.item_no == Item.no)
    query = select(Item.no).outerjoin(Stock, same).where(Item.gerai_id == book.gerai_id)
    query = query.where(Item.ended_at.is_(None) | (func.coalesce(Stock.quantity_milli, 0) != 0))
    if scope == "search":
        query = query.where(matches(words))
    elif scope != "all":
        query = query.where(Item.stock_group == scope)
    return list(book.session.scalars(query.order_by(Item.no)))


@act("inventory.count_item")
def count_item(
    book: OpenBook, *, count_no: int, item_no: int, quantity_milli: int, add: bool, look: int
) -> dict[str, Any]:
    """Write what the acting person counted; with ``add`` on top of what was counted before.

    The answer says nothing of what the books hold: counting is blind. Raises CountUnknown, CountEnded,
    ItemNotInCount, CountedQuantityWrong, ItemMovedMeanwhile, NotCountedYet, SecondLookByAnother.
    """
    _open_session(book, count_no)
    item = _covered_item(book, count_no, item_no)
    if quantity_milli < 0 or quantity_milli % 10 ** (3 - item.decimals):
        raise CountedQuantityWrong("quantity", item=item.name, unit=item.unit)
    tallies = list(_tallies(book, count_no, item_no))
    _check_look(book, item, tallies, look)
    same = [each for each in tallies if each.look == look]
    counted = quantity_milli
    if add and same:
        _ensure_unmoved(book, item, same[-1])
        counted += same[-1].counted_milli
    level = stock_on_hand(book, [item_no])[item_no]
    key = {"gerai_id": book.gerai_id, "count_no": count_no, "item_no": item_no, "act_no": book.act_no}
    seen = {"look": look, "counted_milli": counted, "book_milli": level.quantity_milli}
    who = {"counted_by": book.user_id, "counted_at": book.at}
    book.write(insert(Tally), [{**key, **seen, **who}])
    return {"count": count_no, "item": item_no, "counted": counted, "look": look}


def _check_look(book: OpenBook, item: ItemFacts, tallies: list[Tally], look: int) -> None:
    first = [each for each in tallies if each.look == 1]
    if look == 2 and not first:
        raise NotCountedYet("quantity", item=item.name)
    if look == 2 and any(each.counted_by == book.user_id for each in first):
        raise SecondLookByAnother("quantity", item=item.name)


def _ensure_unmoved(book: OpenBook, item: ItemFacts, tally: Tally) -> None:
    """What was counted before still lies where it was counted."""
    later = select(StockMovement.act_no).where(
        StockMovement.gerai_id == book.gerai_id,
        StockMovement.item_no == item.no,
        StockMovement.act_no > tally.act_no,
    )
    if book.session.scalar(later.limit(1)) is not None:
        raise ItemMovedMeanwhile("quantity", item=item.name)


@act("inventory.approve_count")
def approve_count(book: OpenBook, *, count_no: int, note: str, limit: Limit = NO_LIMIT) -> dict[str, Any]:
    """Put the stock right by every difference, as one entry, and end the session.

    A difference is what was counted less what the books held at that moment, so what was sold since stays
    sold. What was not counted stays as it is. Raises CountUnknown, CountEnded, NothingCounted,
    SecondLookMissing, CountOverLimit.
    """
    session = _open_session(book, count_no)
    last = last_looks(book, count_no)
    if not last:
        raise NothingCounted()
    items = items_by_no(book.gerai_id, last)
    levels = stock_on_hand(book, last)
    worth = {no: worth_of(levels[no], look.difference_milli) for no, look in last.items()}
    waiting = [no for no, look in last.items() if needs_second_look(worth[no], session.threshold, look)]
    if waiting:
        raise SecondLookMissing(count=len(waiting))
    amount = sum(abs(each) for each in worth.values())
    if limit.amount is not None and amount > limit.amount:
        raise CountOverLimit(amount=amount, limit=limit.amount)
    moved = _put_right(book, count_no, last)
    changes = [(items[each.item_no].stock_group, each.value_change) for each in moved]
    draft = postings.count(count_no, book.today, changes=changes)
    entry = post(book, draft) if draft else None
    return _end(book, session, "approved", note=note, entry=entry, moved=moved)


def _put_right(book: OpenBook, count_no: int, last: dict[int, Look]) -> list[Moved]:
    moves = [Move(no, last[no].difference_milli) for no in sorted(last) if last[no].difference_milli]
    return move(book, on=book.today, source=postings.COUNT, source_no=count_no, moves=moves) if moves else []


@act("inventory.cancel_count")
def cancel_count(book: OpenBook, *, count_no: int, note: str) -> dict[str, Any]:
    """End a session without touching the stock; its tallies stay. Raises CountUnknown, CountEnded."""
    return _end(book, _open_session(book, count_no), "cancelled", note=note, entry=None, moved=[])


def _end(
    book: OpenBook, session: StockCount, outcome: str, *, note: str, entry: int | None, moved: list[Moved]
) -> dict[str, Any]:
    surplus = sum(each.value_change for each in moved if each.value_change > 0)
    loss = -sum(each.value_change for each in moved if each.value_change < 0)
    session.ended_at = book.at
    book.session.flush()
    key = {"gerai_id": book.gerai_id, "count_no": session.no, "entry_no": entry, "act_no": book.act_no}
    book.write(
        insert(StockCountEnd), [{**key, "outcome": outcome, "surplus": surplus, "loss": loss, "note": note}]
    )
    return {"count": session.no, "entry": entry, "surplus": surplus, "loss": loss, "items": len(moved)}


def last_looks(book: OpenBook, count_no: int) -> dict[int, Look]:
    """The tally that counts of each item that was counted: the last one, of the second look if there is one."""
    query = select(Tally).where(Tally.gerai_id == book.gerai_id, Tally.count_no == count_no)
    return latest(book.session.scalars(query.order_by(Tally.look, Tally.act_no)))


def latest(tallies: Iterable[Tally]) -> dict[int, Look]:
    """Out of tallies in the order of their look and act."""
    return {
        each.item_no: Look(each.look, each.counted_milli, each.book_milli, each.counted_by)
        for each in tallies
    }


def worth_of(level: Level, difference_milli: int) -> int:
    """What a difference does to the stock's value, in signed rupiah."""
    if difference_milli < 0:
        return -average.issue(level, -difference_milli)[1]
    return average.at_average(level, difference_milli)


def _open_session(book: OpenBook, count_no: int) -> StockCount:
    session = book.session.get(StockCount, (book.gerai_id, count_no))
    if session is None:
        raise CountUnknown()
    if session.ended_at is not None:
        raise CountEnded()
    return session


def _covered_item(book: OpenBook, count_no: int, item_no: int) -> ItemFacts:
    item = items_by_no(book.gerai_id, [item_no]).get(item_no)
    if item is None or book.session.get(CountedItem, (book.gerai_id, count_no, item_no)) is None:
        raise ItemNotInCount("item", item=item.name if item else item_no)
    return item


def _tallies(book: OpenBook, count_no: int, item_no: int) -> Iterable[Tally]:
    mine = (Tally.gerai_id == book.gerai_id, Tally.count_no == count_no, Tally.item_no == item_no)
    return book.session.scalars(select(Tally).where(*mine).order_by(Tally.act_no))
