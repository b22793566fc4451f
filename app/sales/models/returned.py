"""What came back: a whole sale undone in its own shift, or goods returned against their receipt."""

from datetime import date, datetime

from sqlalchemy import (
    CheckConstraint,
    Date,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    SmallInteger,
    String,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from app.foundation.database import Model, tenant
from app.foundation.types import Milli, Rupiah, UtcDateTime, Whole, one_of, real_date, whole


class SaleReturn(Model):
    """One void or return. ``value`` is what its lines were sold for, ``deposit`` what containers gave back;
    with ``rounding`` (signed) they are what the buyer got.
    """

    __tablename__ = "sale_return"
    __table_args__ = tenant(
        ForeignKeyConstraint(["gerai_id", "sale_no"], ["sale.gerai_id", "sale.no"]),
        ForeignKeyConstraint(["gerai_id", "shift_no"], ["shift.gerai_id", "shift.no"]),
        ForeignKeyConstraint(["gerai_id", "entry_no"], ["entry.gerai_id", "entry.no"]),
        ForeignKeyConstraint(
            ["gerai_id", "act_no"], ["act.gerai_id", "act.no"], deferrable=True, initially="DEFERRED"
        ),
        *whole("no", "value", "rounding", "deposit", "cost"),
        *real_date("posted_on"),
        one_of("kind", "void", "return"),
        CheckConstraint("value >= 0 AND deposit >= 0 AND cost >= 0", name="amounts_not_negative"),
        Index(None, "gerai_id", "sale_no"),
        Index(None, "gerai_id", "posted_on"),
        Index(None, "gerai_id", "shift_no"),
        Index(
            "uq_sale_return_void", "gerai_id", "sale_no", unique=True,
            sqlite_where=text("kind = 'void'"), postgresql_where=text("kind = 'void'"),
        ),
    )  # fmt: skip

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    no: Mapped[int] = mapped_column(Whole, primary_key=True)
    kind: Mapped[str] = mapped_column(String(6))
    sale_no: Mapped[int] = mapped_column(Whole)
    shift_no: Mapped[int] = mapped_column(Whole)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    posted_on: Mapped[date] = mapped_column(Date)
    reason: Mapped[str] = mapped_column(String(120))
    value: Mapped[int] = mapped_column(Rupiah)
    rounding: Mapped[int] = mapped_column(Rupiah)
    deposit: Mapped[int] = mapped_column(Rupiah)
    cost: Mapped[int] = mapped_column(Rupiah)
    taken_by: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    approver_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    entry_no: Mapped[int | None] = mapped_column(Whole)
    act_no: Mapped[int] = mapped_column(Whole)

    @property
    def refunded(self) -> int:
        """What the buyer got, in rupiah."""
        return self.value + self.deposit + self.rounding


class SaleReturnLine(Model):
    """What came back of one line, and its share of everything that line was sold with."""

    __tablename__ = "sale_return_line"
    __table_args__ = tenant(
        ForeignKeyConstraint(["gerai_id", "return_no"], ["sale_return.gerai_id", "sale_return.no"]),
        ForeignKeyConstraint(
            ["gerai_id", "sale_no", "line"], ["sale_line.gerai_id", "sale_line.sale_no", "sale_line.line"]
        ),
        *whole("quantity_milli", "stock_milli", "discount", "amount", "cost", "owed"),
        *whole("empties", "deposits", "deposit"),
        CheckConstraint("quantity_milli > 0", name="quantity_positive"),
        Index(None, "gerai_id", "sale_no", "line"),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    return_no: Mapped[int] = mapped_column(Whole, primary_key=True)
    line: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    sale_no: Mapped[int] = mapped_column(Whole)
    quantity_milli: Mapped[int] = mapped_column(Milli)
    stock_milli: Mapped[int] = mapped_column(Milli)
    discount: Mapped[int] = mapped_column(Rupiah)
    amount: Mapped[int] = mapped_column(Rupiah)
    cost: Mapped[int] = mapped_column(Rupiah)
    owed: Mapped[int] = mapped_column(Rupiah)
    empties: Mapped[int] = mapped_column(Whole)
    deposits: Mapped[int] = mapped_column(Whole)
    deposit: Mapped[int] = mapped_column(Rupiah)
