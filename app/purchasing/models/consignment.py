"""Goods of others that the gerai sells: on which terms, what became of them, and what was settled."""

from datetime import date

from sqlalchemy import CheckConstraint, Date, ForeignKeyConstraint, Index, SmallInteger, String
from sqlalchemy.orm import Mapped, mapped_column

from app.foundation.database import Model, tenant
from app.foundation.types import Milli, Rupiah, Whole, one_of, real_date, whole


class Consignment(Model):
    """That an item is now another's: who owns it, and what he gets for each unit sold. Gone when it is bought again."""

    __tablename__ = "consignment"
    __table_args__ = tenant(
        ForeignKeyConstraint(["gerai_id", "item_no"], ["item.gerai_id", "item.no"]),
        ForeignKeyConstraint(["gerai_id", "supplier_no"], ["supplier.gerai_id", "supplier.no"]),
        *whole("owed"),
        CheckConstraint("owed >= 0", name="owed_not_negative"),
        Index(None, "gerai_id", "supplier_no"),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    item_no: Mapped[int] = mapped_column(Whole, primary_key=True)
    supplier_no: Mapped[int] = mapped_column(Whole)
    owed: Mapped[int] = mapped_column(Rupiah)


class ConsignmentMovement(Model):
    """What became of goods on consignment: received, sold, missing, given back.

    ``share`` is what their owner is owed by it in rupiah, below zero when a buyer brought the goods
    back; together, less what settlements paid, it is what 2-1105 holds for him. ``quantity_milli`` is in for received and out
    for everything else, so that together it is what should lie on the shelf.
    """

    __tablename__ = "consignment_movement"
    __table_args__ = tenant(
        ForeignKeyConstraint(["gerai_id", "item_no"], ["item.gerai_id", "item.no"]),
        ForeignKeyConstraint(["gerai_id", "supplier_no"], ["supplier.gerai_id", "supplier.no"]),
        ForeignKeyConstraint(
            ["gerai_id", "act_no"], ["act.gerai_id", "act.no"], deferrable=True, initially="DEFERRED"
        ),
        *whole("quantity_milli", "share", "source_no"),
        *real_date("moved_on"),
        one_of("kind", "received", "sold", "missing", "returned"),
        Index(None, "gerai_id", "supplier_no", "act_no"),
        Index(None, "gerai_id", "source", "source_no"),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    act_no: Mapped[int] = mapped_column(Whole, primary_key=True)
    line: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    supplier_no: Mapped[int] = mapped_column(Whole)
    item_no: Mapped[int] = mapped_column(Whole)
    moved_on: Mapped[date] = mapped_column(Date)
    kind: Mapped[str] = mapped_column(String(10))
    quantity_milli: Mapped[int] = mapped_column(Milli)
    share: Mapped[int] = mapped_column(Rupiah)
    source: Mapped[str] = mapped_column(String(40))
    source_no: Mapped[int] = mapped_column(Whole)


class Settlement(Model):
    """What an owner was told and paid for goods on consignment.

    ``owed`` is what he was owed then, with what was missing; ``paid`` what he got.
    """

    __tablename__ = "settlement"
    __table_args__ = tenant(
        ForeignKeyConstraint(["gerai_id", "supplier_no"], ["supplier.gerai_id", "supplier.no"]),
        ForeignKeyConstraint(["gerai_id", "entry_no"], ["entry.gerai_id", "entry.no"]),
        *whole("no", "owed", "missing", "paid"),
        *real_date("settled_on"),
        CheckConstraint("paid >= 0", name="paid_not_negative"),
        one_of("paid_from", "safe", "bank", "drawer"),
        Index(None, "gerai_id", "supplier_no", "no"),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    no: Mapped[int] = mapped_column(Whole, primary_key=True)
    supplier_no: Mapped[int] = mapped_column(Whole)
    settled_on: Mapped[date] = mapped_column(Date)
    paid_from: Mapped[str] = mapped_column(String(10))
    shift_no: Mapped[int | None] = mapped_column(Whole)
    bank_no: Mapped[int | None] = mapped_column(Whole)
    owed: Mapped[int] = mapped_column(Rupiah)
    missing: Mapped[int] = mapped_column(Rupiah)
    paid: Mapped[int] = mapped_column(Rupiah)
    entry_no: Mapped[int | None] = mapped_column(Whole)
    act_no: Mapped[int] = mapped_column(Whole)


class SettlementLine(Model):
    """One item of a settlement: sold since the last one and its share, given back now, missing, and left here."""

    __tablename__ = "settlement_line"
    __table_args__ = tenant(
        ForeignKeyConstraint(["gerai_id", "settlement_no"], ["settlement.gerai_id", "settlement.no"]),
        ForeignKeyConstraint(["gerai_id", "item_no"], ["item.gerai_id", "item.no"]),
        *whole("received_milli", "sold_milli", "missing_milli", "returned_milli", "left_milli", "share"),
        CheckConstraint("returned_milli >= 0", name="returned_not_negative"),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    settlement_no: Mapped[int] = mapped_column(Whole, primary_key=True)
    item_no: Mapped[int] = mapped_column(Whole, primary_key=True)
    received_milli: Mapped[int] = mapped_column(Milli)
    sold_milli: Mapped[int] = mapped_column(Milli)
    missing_milli: Mapped[int] = mapped_column(Milli)
    returned_milli: Mapped[int] = mapped_column(Milli)
    left_milli: Mapped[int] = mapped_column(Milli)
    share: Mapped[int] = mapped_column(Rupiah)
