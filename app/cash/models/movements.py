"""Money that enters or leaves a drawer or the safe outside of a payment, and what its differences come to."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, Index, SmallInteger, String
from sqlalchemy.orm import Mapped, mapped_column

from app.foundation.database import Model, tenant
from app.foundation.types import Rupiah, UtcDateTime, Whole, one_of, whole


def _acted() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(
        ["gerai_id", "act_no"], ["act.gerai_id", "act.no"], deferrable=True, initially="DEFERRED"
    )


def _posted() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["gerai_id", "entry_no"], ["entry.gerai_id", "entry.no"])


class DrawerMove(Model):
    """What a document other than a payment put into a drawer, or took out of it (negative), by unit."""

    __tablename__ = "drawer_move"
    __table_args__ = tenant(
        ForeignKeyConstraint(["gerai_id", "shift_no"], ["shift.gerai_id", "shift.no"]),
        *whole("source_no", "amount"),
        CheckConstraint("amount <> 0", name="amount_not_zero"),
        Index(None, "gerai_id", "shift_no"),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    source: Mapped[str] = mapped_column(String(40), primary_key=True)
    source_no: Mapped[int] = mapped_column(Whole, primary_key=True)
    line: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    shift_no: Mapped[int] = mapped_column(Whole)
    unit: Mapped[str] = mapped_column(ForeignKey("unit.code"))
    amount: Mapped[int] = mapped_column(Rupiah)


class CashMovement(Model):
    """Cash into the drawer (positive) or out of it for a reason, which fixes its account."""

    __tablename__ = "cash_movement"
    __table_args__ = tenant(
        ForeignKeyConstraint(["gerai_id", "shift_no"], ["shift.gerai_id", "shift.no"]),
        _posted(),
        _acted(),
        *whole("no", "amount"),
        CheckConstraint("amount <> 0", name="amount_not_zero"),
        Index(None, "gerai_id", "shift_no"),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    no: Mapped[int] = mapped_column(Whole, primary_key=True)
    shift_no: Mapped[int] = mapped_column(Whole)
    unit: Mapped[str] = mapped_column(ForeignKey("unit.code"))
    amount: Mapped[int] = mapped_column(Rupiah)
    reason: Mapped[str] = mapped_column(String(20))
    note: Mapped[str] = mapped_column(String(120))
    recorded_at: Mapped[datetime] = mapped_column(UtcDateTime)
    recorded_by: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    entry_no: Mapped[int] = mapped_column(Whole)
    act_no: Mapped[int] = mapped_column(Whole)


class CashTransfer(Model):
    """Money on its way between drawer, safe and bank, as one person gave it."""

    __tablename__ = "cash_transfer"
    __table_args__ = tenant(
        ForeignKeyConstraint(["gerai_id", "shift_no"], ["shift.gerai_id", "shift.no"]),
        ForeignKeyConstraint(["gerai_id", "bank_no"], ["bank_account.gerai_id", "bank_account.no"]),
        _posted(),
        _acted(),
        *whole("no", "amount"),
        CheckConstraint("amount > 0", name="amount_positive"),
        one_of("origin", "drawer", "safe", "bank"),
        one_of("destination", "safe", "bank"),
        CheckConstraint("origin <> destination", name="goes_somewhere"),
        CheckConstraint("(origin = 'drawer') = (shift_no IS NOT NULL)", name="drawer_is_named"),
        CheckConstraint(
            "(origin = 'bank' OR destination = 'bank') = (bank_no IS NOT NULL)", name="bank_is_named"
        ),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    no: Mapped[int] = mapped_column(Whole, primary_key=True)
    origin: Mapped[str] = mapped_column(String(10))
    destination: Mapped[str] = mapped_column(String(10))
    shift_no: Mapped[int | None] = mapped_column(Whole)
    bank_no: Mapped[int | None] = mapped_column(Whole)
    amount: Mapped[int] = mapped_column(Rupiah)
    note: Mapped[str] = mapped_column(String(120))
    given_at: Mapped[datetime] = mapped_column(UtcDateTime)
    given_by: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    entry_no: Mapped[int] = mapped_column(Whole)
    act_no: Mapped[int] = mapped_column(Whole)


class CashReceipt(Model):
    """The other end of a transfer: what another person counted, and why it differed if it did."""

    __tablename__ = "cash_receipt"
    __table_args__ = tenant(
        ForeignKeyConstraint(["gerai_id", "transfer_no"], ["cash_transfer.gerai_id", "cash_transfer.no"]),
        _posted(),
        _acted(),
        *whole("amount"),
        CheckConstraint("amount >= 0", name="amount_not_negative"),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    transfer_no: Mapped[int] = mapped_column(Whole, primary_key=True)
    amount: Mapped[int] = mapped_column(Rupiah)
    reason: Mapped[str] = mapped_column(String(160))
    received_at: Mapped[datetime] = mapped_column(UtcDateTime)
    received_by: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    entry_no: Mapped[int] = mapped_column(Whole)
    act_no: Mapped[int] = mapped_column(Whole)


class DifferenceDecision(Model):
    """What a difference of a drawer or a transfer comes to. Negative where an earlier decision went too far."""

    __tablename__ = "difference_decision"
    __table_args__ = tenant(
        ForeignKeyConstraint(["gerai_id"], ["book.gerai_id"]),
        _posted(),
        _acted(),
        *whole("no", "origin_no", "amount"),
        CheckConstraint("amount <> 0", name="amount_not_zero"),
        one_of("origin", "shift", "transfer"),
        one_of("outcome", "expense", "debt", "income"),
        CheckConstraint("(outcome = 'debt') = (debtor_id IS NOT NULL)", name="debtor_is_named"),
        Index(None, "gerai_id", "origin", "origin_no"),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    no: Mapped[int] = mapped_column(Whole, primary_key=True)
    origin: Mapped[str] = mapped_column(String(10))
    origin_no: Mapped[int] = mapped_column(Whole)
    outcome: Mapped[str] = mapped_column(String(10))
    amount: Mapped[int] = mapped_column(Rupiah)
    debtor_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    reason: Mapped[str] = mapped_column(String(160))
    decided_at: Mapped[datetime] = mapped_column(UtcDateTime)
    decided_by: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    entry_no: Mapped[int | None] = mapped_column(Whole)
    act_no: Mapped[int] = mapped_column(Whole)


class DebtPayment(Model):
    """What an officer paid into the safe towards what they owe the gerai."""

    __tablename__ = "debt_payment"
    __table_args__ = tenant(
        ForeignKeyConstraint(["gerai_id"], ["book.gerai_id"]),
        _posted(),
        _acted(),
        *whole("no", "amount"),
        CheckConstraint("amount > 0", name="amount_positive"),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    no: Mapped[int] = mapped_column(Whole, primary_key=True)
    debtor_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    amount: Mapped[int] = mapped_column(Rupiah)
    paid_at: Mapped[datetime] = mapped_column(UtcDateTime)
    received_by: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    entry_no: Mapped[int] = mapped_column(Whole)
    act_no: Mapped[int] = mapped_column(Whole)
