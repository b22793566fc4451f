"""Suppliers, and goods that came in on their notas."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Date, ForeignKeyConstraint, Index, SmallInteger, String, text
from sqlalchemy.orm import Mapped, mapped_column

from app.foundation.database import Model, tenant
from app.foundation.types import Milli, Rupiah, UtcDateTime, Whole, one_of, real_date, whole


class Supplier(Model):
    """Who the gerai buys from, or whose goods it sells on consignment. Ended, never deleted.

    ``term_days`` is how long he usually waits for his money; 0 where he is paid at once.
    """

    __tablename__ = "supplier"
    __table_args__ = tenant(
        ForeignKeyConstraint(["gerai_id"], ["book.gerai_id"]),
        *whole("no"),
        CheckConstraint("term_days BETWEEN 0 AND 365", name="term_days_are_within_a_year"),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    no: Mapped[int] = mapped_column(Whole, primary_key=True)
    name: Mapped[str] = mapped_column(String(80))
    phone: Mapped[str] = mapped_column(String(20))
    address: Mapped[str] = mapped_column(String(160))
    bank_account: Mapped[str] = mapped_column(String(60))
    term_days: Mapped[int] = mapped_column(SmallInteger)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Receiving(Model):
    """Goods that came in on one nota. ``paid_from`` says on which terms.

    ``safe``, ``bank`` and ``drawer``: paid at once; ``tempo``: owed until a day; ``unbilled``: its bill is
    still to come; ``consigned``: the goods stay their owner's. ``supplier`` is the name as it was then.
    """

    __tablename__ = "receiving"
    __table_args__ = tenant(
        ForeignKeyConstraint(["gerai_id", "entry_no"], ["entry.gerai_id", "entry.no"]),
        *whole("no", "cost"),
        *real_date("received_on"),
        one_of("paid_from", "safe", "bank", "drawer", "tempo", "unbilled", "consigned"),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    no: Mapped[int] = mapped_column(Whole, primary_key=True)
    received_on: Mapped[date] = mapped_column(Date)
    supplier: Mapped[str] = mapped_column(String(80))
    nota: Mapped[str] = mapped_column(String(40))
    paid_from: Mapped[str] = mapped_column(String(10))
    cost: Mapped[int] = mapped_column(Rupiah)
    entry_no: Mapped[int | None] = mapped_column(Whole)
    act_no: Mapped[int] = mapped_column(Whole)


class ReceivingLine(Model):
    """One item of a nota: thousandths of its unit, and what the whole line cost with its share of
    discount and freight. Goods on consignment cost nothing until they are sold.
    """

    __tablename__ = "receiving_line"
    __table_args__ = tenant(
        ForeignKeyConstraint(["gerai_id", "receiving_no"], ["receiving.gerai_id", "receiving.no"]),
        ForeignKeyConstraint(["gerai_id", "item_no"], ["item.gerai_id", "item.no"]),
        *whole("quantity_milli", "cost"),
        CheckConstraint("quantity_milli > 0", name="quantity_positive"),
        CheckConstraint("cost >= 0", name="cost_not_negative"),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    receiving_no: Mapped[int] = mapped_column(Whole, primary_key=True)
    line: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    item_no: Mapped[int] = mapped_column(Whole)
    quantity_milli: Mapped[int] = mapped_column(Milli)
    cost: Mapped[int] = mapped_column(Rupiah)


class ReceivingTerms(Model):
    """Whose nota it is and on which terms. Receivings from before there were suppliers have none.

    ``nota_key`` is the nota's number as it is compared: the same one of a supplier comes in once.
    """

    __tablename__ = "receiving_terms"
    __table_args__ = tenant(
        ForeignKeyConstraint(["gerai_id", "receiving_no"], ["receiving.gerai_id", "receiving.no"]),
        ForeignKeyConstraint(["gerai_id", "supplier_no"], ["supplier.gerai_id", "supplier.no"]),
        *whole("gross", "discount", "freight"),
        *real_date("due_on"),
        CheckConstraint("gross >= 0 AND discount >= 0 AND freight >= 0", name="sums_not_negative"),
        Index(
            "uq_receiving_terms_nota", "gerai_id", "supplier_no", "nota_key", unique=True,
            sqlite_where=text("nota_key <> ''"), postgresql_where=text("nota_key <> ''"),
        ),
    )  # fmt: skip

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    receiving_no: Mapped[int] = mapped_column(Whole, primary_key=True)
    supplier_no: Mapped[int] = mapped_column(Whole)
    nota_key: Mapped[str] = mapped_column(String(40))
    due_on: Mapped[date | None] = mapped_column(Date)
    gross: Mapped[int] = mapped_column(Rupiah)
    discount: Mapped[int] = mapped_column(Rupiah)
    freight: Mapped[int] = mapped_column(Rupiah)
    shift_no: Mapped[int | None] = mapped_column(Whole)
    bank_no: Mapped[int | None] = mapped_column(Whole)


class ReceivingLineTerms(Model):
    """A nota's line as it was written: so many packs, the sum before discount, and what came off and on.

    ``owed`` is what a unit of goods on consignment is worth to their owner once it is sold.
    """

    __tablename__ = "receiving_line_terms"
    __table_args__ = tenant(
        ForeignKeyConstraint(
            ["gerai_id", "receiving_no", "line"],
            ["receiving_line.gerai_id", "receiving_line.receiving_no", "receiving_line.line"],
        ),
        *whole("count_milli", "pack_milli", "gross", "discount", "freight", "owed"),
        CheckConstraint("count_milli > 0 AND pack_milli > 0", name="packs_positive"),
        CheckConstraint(
            "gross >= 0 AND discount >= 0 AND freight >= 0 AND owed >= 0", name="sums_not_negative"
        ),
        CheckConstraint("discount <= gross", name="discount_within_the_sum"),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    receiving_no: Mapped[int] = mapped_column(Whole, primary_key=True)
    line: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    pack: Mapped[str] = mapped_column(String(20))
    count_milli: Mapped[int] = mapped_column(Milli)
    pack_milli: Mapped[int] = mapped_column(Milli)
    gross: Mapped[int] = mapped_column(Rupiah)
    discount: Mapped[int] = mapped_column(Rupiah)
    freight: Mapped[int] = mapped_column(Rupiah)
    owed: Mapped[int] = mapped_column(Rupiah)
