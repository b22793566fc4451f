"""What lies in the shop, what it cost, and every movement of it."""

from datetime import date

from sqlalchemy import CheckConstraint, Date, ForeignKeyConstraint, Index, SmallInteger, String
from sqlalchemy.orm import Mapped, mapped_column

from app.foundation.database import Model, tenant
from app.foundation.types import Milli, Rupiah, Whole, one_of, real_date, whole


class Stock(Model):
    """Quantity and value of an item on hand. Below zero both are negative.

    ``unit_cost`` is the last known moving average in whole rupiah a unit: what is sold below zero costs that.
    """

    __tablename__ = "stock"
    __table_args__ = tenant(
        ForeignKeyConstraint(["gerai_id", "item_no"], ["item.gerai_id", "item.no"]),
        *whole("quantity_milli", "value", "unit_cost"),
        CheckConstraint("quantity_milli <> 0 OR value = 0", name="nothing_is_worth_nothing"),
        CheckConstraint("unit_cost >= 0", name="unit_cost_not_negative"),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    item_no: Mapped[int] = mapped_column(Whole, primary_key=True)
    quantity_milli: Mapped[int] = mapped_column(Milli)
    value: Mapped[int] = mapped_column(Rupiah)
    unit_cost: Mapped[int] = mapped_column(Rupiah)


class StockMovement(Model):
    """One change of an item's stock: thousandths in or out and their cost. Never changed, never deleted.

    ``source`` and ``source_no`` name the document; ``variance`` is the part of a receipt's cost that
    went to 5-7100 because goods had been sold before they were received.
    """

    __tablename__ = "stock_movement"
    __table_args__ = tenant(
        ForeignKeyConstraint(["gerai_id", "item_no"], ["item.gerai_id", "item.no"]),
        ForeignKeyConstraint(
            ["gerai_id", "act_no"], ["act.gerai_id", "act.no"], deferrable=True, initially="DEFERRED"
        ),
        *whole("quantity_milli", "cost", "variance"),
        *real_date("moved_on"),
        Index(None, "gerai_id", "item_no", "act_no"),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    act_no: Mapped[int] = mapped_column(Whole, primary_key=True)
    line: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    item_no: Mapped[int] = mapped_column(Whole)
    moved_on: Mapped[date] = mapped_column(Date)
    quantity_milli: Mapped[int] = mapped_column(Milli)
    cost: Mapped[int] = mapped_column(Rupiah)
    variance: Mapped[int] = mapped_column(Rupiah, default=0)
    source: Mapped[str] = mapped_column(String(40))
    source_no: Mapped[int] = mapped_column(Whole)


class Adjustment(Model):
    """Stock put right by hand, with the reason: broken, expired, lost, found, own use."""

    __tablename__ = "adjustment"
    __table_args__ = tenant(
        ForeignKeyConstraint(["gerai_id", "entry_no"], ["entry.gerai_id", "entry.no"]),
        ForeignKeyConstraint(["gerai_id", "item_no"], ["item.gerai_id", "item.no"]),
        *whole("no", "quantity_milli", "cost"),
        *real_date("adjusted_on"),
        one_of("reason", "damaged", "expired", "lost", "found", "own_use"),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    no: Mapped[int] = mapped_column(Whole, primary_key=True)
    adjusted_on: Mapped[date] = mapped_column(Date)
    item_no: Mapped[int] = mapped_column(Whole)
    quantity_milli: Mapped[int] = mapped_column(Milli)
    cost: Mapped[int] = mapped_column(Rupiah)
    reason: Mapped[str] = mapped_column(String(10))
    note: Mapped[str] = mapped_column(String(120))
    entry_no: Mapped[int | None] = mapped_column(Whole)
    act_no: Mapped[int] = mapped_column(Whole)
