"""Counting what lies on the shelves (opname): a session, what it covers, every tally, and how it ended."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, Index, SmallInteger, String, text
from sqlalchemy.orm import Mapped, mapped_column

from app.foundation.database import Model, tenant
from app.foundation.types import Milli, Rupiah, UtcDateTime, Whole, one_of, whole


class StockCount(Model):
    """A session of counting. Open while ``ended_at`` is empty; one at a time, so that nothing is counted twice.

    A difference worth more than ``threshold`` rupiah needs a second look by another person.
    """

    __tablename__ = "stock_count"
    __table_args__ = tenant(
        ForeignKeyConstraint(["gerai_id"], ["book.gerai_id"]),
        *whole("no", "threshold"),
        CheckConstraint("threshold >= 0", name="threshold_not_negative"),
        one_of("scope", "all", "sembako", "subsidised", "produce", "search"),
        Index(
            "uq_stock_count_open", "gerai_id", unique=True,
            sqlite_where=text("ended_at IS NULL"), postgresql_where=text("ended_at IS NULL"),
        ),
    )  # fmt: skip

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    no: Mapped[int] = mapped_column(Whole, primary_key=True)
    scope: Mapped[str] = mapped_column(String(12))
    words: Mapped[str] = mapped_column(String(60))
    threshold: Mapped[int] = mapped_column(Rupiah)
    opened_at: Mapped[datetime] = mapped_column(UtcDateTime)
    opened_by: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class CountedItem(Model):
    """An item that a session covers, as the list stood when it was opened."""

    __tablename__ = "stock_count_item"
    __table_args__ = tenant(
        ForeignKeyConstraint(["gerai_id", "count_no"], ["stock_count.gerai_id", "stock_count.no"]),
        ForeignKeyConstraint(["gerai_id", "item_no"], ["item.gerai_id", "item.no"]),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    count_no: Mapped[int] = mapped_column(Whole, primary_key=True)
    item_no: Mapped[int] = mapped_column(Whole, primary_key=True)


class Tally(Model):
    """What somebody counted of an item, and what the books held at that moment. Every one is kept.

    ``look`` is 1, or 2 for the second look; the last tally of the last look is what counts.
    """

    __tablename__ = "stock_tally"
    __table_args__ = tenant(
        ForeignKeyConstraint(
            ["gerai_id", "count_no", "item_no"],
            ["stock_count_item.gerai_id", "stock_count_item.count_no", "stock_count_item.item_no"],
        ),
        ForeignKeyConstraint(
            ["gerai_id", "act_no"], ["act.gerai_id", "act.no"], deferrable=True, initially="DEFERRED"
        ),
        *whole("counted_milli", "book_milli"),
        CheckConstraint("counted_milli >= 0", name="counted_not_negative"),
        CheckConstraint("look IN (1, 2)", name="look_is_known"),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    count_no: Mapped[int] = mapped_column(Whole, primary_key=True)
    item_no: Mapped[int] = mapped_column(Whole, primary_key=True)
    act_no: Mapped[int] = mapped_column(Whole, primary_key=True)
    look: Mapped[int] = mapped_column(SmallInteger)
    counted_milli: Mapped[int] = mapped_column(Milli)
    book_milli: Mapped[int] = mapped_column(Milli)
    counted_by: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    counted_at: Mapped[datetime] = mapped_column(UtcDateTime)


class StockCountEnd(Model):
    """How a session ended: approved, with what its differences were worth, or cancelled."""

    __tablename__ = "stock_count_end"
    __table_args__ = tenant(
        ForeignKeyConstraint(["gerai_id", "count_no"], ["stock_count.gerai_id", "stock_count.no"]),
        ForeignKeyConstraint(["gerai_id", "entry_no"], ["entry.gerai_id", "entry.no"]),
        ForeignKeyConstraint(
            ["gerai_id", "act_no"], ["act.gerai_id", "act.no"], deferrable=True, initially="DEFERRED"
        ),
        *whole("surplus", "loss"),
        one_of("outcome", "approved", "cancelled"),
        CheckConstraint("surplus >= 0 AND loss >= 0", name="sums_not_negative"),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    count_no: Mapped[int] = mapped_column(Whole, primary_key=True)
    outcome: Mapped[str] = mapped_column(String(10))
    surplus: Mapped[int] = mapped_column(Rupiah)
    loss: Mapped[int] = mapped_column(Rupiah)
    note: Mapped[str] = mapped_column(String(160))
    entry_no: Mapped[int | None] = mapped_column(Whole)
    act_no: Mapped[int] = mapped_column(Whole)
