"""Voids, returns and reprints to look back on; a receipt found by its number."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, func, select
from sqlalchemy.orm import aliased

from app.access.models import User
from app.cash.models import Tender
from app.foundation.database import db
from app.sales import postings
from app.sales.models import (
    Sale,
    SaleLine,
    SaleLineContainer,
    SaleMember,
    SaleReprint,
    SaleReturn,
    SaleReturnLine,
)

SOURCES = {"void": postings.VOID, "return": postings.RETURN}


@dataclass(frozen=True)
class BackRow:
    """One void or return with its receipt's number and who took it."""

    back: SaleReturn
    number: str
    by: str | None
    approver: str | None


def _rows(gerai_id: int) -> Any:
    approver = aliased(User)
    return (
        select(SaleReturn, Sale.number, User.name, approver.name)
        .join(Sale, (Sale.gerai_id == SaleReturn.gerai_id) & (Sale.no == SaleReturn.sale_no))
        .outerjoin(User, User.id == SaleReturn.taken_by)
        .outerjoin(approver, approver.id == SaleReturn.approver_id)
        .where(SaleReturn.gerai_id == gerai_id)
    )


def backs(gerai_id: int, *, before: int | None = None, limit: int = 50) -> list[BackRow]:
    """Newest first."""
    query = _rows(gerai_id)
    if before is not None:
        query = query.where(SaleReturn.no < before)
    rows = db.session.execute(query.order_by(SaleReturn.no.desc()).limit(limit))
    return [BackRow(*row) for row in rows]


def back_kinds(gerai_id: int, sale_nos: Sequence[int]) -> dict[int, list[str]]:
    """Sale -> what became of it, void or return, each once; sales nothing came back of are left out."""
    query = select(SaleReturn.sale_no, SaleReturn.kind).where(
        SaleReturn.gerai_id == gerai_id, SaleReturn.sale_no.in_(sale_nos)
    )
    found: dict[int, list[str]] = {}
    for sale_no, kind in db.session.execute(query.distinct().order_by(SaleReturn.kind)):
        found.setdefault(sale_no, []).append(kind)
    return found


def back_document(gerai_id: int, no: int) -> BackRow | None:
    row = db.session.execute(_rows(gerai_id).where(SaleReturn.no == no)).one_or_none()
    return BackRow(*row) if row else None


def back_lines(gerai_id: int, no: int) -> Sequence[Row[SaleReturnLine, SaleLine]]:
    """(line that came back, the line it was sold on)"""
    query = (
        select(SaleReturnLine, SaleLine)
        .join(
            SaleLine,
            (SaleLine.gerai_id == SaleReturnLine.gerai_id)
            & (SaleLine.sale_no == SaleReturnLine.sale_no)
            & (SaleLine.line == SaleReturnLine.line),
        )
        .where(SaleReturnLine.gerai_id == gerai_id, SaleReturnLine.return_no == no)
    )
    return db.session.execute(query.order_by(SaleReturnLine.line)).all()


def refunds(gerai_id: int, back: SaleReturn) -> list[tuple[str, int]]:
    """(kind, rupiah given back) of a void or return."""
    query = select(Tender.kind, Tender.amount).where(
        Tender.gerai_id == gerai_id, Tender.source == SOURCES[back.kind], Tender.source_no == back.no
    )
    return [(kind, -amount) for kind, amount in db.session.execute(query.order_by(Tender.line))]


def back_of_shift(gerai_id: int, shift_no: int) -> dict[str, tuple[int, int]]:
    """Kind -> (how many, what the buyers got for goods in rupiah) of the shift that gave the money back."""
    query = select(
        SaleReturn.kind, func.count(), func.sum(SaleReturn.value), func.sum(SaleReturn.rounding)
    ).where(SaleReturn.gerai_id == gerai_id, SaleReturn.shift_no == shift_no)
    rows = db.session.execute(query.group_by(SaleReturn.kind))
    return {kind: (count, int(value + rounding)) for kind, count, value, rounding in rows}


def latest_of_shift(gerai_id: int, shift_no: int, limit: int) -> list[dict[str, Any]]:
    """The newest receipts of a shift, in a few words each. Two queries."""
    deposit = (
        select(func.coalesce(func.sum(SaleLineContainer.deposit), 0))
        .where(SaleLineContainer.gerai_id == Sale.gerai_id, SaleLineContainer.sale_no == Sale.no)
        .scalar_subquery()
    )
    of_member = (SaleMember.gerai_id == Sale.gerai_id) & (SaleMember.sale_no == Sale.no)
    query = select(Sale, SaleMember.member_no, deposit).outerjoin(SaleMember, of_member)
    query = query.where(Sale.gerai_id == gerai_id, Sale.shift_no == shift_no)
    rows = db.session.execute(query.order_by(Sale.no.desc()).limit(limit)).all()
    kinds = back_kinds(gerai_id, [sale.no for sale, *_ in rows])
    return [
        {
            "sale": sale.no,
            "number": sale.number,
            "sold_at": sale.sold_at.isoformat(),
            "member": member_no,
            "total": sale.total,
            "rounding": sale.rounding,
            "deposit": int(paid),
            "voided": "void" in kinds.get(sale.no, []),
            "returned": "return" in kinds.get(sale.no, []),
        }
        for sale, member_no, paid in rows
    ]


def find_number(gerai_id: int, number: str) -> int | None:
    """The newest sale whose receipt carries this number."""
    query = select(func.max(Sale.no)).where(Sale.gerai_id == gerai_id, Sale.number == number)
    return db.session.scalar(query)


def reprints(gerai_id: int, sale_no: int) -> Sequence[Row[SaleReprint, str]]:
    """(copy, who printed it), first to last."""
    query = select(SaleReprint, User.name).outerjoin(User, User.id == SaleReprint.printed_by)
    query = query.where(SaleReprint.gerai_id == gerai_id, SaleReprint.sale_no == sale_no)
    return db.session.execute(query.order_by(SaleReprint.copy)).all()
