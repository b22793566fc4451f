"""What is owed to suppliers: each nota or bill, and everything that took something off it."""

from datetime import date

from sqlalchemy import CheckConstraint, Date, ForeignKeyConstraint, Index, SmallInteger, String
from sqlalchemy.orm import Mapped, mapped_column

from app.foundation.database import Model, tenant
from app.foundation.types import Milli, Rupiah, Whole, one_of, real_date, whole


class Payable(Model):
    """A nota or bill that is owed, and how much of it is settled by now.

    ``source`` names the document that made it: a receiving on tempo, a bill, a saldo awal.
    """

    __tablename__ = "payable"
    __table_args__ = tenant(
        ForeignKeyConstraint(["gerai_id", "supplier_no"], ["supplier.gerai_id", "supplier.no"]),
        *whole("no", "source_no", "amount", "settled"),
        *real_date("billed_on", "due_on"),
        CheckConstraint("amount > 0", name="amount_positive"),
        CheckConstraint("settled BETWEEN 0 AND amount", name="settled_within_the_amount"),
        Index("uq_payable_source", "gerai_id", "source", "source_no", unique=True),
        Index(None, "gerai_id", "supplier_no", "due_on"),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    no: Mapped[int] = mapped_column(Whole, primary_key=True)
    supplier_no: Mapped[int] = mapped_column(Whole)
    source: Mapped[str] = mapped_column(String(40))
    source_no: Mapped[int] = mapped_column(Whole)
    nota: Mapped[str] = mapped_column(String(40))
    billed_on: Mapped[date] = mapped_column(Date)
    due_on: Mapped[date] = mapped_column(Date)
    amount: Mapped[int] = mapped_column(Rupiah)
    settled: Mapped[int] = mapped_column(Rupiah)

    @property
    def left(self) -> int:
        return self.amount - self.settled


class PayableSettlement(Model):
    """What a payment or a return took off one payable. Never changed, never deleted."""

    __tablename__ = "payable_settlement"
    __table_args__ = tenant(
        ForeignKeyConstraint(["gerai_id", "payable_no"], ["payable.gerai_id", "payable.no"]),
        ForeignKeyConstraint(
            ["gerai_id", "act_no"], ["act.gerai_id", "act.no"], deferrable=True, initially="DEFERRED"
        ),
        *whole("source_no", "amount"),
        CheckConstraint("amount > 0", name="amount_positive"),
        Index(None, "gerai_id", "source", "source_no"),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    payable_no: Mapped[int] = mapped_column(Whole, primary_key=True)
    act_no: Mapped[int] = mapped_column(Whole, primary_key=True)
    amount: Mapped[int] = mapped_column(Rupiah)
    source: Mapped[str] = mapped_column(String(40))
    source_no: Mapped[int] = mapped_column(Whole)


class Bill(Model):
    """The bill of goods that came in before it: what was received and not yet invoiced becomes owed."""

    __tablename__ = "bill"
    __table_args__ = tenant(
        ForeignKeyConstraint(["gerai_id", "receiving_no"], ["receiving.gerai_id", "receiving.no"]),
        ForeignKeyConstraint(["gerai_id", "supplier_no"], ["supplier.gerai_id", "supplier.no"]),
        ForeignKeyConstraint(["gerai_id", "entry_no"], ["entry.gerai_id", "entry.no"]),
        *whole("no", "received", "amount", "into_stock"),
        *real_date("billed_on", "due_on"),
        CheckConstraint("amount >= 0", name="amount_not_negative"),
        Index("uq_bill_receiving", "gerai_id", "receiving_no", unique=True),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    no: Mapped[int] = mapped_column(Whole, primary_key=True)
    receiving_no: Mapped[int] = mapped_column(Whole)
    supplier_no: Mapped[int] = mapped_column(Whole)
    nota: Mapped[str] = mapped_column(String(40))
    billed_on: Mapped[date] = mapped_column(Date)
    due_on: Mapped[date] = mapped_column(Date)
    received: Mapped[int] = mapped_column(Rupiah)
    amount: Mapped[int] = mapped_column(Rupiah)
    into_stock: Mapped[int] = mapped_column(Rupiah)
    entry_no: Mapped[int | None] = mapped_column(Whole)
    act_no: Mapped[int] = mapped_column(Whole)


class SupplierPayment(Model):
    """Money given to a supplier for what is owed to him."""

    __tablename__ = "supplier_payment"
    __table_args__ = tenant(
        ForeignKeyConstraint(["gerai_id", "supplier_no"], ["supplier.gerai_id", "supplier.no"]),
        ForeignKeyConstraint(["gerai_id", "entry_no"], ["entry.gerai_id", "entry.no"]),
        *whole("no", "amount"),
        *real_date("paid_on"),
        CheckConstraint("amount > 0", name="amount_positive"),
        one_of("paid_from", "safe", "bank", "drawer"),
        Index(None, "gerai_id", "supplier_no", "no"),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    no: Mapped[int] = mapped_column(Whole, primary_key=True)
    supplier_no: Mapped[int] = mapped_column(Whole)
    paid_on: Mapped[date] = mapped_column(Date)
    paid_from: Mapped[str] = mapped_column(String(10))
    shift_no: Mapped[int | None] = mapped_column(Whole)
    bank_no: Mapped[int | None] = mapped_column(Whole)
    amount: Mapped[int] = mapped_column(Rupiah)
    note: Mapped[str] = mapped_column(String(120))
    entry_no: Mapped[int] = mapped_column(Whole)
    act_no: Mapped[int] = mapped_column(Whole)


class GoodsReturn(Model):
    """Goods given back on a nota. ``credit`` is what the supplier takes off, or pays back, for them;
    ``cost`` what they stood for in the stock.
    """

    __tablename__ = "goods_return"
    __table_args__ = tenant(
        ForeignKeyConstraint(["gerai_id", "receiving_no"], ["receiving.gerai_id", "receiving.no"]),
        ForeignKeyConstraint(["gerai_id", "entry_no"], ["entry.gerai_id", "entry.no"]),
        *whole("no", "cost", "credit"),
        *real_date("returned_on"),
        CheckConstraint("cost >= 0 AND credit >= 0", name="sums_not_negative"),
        one_of("settled_by", "payable", "safe", "bank", "unbilled", "consigned"),
        Index(None, "gerai_id", "receiving_no"),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    no: Mapped[int] = mapped_column(Whole, primary_key=True)
    receiving_no: Mapped[int] = mapped_column(Whole)
    supplier_no: Mapped[int | None] = mapped_column(Whole)
    returned_on: Mapped[date] = mapped_column(Date)
    settled_by: Mapped[str] = mapped_column(String(10))
    reason: Mapped[str] = mapped_column(String(120))
    cost: Mapped[int] = mapped_column(Rupiah)
    credit: Mapped[int] = mapped_column(Rupiah)
    entry_no: Mapped[int | None] = mapped_column(Whole)
    act_no: Mapped[int] = mapped_column(Whole)


class GoodsReturnLine(Model):
    """One line of a nota, given back in part or whole."""

    __tablename__ = "goods_return_line"
    __table_args__ = tenant(
        ForeignKeyConstraint(["gerai_id", "return_no"], ["goods_return.gerai_id", "goods_return.no"]),
        ForeignKeyConstraint(
            ["gerai_id", "receiving_no", "line"],
            ["receiving_line.gerai_id", "receiving_line.receiving_no", "receiving_line.line"],
        ),
        *whole("quantity_milli", "cost", "credit"),
        CheckConstraint("quantity_milli > 0", name="quantity_positive"),
        CheckConstraint("cost >= 0 AND credit >= 0", name="sums_not_negative"),
        Index(None, "gerai_id", "receiving_no", "line"),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    return_no: Mapped[int] = mapped_column(Whole, primary_key=True)
    line: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    receiving_no: Mapped[int] = mapped_column(Whole)
    item_no: Mapped[int] = mapped_column(Whole)
    quantity_milli: Mapped[int] = mapped_column(Milli)
    cost: Mapped[int] = mapped_column(Rupiah)
    credit: Mapped[int] = mapped_column(Rupiah)
