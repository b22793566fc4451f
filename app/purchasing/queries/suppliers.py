"""Suppliers, and what is owed to each."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import func, select

from app.foundation.database import db
from app.inventory.queries import DocumentPage, document_page
from app.ledger.models import Balance
from app.purchasing.models import Payable, PayableSettlement, Supplier
from app.purchasing.postings import CONSIGNMENT, of_supplier
from app.purchasing.rules import AGES, age_of


def supplier(gerai_id: int, no: int) -> Supplier | None:
    return db.session.get(Supplier, (gerai_id, no))


def supplier_named(gerai_id: int, name: str) -> Supplier | None:
    same = (Supplier.gerai_id == gerai_id, func.lower(Supplier.name) == " ".join(name.split()).lower())
    return db.session.scalar(select(Supplier).where(*same).limit(1))


def used_suppliers(gerai_id: int) -> Sequence[Supplier]:
    """Whom a new nota can be of, by name."""
    query = select(Supplier).where(Supplier.gerai_id == gerai_id, Supplier.ended_at.is_(None))
    return db.session.scalars(query.order_by(func.lower(Supplier.name))).all()


def suppliers(
    gerai_id: int,
    *,
    search: str = "",
    ended: bool = False,
    before: int | None = None,
    after: int | None = None,
) -> DocumentPage:
    """(Supplier, what he is owed), newest first."""
    owed = (
        select(func.coalesce(func.sum(Payable.amount - Payable.settled), 0))
        .where(Payable.gerai_id == Supplier.gerai_id, Payable.supplier_no == Supplier.no)
        .scalar_subquery()
    )
    chosen = Supplier.ended_at.is_not(None) if ended else Supplier.ended_at.is_(None)
    query = select(Supplier, owed.label("owed")).where(Supplier.gerai_id == gerai_id, chosen)
    for word in search[:60].lower().split():
        query = query.where(func.lower(Supplier.name).contains(word, autoescape=True))
    return document_page(query, Supplier.no, before, after)


@dataclass
class Aged:
    """What one supplier is owed, by age, in rupiah."""

    supplier_no: int
    name: str
    oldest_due_on: date
    by_age: dict[str, int] = field(default_factory=lambda: dict.fromkeys(AGES, 0))

    @property
    def total(self) -> int:
        return sum(self.by_age.values())


def ageing(gerai_id: int, today: date) -> list[Aged]:
    """Everybody who is owed something, whose oldest debt is most overdue first. One select."""
    same = (Supplier.gerai_id == Payable.gerai_id) & (Supplier.no == Payable.supplier_no)
    query = (
        select(Payable.supplier_no, Supplier.name, Payable.due_on, func.sum(Payable.amount - Payable.settled))
        .join(Supplier, same)
        .where(Payable.gerai_id == gerai_id, Payable.settled < Payable.amount)
        .group_by(Payable.supplier_no, Supplier.name, Payable.due_on)
        .order_by(Payable.due_on, Payable.supplier_no)
    )
    found: dict[int, Aged] = {}
    for no, name, due_on, left in db.session.execute(query):
        aged = found.setdefault(no, Aged(no, name, due_on))
        aged.by_age[age_of(due_on, today)] += int(left)
    return list(found.values())


def open_payables(gerai_id: int, supplier_no: int) -> Sequence[Payable]:
    """What a supplier is still owed, oldest due first."""
    query = select(Payable).where(
        Payable.gerai_id == gerai_id, Payable.supplier_no == supplier_no, Payable.settled < Payable.amount
    )
    return db.session.scalars(query.order_by(Payable.due_on, Payable.no)).all()


def settlements_of(gerai_id: int, source: str, source_no: int) -> Sequence[Any]:
    """(Payable, rupiah) that a payment or a return took off."""
    same = (PayableSettlement.gerai_id == Payable.gerai_id) & (PayableSettlement.payable_no == Payable.no)
    query = select(Payable, PayableSettlement.amount).join(PayableSettlement, same)
    mine = (PayableSettlement.gerai_id == gerai_id, PayableSettlement.source == source)
    return db.session.execute(
        query.where(*mine, PayableSettlement.source_no == source_no).order_by(Payable.no)
    ).all()


def owed_for_consigned(gerai_id: int) -> dict[int, int]:
    """Supplier -> what he is owed for goods on consignment that were sold."""
    query = select(Balance.subledger, Balance.amount).where(
        Balance.gerai_id == gerai_id, Balance.account == CONSIGNMENT
    )
    sums: dict[int, int] = defaultdict(int)
    for subledger, amount in db.session.execute(query):
        if subledger == of_supplier(int(subledger.partition(":")[2] or 0)):
            sums[int(subledger.partition(":")[2])] -= amount
    return dict(sums)
