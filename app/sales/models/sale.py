"""A basket, its lines, and what about it should not have been."""

from datetime import date, datetime

from sqlalchemy import (
    CheckConstraint,
    Date,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    SmallInteger,
    String,
    Text,
)
from sqlalchemy.orm import Mapped, mapped_column

from app.foundation.database import Model, tenant
from app.foundation.types import Milli, Rupiah, UtcDateTime, Whole, real_date, whole


class Sale(Model):
    """One basket. ``total`` is the sum of its lines; ``rounding`` (never positive) rounds its cash part.

    ``number`` is what the receipt says. Two receipts of one number (a lost device) are told apart by
    ``number_repeat``; the sale's own number, and the reference of its act, are the identity.
    """

    __tablename__ = "sale"
    __table_args__ = tenant(
        ForeignKeyConstraint(["gerai_id", "shift_no"], ["shift.gerai_id", "shift.no"]),
        ForeignKeyConstraint(["gerai_id", "entry_no"], ["entry.gerai_id", "entry.no"]),
        ForeignKeyConstraint(
            ["gerai_id", "act_no"], ["act.gerai_id", "act.no"], deferrable=True, initially="DEFERRED"
        ),
        *whole("no", "total", "rounding", "cost", "clock_offset_ms"),
        *real_date("sold_on", "posted_on"),
        CheckConstraint("total >= 0", name="total_not_negative"),
        Index("uq_sale_number", "gerai_id", "number", "number_repeat", unique=True),
        Index(None, "gerai_id", "posted_on"),
        Index(None, "gerai_id", "shift_no"),
        Index(None, "gerai_id", "act_no"),  # as on entry
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    no: Mapped[int] = mapped_column(Whole, primary_key=True)
    number: Mapped[str] = mapped_column(String(12))
    number_repeat: Mapped[int] = mapped_column(SmallInteger, default=0)
    shift_no: Mapped[int] = mapped_column(Whole)
    cashier_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    sold_at: Mapped[datetime] = mapped_column(UtcDateTime)
    clock_offset_ms: Mapped[int] = mapped_column(Whole)
    sold_on: Mapped[date] = mapped_column(Date)
    posted_on: Mapped[date] = mapped_column(Date)
    completed: Mapped[bool]
    member_claimed: Mapped[int | None] = mapped_column(Whole)
    total: Mapped[int] = mapped_column(Rupiah)
    rounding: Mapped[int] = mapped_column(Rupiah)
    cost: Mapped[int] = mapped_column(Rupiah)
    entry_no: Mapped[int | None] = mapped_column(Whole)
    act_no: Mapped[int] = mapped_column(Whole)


class SaleLine(Model):
    """One line, with the name and unit it was sold under: a reprint must read as the first print did.

    ``item_no`` is empty when the counter sold something the gerai's catalogue does not know.
    """

    __tablename__ = "sale_line"
    __table_args__ = tenant(
        ForeignKeyConstraint(["gerai_id", "sale_no"], ["sale.gerai_id", "sale.no"]),
        ForeignKeyConstraint(["gerai_id", "item_no"], ["item.gerai_id", "item.no"]),
        *whole("quantity_milli", "unit_price", "discount", "amount", "cost"),
        CheckConstraint("quantity_milli > 0", name="quantity_positive"),
        CheckConstraint("discount >= 0 AND amount >= 0", name="amounts_not_negative"),
        Index(None, "gerai_id", "item_no", "sale_no"),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    sale_no: Mapped[int] = mapped_column(Whole, primary_key=True)
    line: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    item_no: Mapped[int | None] = mapped_column(Whole)
    name: Mapped[str] = mapped_column(String(60))
    unit: Mapped[str] = mapped_column(String(10))
    quantity_milli: Mapped[int] = mapped_column(Milli)
    unit_price: Mapped[int] = mapped_column(Rupiah)
    discount: Mapped[int] = mapped_column(Rupiah)
    amount: Mapped[int] = mapped_column(Rupiah)
    cost: Mapped[int] = mapped_column(Rupiah)


class SaleException(Model):
    """Something about a told sale that should not have been: recorded all the same, for the manager to see."""

    __tablename__ = "sale_exception"
    __table_args__ = tenant(ForeignKeyConstraint(["gerai_id", "sale_no"], ["sale.gerai_id", "sale.no"]))

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    sale_no: Mapped[int] = mapped_column(Whole, primary_key=True)
    position: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    code: Mapped[str] = mapped_column(String(30))
    facts: Mapped[str] = mapped_column(Text)
