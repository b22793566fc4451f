"""Whether the product's books say what the exercise book says, and whether they agree among themselves."""

from collections import Counter
from typing import Any

from sqlalchemy import func, select

from app.cash.models import Shift
from app.cash.queries import drawer_by_unit
from app.catalog.models import Item
from app.foundation.database import db
from app.inventory.models import Stock, StockMovement
from app.inventory.postings import stock_account
from app.ledger.audit import audit
from app.ledger.models import Balance, Posting
from app.ledger.operations.rebuild import rebuild
from app.purchasing.models import Payable
from app.receivables import queries as bon
from tests.ledger.history import kept
from tests.stories.plain_books import BON, OWED, PlainBooks
from tests.village import TestVillage

WATCHED = {"1-1100", "1-1110", "1-1130", "1-1210", "1-1300", "2-1100", "2-1105", "2-1315"}
STOCK_ACCOUNTS = {"1-1500", "1-1520", "1-1530"}


def agree(village: TestVillage, books: PlainBooks) -> None:
    db.session.remove()
    gerai_id = village.gerai_id
    assert _money(gerai_id) == {purse: amount for purse, amount in books.money.items() if amount}
    assert _stock(gerai_id) == books.stock == _moved(gerai_id)
    assert _worth(gerai_id) == _booked_stock(gerai_id)
    assert _by_unit(gerai_id) == {0}
    shift = db.session.get_one(Shift, (gerai_id, books.shift))
    assert sum(drawer_by_unit(gerai_id, shift).values()) == books.in_the_drawer
    assert sum(each.left for each in bon.account(gerai_id, 1).charges) == books.money[BON]
    assert _still_owed(gerai_id) == -books.money[OWED]


def nothing_is_wrong(village: TestVillage) -> None:
    """The audit finds nothing, and what it would rebuild is what is there."""
    db.session.remove()
    assert audit(village.gerai_id).faults == []
    before = kept()
    rebuild(village.occasion("dewi"))
    assert kept() == before


def _rows(query: Any) -> dict[Any, int]:
    return {tuple(key) if len(key) > 1 else key[0]: int(amount) for *key, amount in db.session.execute(query)}


def _money(gerai_id: int) -> dict[tuple[str, str], int]:
    query = select(Balance.account, Balance.subledger, Balance.amount).where(
        Balance.gerai_id == gerai_id, Balance.account.in_(WATCHED), Balance.amount != 0
    )
    return _rows(query)


def _stock(gerai_id: int) -> dict[int, int]:
    return _rows(select(Stock.item_no, Stock.quantity_milli).where(Stock.gerai_id == gerai_id))


def _moved(gerai_id: int) -> dict[int, int]:
    query = select(StockMovement.item_no, func.sum(StockMovement.quantity_milli))
    return _rows(query.where(StockMovement.gerai_id == gerai_id).group_by(StockMovement.item_no))


def _worth(gerai_id: int) -> dict[str, int]:
    """Account -> what the goods of its group are worth on the shelf."""
    same = (Item.gerai_id == Stock.gerai_id) & (Item.no == Stock.item_no)
    query = select(Item.stock_group, Stock.value).join_from(Stock, Item, same)
    worth: Counter[str] = Counter()
    for group, value in db.session.execute(query.where(Stock.gerai_id == gerai_id)):
        worth[stock_account(group)] += int(value)
    return {account: value for account, value in worth.items() if value}


def _booked_stock(gerai_id: int) -> dict[str, int]:
    query = select(Posting.account, func.sum(Posting.amount)).where(
        Posting.gerai_id == gerai_id, Posting.account.in_(STOCK_ACCOUNTS)
    )
    return {account: value for account, value in _rows(query.group_by(Posting.account)).items() if value}


def _by_unit(gerai_id: int) -> set[int]:
    query = select(Posting.entry_no, Posting.unit, func.sum(Posting.amount)).where(
        Posting.gerai_id == gerai_id
    )
    return set(_rows(query.group_by(Posting.entry_no, Posting.unit)).values())


def _still_owed(gerai_id: int) -> int:
    query = select(func.sum(Payable.amount - Payable.settled)).where(Payable.gerai_id == gerai_id)
    return int(db.session.scalar(query) or 0)
