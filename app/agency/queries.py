"""Questions about services, what was sold of them, and the deposits."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import and_, func, select

from app.access.models import User
from app.agency.models import (
    AgencyCancellation,
    AgencyProduct,
    AgencyProvider,
    AgencyReconciliation,
    AgencySale,
    AgencyTopUp,
    deposit_of,
)
from app.agency.postings import DEPOSIT
from app.foundation.database import db
from app.ledger.models import Balance


def deposit(gerai_id: int, provider_no: int) -> int:
    """What the books say lies with a provider, in rupiah."""
    query = select(Balance.amount).where(
        Balance.gerai_id == gerai_id, Balance.account == DEPOSIT, Balance.subledger == deposit_of(provider_no)
    )
    return db.session.scalar(query) or 0


@dataclass(frozen=True)
class ProviderRow:
    no: int
    name: str
    deposit: int
    products: Sequence[AgencyProduct]


def providers(gerai_id: int) -> list[ProviderRow]:
    """Every provider with its deposit and what is sold of it now."""
    sold = select(AgencyProduct).where(AgencyProduct.gerai_id == gerai_id, AgencyProduct.ended_at.is_(None))
    by_provider: dict[int, list[AgencyProduct]] = {}
    for product in db.session.scalars(sold.order_by(AgencyProduct.service, AgencyProduct.name)):
        by_provider.setdefault(product.provider_no, []).append(product)
    held = dict(
        db.session.execute(
            select(Balance.subledger, Balance.amount).where(
                Balance.gerai_id == gerai_id, Balance.account == DEPOSIT
            )
        ).all()
    )
    query = select(AgencyProvider).where(AgencyProvider.gerai_id == gerai_id).order_by(AgencyProvider.name)
    return [
        ProviderRow(row.no, row.name, held.get(deposit_of(row.no), 0), by_provider.get(row.no, ()))
        for row in db.session.scalars(query)
    ]


def provider(gerai_id: int, no: int) -> AgencyProvider | None:
    return db.session.get(AgencyProvider, (gerai_id, no))


def product(gerai_id: int, no: int) -> AgencyProduct | None:
    return db.session.get(AgencyProduct, (gerai_id, no))


def sales(gerai_id: int, *, before: int | None = None, limit: int = 30) -> Sequence[Any]:
    """(sale, cancellation or None, seller, provider), newest first."""
    gone = and_(
        AgencyCancellation.gerai_id == AgencySale.gerai_id, AgencyCancellation.sale_no == AgencySale.no
    )
    behind = and_(AgencyProvider.gerai_id == AgencySale.gerai_id, AgencyProvider.no == AgencySale.provider_no)
    query = (
        select(
            AgencySale, AgencyCancellation, User.name.label("seller"), AgencyProvider.name.label("provider")
        )
        .join(User, User.id == AgencySale.sold_by)
        .join(AgencyProvider, behind)
        .outerjoin(AgencyCancellation, gone)
        .where(AgencySale.gerai_id == gerai_id)
    )
    if before is not None:
        query = query.where(AgencySale.no < before)
    return db.session.execute(query.order_by(AgencySale.no.desc()).limit(limit)).all()


def sale(gerai_id: int, no: int) -> Any:
    """The row of one sale, or None."""
    found = [row for row in sales(gerai_id, before=no + 1, limit=1) if row.AgencySale.no == no]
    return found[0] if found else None


def top_ups(gerai_id: int, provider_no: int, limit: int = 10) -> Sequence[Any]:
    """(top-up, by whom), newest first."""
    query = select(AgencyTopUp, User.name).join(User, User.id == AgencyTopUp.topped_by)
    query = query.where(AgencyTopUp.gerai_id == gerai_id, AgencyTopUp.provider_no == provider_no)
    return db.session.execute(query.order_by(AgencyTopUp.no.desc()).limit(limit)).all()


def reconciliations(gerai_id: int, provider_no: int, limit: int = 10) -> Sequence[Any]:
    """(reconciliation, by whom), newest first."""
    query = select(AgencyReconciliation, User.name).join(User, User.id == AgencyReconciliation.checked_by)
    query = query.where(
        AgencyReconciliation.gerai_id == gerai_id, AgencyReconciliation.provider_no == provider_no
    )
    return db.session.execute(query.order_by(AgencyReconciliation.no.desc()).limit(limit)).all()


def shift_figures(gerai_id: int, shift_no: int) -> tuple[int, int, int]:
    """(how many, principal, fees) of the services sold in a shift, those cancelled left out."""
    gone = and_(
        AgencyCancellation.gerai_id == AgencySale.gerai_id, AgencyCancellation.sale_no == AgencySale.no
    )
    query = (
        select(func.count(), func.sum(AgencySale.principal), func.sum(AgencySale.fee))
        .select_from(AgencySale)
        .outerjoin(AgencyCancellation, gone)
        .where(AgencySale.gerai_id == gerai_id, AgencySale.shift_no == shift_no)
        .where(AgencyCancellation.sale_no.is_(None))
    )
    count, principal, fees = db.session.execute(query).one()
    return count, int(principal or 0), int(fees or 0)
