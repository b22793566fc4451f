"""The questions of a gerai's day. Money and counts come from what posting keeps, never from scans of postings."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import Row, case, func, select

from app.books.models import Book
from app.cash.models import Tender
from app.cash.report import Head
from app.catalog.models import Item
from app.foundation.database import db
from app.foundation.dates import local
from app.gerai.models import DailyCount
from app.inventory.models import Stock
from app.ledger.models import DailyTotal, Entry, Posting
from app.sales.models import Sale, SaleLine, SaleLineConsigned, SaleReturn, SaleReturnLine
from app.sales.postings import DISCOUNTS, RETURN, SALES, SOURCE, VOID
from app.statements.figures import ACCOUNTS, Figures

RECEIPTS = "receipts"
SHOWN = 8


def figures(gerai_id: int, days: Iterable[date]) -> dict[date, Figures]:
    """What each of these days comes to. Two queries, however many days."""
    wanted = list(days)
    moved: dict[date, dict[str, int]] = {day: {} for day in wanted}
    net = func.sum(DailyTotal.debit - DailyTotal.credit)
    totals = select(DailyTotal.posted_on, DailyTotal.account, net).where(
        DailyTotal.gerai_id == gerai_id, DailyTotal.posted_on.in_(wanted), DailyTotal.account.in_(ACCOUNTS)
    )
    for day, account, amount in db.session.execute(totals.group_by(DailyTotal.posted_on, DailyTotal.account)):
        moved[day][account] = int(amount)
    counts = day_counts(gerai_id, wanted)
    return {day: Figures(moved[day], counts[day].get(RECEIPTS, 0), counts[day]) for day in wanted}


def day_counts(gerai_id: int, days: Iterable[date]) -> dict[date, dict[str, int]]:
    """What was counted on each of these days, by measure."""
    found: dict[date, dict[str, int]] = {day: {} for day in days}
    query = select(DailyCount.counted_on, DailyCount.measure, DailyCount.value).where(
        DailyCount.gerai_id == gerai_id, DailyCount.counted_on.in_(list(found))
    )
    for day, measure, value in db.session.execute(query):
        found[day][measure] = value
    return found


def turnovers(gerai_id: int, first: date, last: date) -> dict[date, int]:
    """What was sold on each day from ``first`` to ``last`` on which anything was."""
    sold = (*SALES.values(), *DISCOUNTS.values())
    net = func.sum(DailyTotal.credit - DailyTotal.debit)
    query = select(DailyTotal.posted_on, net).where(
        DailyTotal.gerai_id == gerai_id,
        DailyTotal.posted_on.between(first, last),
        DailyTotal.account.in_(sold),
    )
    return {
        day: int(amount) for day, amount in db.session.execute(query.group_by(DailyTotal.posted_on)).all()
    }


@dataclass(frozen=True)
class Takings:
    """What the receipts of a day say: their sum, how they were paid, and at what hours."""

    total: int
    paid: Mapping[str, int]
    hours: Mapping[int, int]


def takings(gerai_id: int, on: date) -> Takings:
    """Out of the day's sales and their tenders, in one query; hours are those of the register's clock."""
    same = (Tender.gerai_id == Sale.gerai_id) & (Tender.source == SOURCE) & (Tender.source_no == Sale.no)
    query = select(Sale.no, Sale.sold_at, Sale.total, Tender.kind, Tender.amount).outerjoin(Tender, same)
    totals: dict[int, int] = {}
    paid: Counter[str] = Counter()
    hours: Counter[int] = Counter()
    for no, sold_at, total, kind, amount in db.session.execute(
        query.where(Sale.gerai_id == gerai_id, Sale.posted_on == on)
    ):
        if no not in totals:
            totals[no] = total
            hours[local(sold_at).hour] += 1
        if kind is not None:
            paid[kind] += amount
    return Takings(sum(totals.values()), paid, hours)


@dataclass(frozen=True)
class Backs:
    """What came back on a day: how many voids and returns, what they were sold for, and what was given back by kind."""

    voids: int = 0
    returns: int = 0
    value: int = 0
    paid: Mapping[str, int] = field(default_factory=dict)


def backs(gerai_id: int, on: date) -> Backs:
    """Rupiah given back are below nought, as their tenders are. One query."""
    same = (Tender.gerai_id == SaleReturn.gerai_id) & (Tender.source_no == SaleReturn.no)
    query = (
        select(SaleReturn.no, SaleReturn.kind, SaleReturn.value, Tender.kind, Tender.amount)
        .outerjoin(Tender, same & Tender.source.in_((VOID, RETURN)))
        .where(SaleReturn.gerai_id == gerai_id, SaleReturn.posted_on == on)
    )
    documents: dict[int, tuple[str, int]] = {}
    paid: Counter[str] = Counter()
    for no, kind, value, tender, amount in db.session.execute(query):
        documents[no] = (kind, value)
        if tender is not None:
            paid[tender] += amount
    kinds = Counter(kind for kind, _value in documents.values())
    return Backs(kinds["void"], kinds["return"], sum(value for _kind, value in documents.values()), paid)


def consigned(gerai_id: int, on: date) -> int:
    """What goods of others went for on a day, less what of them came back: no turnover of the gerai's own."""
    theirs, total = SaleLineConsigned, func.coalesce(func.sum(SaleLine.amount), 0)
    line = _of_line(SaleLine, theirs)
    of_sale = (Sale.gerai_id == theirs.gerai_id) & (Sale.no == theirs.sale_no)
    sold = select(total).select_from(theirs).join(SaleLine, line).join(Sale, of_sale)
    came = select(func.coalesce(func.sum(SaleReturnLine.amount), 0)).select_from(theirs)
    of_back = (SaleReturn.gerai_id == SaleReturnLine.gerai_id) & (SaleReturn.no == SaleReturnLine.return_no)
    back = came.join(SaleReturnLine, _of_line(SaleReturnLine, theirs)).join(SaleReturn, of_back)
    query = select(
        sold.where(theirs.gerai_id == gerai_id, Sale.posted_on == on).scalar_subquery(),
        back.where(theirs.gerai_id == gerai_id, SaleReturn.posted_on == on).scalar_subquery(),
    )
    went, returned = db.session.execute(query).one()
    return int(went) - int(returned)


