"""What some sales and lines say beyond the plain ones: a row only where there is something to say.

They stand beside ``sale`` and ``sale_line``, so that the plain sale of a neighbour writes none of them.
"""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Date, ForeignKey, ForeignKeyConstraint, Index, SmallInteger
from sqlalchemy.orm import Mapped, mapped_column

from app.foundation.database import Model, tenant
from app.foundation.types import Milli, Rupiah, UtcDateTime, Whole, real_date, whole


def _of_line() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(
        ["gerai_id", "sale_no", "line"], ["sale_line.gerai_id", "sale_line.sale_no", "sale_line.line"]
    )


class SaleMember(Model):
    """The member who bought, at the member's terms. ``bought_on`` is the day of the books."""

    __tablename__ = "sale_member"
    __table_args__ = tenant(
        ForeignKeyConstraint(["gerai_id", "sale_no"], ["sale.gerai_id", "sale.no"]),
        ForeignKeyConstraint(["gerai_id", "member_no"], ["member.gerai_id", "member.no"]),
        *real_date("bought_on"),
        Index(None, "gerai_id", "member_no", "bought_on"),
        Index(None, "gerai_id", "bought_on"),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    sale_no: Mapped[int] = mapped_column(Whole, primary_key=True)
    member_no: Mapped[int] = mapped_column(Whole)
    bought_on: Mapped[date] = mapped_column(Date)


class SaleApproval(Model):
    """Who let a discount above the cashier's limit pass, by PIN; ``amount`` is the discount."""

    __tablename__ = "sale_approval"
    __table_args__ = tenant(
        ForeignKeyConstraint(["gerai_id", "sale_no"], ["sale.gerai_id", "sale.no"]),
        *whole("amount"),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    sale_no: Mapped[int] = mapped_column(Whole, primary_key=True)
    approver_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    amount: Mapped[int] = mapped_column(Rupiah)


class SaleLinePack(Model):
    """A line that was sold by the pack: its quantity counts packs, ``stock_milli`` is what left the stock."""

    __tablename__ = "sale_line_pack"
    __table_args__ = tenant(
        _of_line(),
        *whole("stock_milli"),
        CheckConstraint("stock_milli > 0", name="stock_positive"),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    sale_no: Mapped[int] = mapped_column(Whole, primary_key=True)
    line: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    stock_milli: Mapped[int] = mapped_column(Milli)


class SaleLineContainer(Model):
    """The containers of a line: empties that came in, and deposits paid for those that did not."""

    __tablename__ = "sale_line_container"
    __table_args__ = tenant(
        _of_line(),
        ForeignKeyConstraint(["gerai_id", "container_no"], ["container.gerai_id", "container.no"]),
        *whole("empties", "deposits", "deposit"),
        CheckConstraint("empties >= 0 AND deposits >= 0 AND deposit >= 0", name="none_negative"),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    sale_no: Mapped[int] = mapped_column(Whole, primary_key=True)
    line: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    container_no: Mapped[int] = mapped_column(Whole)
    empties: Mapped[int] = mapped_column(Whole)
    deposits: Mapped[int] = mapped_column(Whole)
    deposit: Mapped[int] = mapped_column(Rupiah)


class SaleLineConsigned(Model):
    """A line of goods that belong to a supplier: ``owed`` of its amount is theirs, the rest commission."""

    __tablename__ = "sale_line_consigned"
    __table_args__ = tenant(
        _of_line(),
        ForeignKeyConstraint(["gerai_id", "supplier_no"], ["supplier.gerai_id", "supplier.no"]),
        *whole("owed"),
        CheckConstraint("owed >= 0", name="owed_not_negative"),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    sale_no: Mapped[int] = mapped_column(Whole, primary_key=True)
    line: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    supplier_no: Mapped[int] = mapped_column(Whole)
    owed: Mapped[int] = mapped_column(Rupiah)


class SaleReprint(Model):
    """A receipt printed again: which copy it was, when, and by whom."""

    __tablename__ = "sale_reprint"
    __table_args__ = tenant(
        ForeignKeyConstraint(["gerai_id", "sale_no"], ["sale.gerai_id", "sale.no"]),
        ForeignKeyConstraint(
            ["gerai_id", "act_no"], ["act.gerai_id", "act.no"], deferrable=True, initially="DEFERRED"
        ),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    sale_no: Mapped[int] = mapped_column(Whole, primary_key=True)
    copy: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    printed_at: Mapped[datetime] = mapped_column(UtcDateTime)
    printed_by: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    act_no: Mapped[int] = mapped_column(Whole)
