"""Questions about sales."""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row, func, select
from sqlalchemy.orm import aliased

from app.access.models import User
from app.books.models import Act
from app.cash.models import Shift, Tender
from app.foundation.database import db
from app.sales.models import Sale, SaleApproval, SaleException, SaleLine
from app.sales.postings import SOURCE


def sale(gerai_id: int, no: int) -> Row[Sale, str, str, str | None, bool] | None:
    """(sale, cashier's name, register, name of who sent it, whether its shift is open) or None."""
    sender = aliased(User)
    query = (
        select(
            Sale,
            User.name,
            Shift.register,
            sender.name.label("sender"),
            Shift.closed_at.is_(None).label("shift_is_open"),
        )
        .join(User, User.id == Sale.cashier_id)
        .join(Act, (Act.gerai_id == Sale.gerai_id) & (Act.no == Sale.act_no))
        .outerjoin(sender, sender.id == Act.user_id)
        .join(Shift, (Shift.gerai_id == Sale.gerai_id) & (Shift.no == Sale.shift_no))
        .where(Sale.gerai_id == gerai_id, Sale.no == no)
    )
    return db.session.execute(query).one_or_none()


def lines(gerai_id: int, no: int) -> Sequence[SaleLine]:
    query = select(SaleLine).where(SaleLine.gerai_id == gerai_id, SaleLine.sale_no == no)
    return db.session.scalars(query.order_by(SaleLine.line)).all()


def tenders(gerai_id: int, no: int) -> Sequence[Tender]:
    query = select(Tender).where(Tender.gerai_id == gerai_id, Tender.source == SOURCE, Tender.source_no == no)
    return db.session.scalars(query.order_by(Tender.line)).all()


def approval(gerai_id: int, no: int) -> Row[SaleApproval, str] | None:
    """(approval, name of who gave it) of a discount above the cashier's limit."""
    query = select(SaleApproval, User.name).join(User, User.id == SaleApproval.approver_id)
    return db.session.execute(
        query.where(SaleApproval.gerai_id == gerai_id, SaleApproval.sale_no == no)
    ).one_or_none()


def exceptions(gerai_id: int, no: int) -> list[tuple[str, dict[str, Any]]]:
    """(code, facts) of one sale's exceptions."""
    query = select(SaleException).where(SaleException.gerai_id == gerai_id, SaleException.sale_no == no)
    rows = db.session.scalars(query.order_by(SaleException.position))
    return [(row.code, json.loads(row.facts)) for row in rows]


def sales(
    gerai_id: int,
    *,
    on: date | None = None,
    shift_no: int | None = None,
    before: int | None = None,
    limit: int = 50,
) -> Sequence[Row[Any]]:
    """(sale, cashier's name, number of exceptions), newest first; by day of the books or by shift."""
    troubles = (
        select(func.count())
        .where(SaleException.gerai_id == Sale.gerai_id, SaleException.sale_no == Sale.no)
        .scalar_subquery()
    )
    query = select(Sale, User.name, troubles).join(User, User.id == Sale.cashier_id)
    query = query.where(Sale.gerai_id == gerai_id)
    if on is not None:
        query = query.where(Sale.posted_on == on)
    if shift_no is not None:
        query = query.where(Sale.shift_no == shift_no)
    if before is not None:
        query = query.where(Sale.no < before)
    return db.session.execute(query.order_by(Sale.no.desc()).limit(limit)).all()


def _with_exceptions(gerai_id: int) -> Any:
    return (
        select(SaleException, Sale)
        .join(Sale, (Sale.gerai_id == SaleException.gerai_id) & (Sale.no == SaleException.sale_no))
        .where(SaleException.gerai_id == gerai_id)
    )


def exceptions_of_day(gerai_id: int, on: date) -> Sequence[Row[Any]]:
    """(exception, sale) of the sales that count in a day of the books."""
    query = _with_exceptions(gerai_id).where(Sale.posted_on == on)
    return db.session.execute(query.order_by(Sale.no, SaleException.position)).all()


def latest_exceptions(gerai_id: int, *, before: int | None = None, limit: int = 50) -> Sequence[Row[Any]]:
    """(exception, sale) of the newest ``limit`` sales that have any; no sale is cut in half."""
    newest = select(SaleException.sale_no).where(SaleException.gerai_id == gerai_id).distinct()
    if before is not None:
        newest = newest.where(SaleException.sale_no < before)
    sales = newest.order_by(SaleException.sale_no.desc()).limit(limit).subquery()
    query = _with_exceptions(gerai_id).join(sales, sales.c.sale_no == Sale.no)
    return db.session.execute(query.order_by(Sale.no.desc(), SaleException.position)).all()


def shift_figures(gerai_id: int, shift_no: int) -> tuple[int, int, int, int]:
    """(receipts, turnover after discount, discount, rounding) of a shift, in rupiah. One query."""
    mine = (Sale.gerai_id == gerai_id, Sale.shift_no == shift_no)
    discount = (
        select(func.coalesce(func.sum(SaleLine.discount), 0))
        .join(Sale, (Sale.gerai_id == SaleLine.gerai_id) & (Sale.no == SaleLine.sale_no))
        .where(*mine)
        .scalar_subquery()
    )
    sums = select(
        func.count(),
        func.coalesce(func.sum(Sale.total), 0),
        discount,
        func.coalesce(func.sum(Sale.rounding), 0),
    )
    receipts, total, off, rounding = db.session.execute(sums.where(*mine)).one()
    return int(receipts), int(total), int(off), int(rounding)
