"""Providers of services, what they offer, what was sold, and the deposit kept with them."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, Index, SmallInteger, String
from sqlalchemy.orm import Mapped, mapped_column

from app.foundation.database import Model, tenant
from app.foundation.types import Rupiah, UtcDateTime, Whole, one_of, whole

SERVICES = ("pulsa", "token", "pdam", "bpjs", "deposit", "withdrawal", "transfer")


def deposit_of(provider_no: int) -> str:
    """The subledger of the deposit with a provider."""
    return f"agent:{provider_no}"


def _acted() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(
        ["gerai_id", "act_no"], ["act.gerai_id", "act.no"], deferrable=True, initially="DEFERRED"
    )


def _posted() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["gerai_id", "entry_no"], ["entry.gerai_id", "entry.no"])


def _provider() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(
        ["gerai_id", "provider_no"], ["agency_provider.gerai_id", "agency_provider.no"]
    )


class AgencyProvider(Model):
    """Who stands behind the services: a PPOB firm or a bank whose agent the gerai is."""

    __tablename__ = "agency_provider"
    __table_args__ = tenant(
        ForeignKeyConstraint(["gerai_id"], ["book.gerai_id"]),
        *whole("no"),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    no: Mapped[int] = mapped_column(Whole, primary_key=True)
    name: Mapped[str] = mapped_column(String(40))
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class AgencyProduct(Model):
    """A service as it is sold: ``fee`` the customer pays on top, ``commission`` the provider leaves."""

    __tablename__ = "agency_product"
    __table_args__ = tenant(
        _provider(),
        *whole("no", "fee", "commission"),
        one_of("service", *SERVICES),
        CheckConstraint("fee >= 0 AND commission >= 0", name="earnings_not_negative"),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    no: Mapped[int] = mapped_column(Whole, primary_key=True)
    provider_no: Mapped[int] = mapped_column(Whole)
    service: Mapped[str] = mapped_column(String(10))
    name: Mapped[str] = mapped_column(String(60))
    fee: Mapped[int] = mapped_column(Rupiah)
    commission: Mapped[int] = mapped_column(Rupiah)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class AgencySale(Model):
    """One service sold. The customer's number is kept masked: nobody here needs the whole of it again."""

    __tablename__ = "agency_sale"
    __table_args__ = tenant(
        ForeignKeyConstraint(["gerai_id", "product_no"], ["agency_product.gerai_id", "agency_product.no"]),
        _provider(),
        ForeignKeyConstraint(["gerai_id", "shift_no"], ["shift.gerai_id", "shift.no"]),
        _posted(),
        _acted(),
        *whole("no", "principal", "fee", "commission"),
        one_of("service", *SERVICES),
        CheckConstraint("principal > 0", name="principal_positive"),
        CheckConstraint("fee >= 0 AND commission >= 0", name="earnings_not_negative"),
        CheckConstraint("commission <= principal", name="commission_within_principal"),
        Index(None, "gerai_id", "shift_no"),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    no: Mapped[int] = mapped_column(Whole, primary_key=True)
    product_no: Mapped[int] = mapped_column(Whole)
    provider_no: Mapped[int] = mapped_column(Whole)
    shift_no: Mapped[int] = mapped_column(Whole)
    service: Mapped[str] = mapped_column(String(10))
    name: Mapped[str] = mapped_column(String(60))
    customer: Mapped[str] = mapped_column(String(30))
    principal: Mapped[int] = mapped_column(Rupiah)
    fee: Mapped[int] = mapped_column(Rupiah)
    commission: Mapped[int] = mapped_column(Rupiah)
    provider_ref: Mapped[str] = mapped_column(String(40))
    sold_at: Mapped[datetime] = mapped_column(UtcDateTime)
    sold_by: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    entry_no: Mapped[int] = mapped_column(Whole)
    act_no: Mapped[int] = mapped_column(Whole)


class AgencyCancellation(Model):
    """A service the provider did not render: everything goes back, in the shift that gives it back."""

    __tablename__ = "agency_cancellation"
    __table_args__ = tenant(
        ForeignKeyConstraint(["gerai_id", "sale_no"], ["agency_sale.gerai_id", "agency_sale.no"]),
        ForeignKeyConstraint(["gerai_id", "shift_no"], ["shift.gerai_id", "shift.no"]),
        _posted(),
        _acted(),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    sale_no: Mapped[int] = mapped_column(Whole, primary_key=True)
    shift_no: Mapped[int] = mapped_column(Whole)
    reason: Mapped[str] = mapped_column(String(120))
    cancelled_at: Mapped[datetime] = mapped_column(UtcDateTime)
    cancelled_by: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    entry_no: Mapped[int] = mapped_column(Whole)
    act_no: Mapped[int] = mapped_column(Whole)


class AgencyTopUp(Model):
    """Money from the safe or the bank into the deposit with a provider."""

    __tablename__ = "agency_top_up"
    __table_args__ = tenant(
        _provider(),
        ForeignKeyConstraint(["gerai_id", "bank_no"], ["bank_account.gerai_id", "bank_account.no"]),
        _posted(),
        _acted(),
        *whole("no", "amount"),
        CheckConstraint("amount > 0", name="amount_positive"),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    no: Mapped[int] = mapped_column(Whole, primary_key=True)
    provider_no: Mapped[int] = mapped_column(Whole)
    bank_no: Mapped[int | None] = mapped_column(Whole)
    amount: Mapped[int] = mapped_column(Rupiah)
    note: Mapped[str] = mapped_column(String(120))
    topped_at: Mapped[datetime] = mapped_column(UtcDateTime)
    topped_by: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    entry_no: Mapped[int] = mapped_column(Whole)
    act_no: Mapped[int] = mapped_column(Whole)


class AgencyReconciliation(Model):
    """What the provider says the deposit holds, beside the books; ``entry_no`` when the difference was booked."""

    __tablename__ = "agency_reconciliation"
    __table_args__ = tenant(
        _provider(),
        _posted(),
        _acted(),
        *whole("no", "stated", "booked"),
        CheckConstraint("stated >= 0", name="stated_not_negative"),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    no: Mapped[int] = mapped_column(Whole, primary_key=True)
    provider_no: Mapped[int] = mapped_column(Whole)
    stated: Mapped[int] = mapped_column(Rupiah)
    booked: Mapped[int] = mapped_column(Rupiah)
    reason: Mapped[str] = mapped_column(String(160))
    checked_at: Mapped[datetime] = mapped_column(UtcDateTime)
    checked_by: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    entry_no: Mapped[int | None] = mapped_column(Whole)
    act_no: Mapped[int] = mapped_column(Whole)

    @property
    def difference(self) -> int:
        """Stated less booked: negative when the provider holds less than the books say."""
        return self.stated - self.booked
