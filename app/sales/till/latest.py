"""The receipts of one shift as the till lists them."""

from typing import Any

from sqlalchemy import and_, exists, func, select

from app.cash.models import Tender
from app.foundation.database import db
from app.sales import postings
from app.sales.models import Sale, SaleMember, SaleReturn

MOST = 50


def latest(gerai_id: int, shift_no: int) -> list[dict[str, Any]]:
    """Newest first, at most ``MOST``; ``paid`` is what was paid for it, deposits included. One query."""
    paid = (
        select(func.coalesce(func.sum(Tender.amount), 0))
        .where(
            Tender.gerai_id == Sale.gerai_id, Tender.source == postings.SOURCE, Tender.source_no == Sale.no
        )
        .correlate(Sale)
        .scalar_subquery()
    )
    query = (
        select(
            Sale.no,
            Sale.number,
            Sale.sold_at,
            SaleMember.member_no,
            paid,
            _came_back("void"),
            _came_back("return"),
        )
        .outerjoin(SaleMember, and_(SaleMember.gerai_id == Sale.gerai_id, SaleMember.sale_no == Sale.no))
        .where(Sale.gerai_id == gerai_id, Sale.shift_no == shift_no)
        .order_by(Sale.no.desc())
        .limit(MOST)
    )
    return [_row(row) for row in db.session.execute(query)]


def _came_back(kind: str) -> Any:
    mine = (SaleReturn.gerai_id == Sale.gerai_id, SaleReturn.sale_no == Sale.no, SaleReturn.kind == kind)
    return exists().where(*mine).correlate(Sale)


def _row(row: Any) -> dict[str, Any]:
    no, number, sold_at, member, paid, voided, returned = row
    return {
        "sale": no,
        "number": number,
        "sold_at": sold_at.isoformat(),
        "member": member,
        "paid": int(paid),
        "voided": bool(voided),
        "returned": bool(returned),
    }
