"""A sale with everything that what comes back of it must know. Asked under the lock, and for pages without it."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select

from app.cash.models import Tender
from app.catalog.models import Item
from app.foundation.database import db
from app.ledger.models import Balance
from app.receivables import postings as bon
from app.receivables.models import Receivable
from app.sales import postings
from app.sales.models import (
    Sale,
    SaleLine,
    SaleLineConsigned,
    SaleLineContainer,
    SaleLinePack,
    SaleMember,
    SaleReturn,
    SaleReturnLine,
)
from app.sales.returns import Account, SoldLine


@dataclass(frozen=True)
class Sold:
    """``member_no``: who bought at the member's terms; ``debtor_no``: whose bon it was charged to."""

    sale: Sale
    lines: list[SoldLine]
    piecewise: dict[int, bool]
    member_no: int | None
    debtor_no: int | None
    returns: list[SaleReturn]
    account: Account

    @property
    def deposit(self) -> int:
        return sum(line.deposit for line in self.lines)

    @property
    def void(self) -> SaleReturn | None:
        return next((each for each in self.returns if each.kind == "void"), None)


def sold(gerai_id: int, sale_no: int) -> Sold | None:
    sale = db.session.get(Sale, (gerai_id, sale_no))
    if sale is None:
        return None
    lines, piecewise = _lines(gerai_id, sale_no)
    returns = list(
        db.session.scalars(
            select(SaleReturn)
            .where(SaleReturn.gerai_id == gerai_id, SaleReturn.sale_no == sale_no)
            .order_by(SaleReturn.no)
        )
    )
    member = db.session.get(SaleMember, (gerai_id, sale_no))
    debtor = _debtor(gerai_id, sale_no)
    account = Account(
        paid=sale.total + sale.rounding + sum(line.deposit for line in lines),
        by_kind=_tenders(gerai_id, postings.SOURCE, [sale_no]),
        back_by_kind=_given_back(gerai_id, returns),
        worth=sum(each.value + each.deposit for each in returns),
        owed=_owed(gerai_id, debtor),
    )
    return Sold(sale, lines, piecewise, member.member_no if member else None, debtor, returns, account)


def _lines(gerai_id: int, sale_no: int) -> tuple[list[SoldLine], dict[int, bool]]:
    def of_line(table: Any) -> Any:
        return (
            (table.gerai_id == SaleLine.gerai_id)
            & (table.sale_no == SaleLine.sale_no)
            & (table.line == SaleLine.line)
        )

    back = (
        select(func.coalesce(func.sum(SaleReturnLine.quantity_milli), 0))
        .where(of_line(SaleReturnLine))
        .correlate(SaleLine)
        .scalar_subquery()
    )
    query = (
        select(
            SaleLine,
            Item.stock_group,
            Item.decimals,
            SaleLinePack,
            SaleLineConsigned,
            SaleLineContainer,
            back,
        )
        .outerjoin(Item, (Item.gerai_id == SaleLine.gerai_id) & (Item.no == SaleLine.item_no))
        .outerjoin(SaleLinePack, of_line(SaleLinePack))
        .outerjoin(SaleLineConsigned, of_line(SaleLineConsigned))
        .outerjoin(SaleLineContainer, of_line(SaleLineContainer))
        .where(SaleLine.gerai_id == gerai_id, SaleLine.sale_no == sale_no)
        .order_by(SaleLine.line)
    )
    rows = db.session.execute(query).all()
    return [_line(row) for row in rows], {row[0].item_no: row[2] == 0 for row in rows if row[0].item_no}


def _line(row: Any) -> SoldLine:
    line, group, _decimals, pack, consigned, container, back = row
    return SoldLine(
        line.line,
        line.item_no,
        group,
        line.name,
        line.unit,
        line.quantity_milli,
        pack.stock_milli if pack else line.quantity_milli,
        line.unit_price,
        line.discount,
        line.amount,
        line.cost,
        consigned.supplier_no if consigned else None,
        consigned.owed if consigned else 0,
        container.container_no if container else None,
        container.empties if container else 0,
        container.deposits if container else 0,
        container.deposit if container else 0,
        int(back),
    )


def _tenders(gerai_id: int, source: str, nos: list[int]) -> dict[str, int]:
    query = select(Tender.kind, func.sum(Tender.amount)).where(
        Tender.gerai_id == gerai_id, Tender.source == source, Tender.source_no.in_(nos)
    )
    return {kind: int(amount) for kind, amount in db.session.execute(query.group_by(Tender.kind))}


def _given_back(gerai_id: int, returns: list[SaleReturn]) -> dict[str, int]:
    sums: dict[str, int] = defaultdict(int)
    for source, kind in ((postings.VOID, "void"), (postings.RETURN, "return")):
        nos = [each.no for each in returns if each.kind == kind]
        for tender, amount in _tenders(gerai_id, source, nos).items() if nos else ():
            sums[tender] -= amount
    return dict(sums)


def _debtor(gerai_id: int, sale_no: int) -> int | None:
    return db.session.scalar(
        select(Receivable.member_no).where(
            Receivable.gerai_id == gerai_id,
            Receivable.source == postings.SOURCE,
            Receivable.source_no == sale_no,
            Receivable.kind == "charge",
        )
    )


def _owed(gerai_id: int, member_no: int | None) -> int:
    if member_no is None:
        return 0
    balance = db.session.get(Balance, (gerai_id, bon.BON, bon.subledger(member_no)), populate_existing=True)
    return balance.amount if balance else 0