def _of_line(table: Any, theirs: Any) -> Any:
    return (
        (table.gerai_id == theirs.gerai_id) & (table.sale_no == theirs.sale_no) & (table.line == theirs.line)
    )


def below_zero(gerai_id: int) -> Sequence[Row[str, str, int]]:
    """(name, unit, thousandths) of the goods that were sold before they were received, worst first."""
    query = (
        select(Item.name, Item.unit, Stock.quantity_milli)
        .join(Item, (Item.gerai_id == Stock.gerai_id) & (Item.no == Stock.item_no))
        .where(Stock.gerai_id == gerai_id, Stock.quantity_milli < 0)
    )
    return db.session.execute(query.order_by(Stock.quantity_milli, Item.name)).all()


def sold_out(gerai_id: int) -> Sequence[str]:
    """The goods that are sold here, were in stock once, and are not now."""
    query = (
        select(Item.name)
        .join(Stock, (Stock.gerai_id == Item.gerai_id) & (Stock.item_no == Item.no))
        .where(Item.gerai_id == gerai_id, Item.ended_at.is_(None), Stock.quantity_milli == 0)
    )
    return db.session.scalars(query.order_by(Item.name)).all()


def latest_entries(gerai_id: int, on: date, limit: int = SHOWN) -> Sequence[Any]:
    """(no, source, source_no, reverses_no, rupiah) of the day's last entries, newest first."""
    newest = (
        select(Entry.gerai_id, Entry.no, Entry.source, Entry.source_no, Entry.reverses_no)
        .where(Entry.gerai_id == gerai_id, Entry.posted_on == on)
        .order_by(Entry.no.desc())
        .limit(limit)
        .subquery()
    )
    shown = newest.c.no, newest.c.source, newest.c.source_no, newest.c.reverses_no
    debits = func.sum(case((Posting.amount > 0, Posting.amount), else_=0)).label("amount")
    query = (
        select(*shown, debits)
        .join(Posting, (Posting.gerai_id == newest.c.gerai_id) & (Posting.entry_no == newest.c.no))
        .group_by(*shown)
        .order_by(newest.c.no.desc())
    )
    return db.session.execute(query).all()


def head(gerai_id: int) -> Head:
    """The head of the book's chain, as it is now."""
    query = select(Book.head_no, Book.head_hash).where(Book.gerai_id == gerai_id)
    return Head(*db.session.execute(query).one())
