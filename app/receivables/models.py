"""Bon: what a member may owe, and every charge, payment and credit of it."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Date, ForeignKey, ForeignKeyConstraint, Index, SmallInteger, String
from sqlalchemy.orm import Mapped, mapped_column

from app.foundation.database import Model, tenant
from app.foundation.types import Rupiah, UtcDateTime, Whole, one_of, real_date, whole


class CreditLimit(Model):
    """How much a member may owe, in rupiah. No row is no bon; the acts tell who changed it when."""

    __tablename__ = "credit_limit"
    __table_args__ = tenant(
        ForeignKeyConstraint(["gerai_id", "member_no"], ["member.gerai_id", "member.no"]),
        *whole("member_no", "amount"),
        CheckConstraint("amount >= 0", name="amount_not_negative"),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    member_no: Mapped[int] = mapped_column(Whole, primary_key=True)
    amount: Mapped[int] = mapped_column(Rupiah)
    set_by: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    set_at: Mapped[datetime] = mapped_column(UtcDateTime)


class Receivable(Model):
    """One movement of a member's bon; ``amount`` is positive, ``kind`` says which way.

    ``source`` and ``source_no`` name the document behind it. A credit (goods brought back) names the
    charge it takes back, ``against_no``; payments are allocated to the oldest charges first.
    """

    __tablename__ = "receivable"
    __table_args__ = tenant(
        ForeignKeyConstraint(["gerai_id", "member_no"], ["member.gerai_id", "member.no"]),
        ForeignKeyConstraint(["gerai_id", "against_no"], ["receivable.gerai_id", "receivable.no"]),
        ForeignKeyConstraint(
            ["gerai_id", "act_no"], ["act.gerai_id", "act.no"], deferrable=True, initially="DEFERRED"
        ),
        *whole("no", "member_no", "amount", "source_no"),
        *real_date("moved_on"),
        one_of("kind", "charge", "payment", "credit"),
        CheckConstraint("amount > 0", name="amount_positive"),
        CheckConstraint("(kind = 'credit') = (against_no IS NOT NULL)", name="a_credit_is_against_a_charge"),
        Index(None, "gerai_id", "member_no", "no"),
        Index("uq_receivable_source", "gerai_id", "source", "source_no", "kind", "member_no", unique=True),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    no: Mapped[int] = mapped_column(Whole, primary_key=True)
    member_no: Mapped[int] = mapped_column(Whole)
    kind: Mapped[str] = mapped_column(String(10))
    moved_on: Mapped[date] = mapped_column(Date)
    amount: Mapped[int] = mapped_column(Rupiah)
    source: Mapped[str] = mapped_column(String(40))
    source_no: Mapped[int] = mapped_column(Whole)
    against_no: Mapped[int | None] = mapped_column(Whole)
    act_no: Mapped[int] = mapped_column(Whole)


class BonPayment(Model):
    """Money a member brought to the drawer for the bon; its tender stands with the shift."""

    __tablename__ = "bon_payment"
    __table_args__ = tenant(
        ForeignKeyConstraint(["gerai_id", "member_no"], ["member.gerai_id", "member.no"]),
        ForeignKeyConstraint(["gerai_id", "shift_no"], ["shift.gerai_id", "shift.no"]),
        ForeignKeyConstraint(["gerai_id", "entry_no"], ["entry.gerai_id", "entry.no"]),
        ForeignKeyConstraint(
            ["gerai_id", "act_no"], ["act.gerai_id", "act.no"], deferrable=True, initially="DEFERRED"
        ),
        *whole("no", "member_no", "amount", "still_owed"),
        CheckConstraint("amount > 0", name="amount_positive"),
        Index(None, "gerai_id", "member_no", "no"),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    no: Mapped[int] = mapped_column(Whole, primary_key=True)
    member_no: Mapped[int] = mapped_column(Whole)
    shift_no: Mapped[int] = mapped_column(Whole)
    kind: Mapped[str] = mapped_column(String(10))
    amount: Mapped[int] = mapped_column(Rupiah)
    still_owed: Mapped[int] = mapped_column(Rupiah)
    paid_at: Mapped[datetime] = mapped_column(UtcDateTime)
    received_by: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    entry_no: Mapped[int] = mapped_column(Whole)
    act_no: Mapped[int] = mapped_column(Whole)
