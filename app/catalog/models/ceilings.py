"""Highest retail prices that the state sets, by date. Reference data, the same for every gerai."""

from datetime import date

from sqlalchemy import CheckConstraint, Date, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from app.foundation.database import Model
from app.foundation.types import Rupiah, Whole, one_of, real_date, whole


class RegulatedGood(Model):
    """Something whose price the state limits ``per`` kg, litre or cylinder."""

    __tablename__ = "regulated_good"
    __table_args__ = (one_of("per", "kg", "litre", "cylinder"),)

    code: Mapped[str] = mapped_column(String(30), primary_key=True)
    per: Mapped[str] = mapped_column(String(10))


class PriceCeiling(Model):
    """One rule for a good, from ``valid_from`` to ``valid_to`` (empty: until another), and where it stands written.

    ``block`` forbids a higher price, ``warn`` asks whether it is meant. The ``cap_...`` columns say how much a person
    may buy in a period.
    """

    __tablename__ = "price_ceiling"
    __table_args__ = (
        *whole("max_price", "cap_quantity"),
        *real_date("valid_from", "valid_to"),
        one_of("action", "block", "warn"),
        CheckConstraint("max_price > 0", name="price_is_positive"),
    )

    good: Mapped[str] = mapped_column(ForeignKey("regulated_good.code"), primary_key=True)
    valid_from: Mapped[date] = mapped_column(Date, primary_key=True)
    valid_to: Mapped[date | None] = mapped_column(Date)
    max_price: Mapped[int] = mapped_column(Rupiah)
    action: Mapped[str] = mapped_column(String(5))
    cap_quantity: Mapped[int | None] = mapped_column(Whole)
    cap_unit: Mapped[str | None] = mapped_column(String(10))
    cap_period: Mapped[str | None] = mapped_column(String(10))
    needs_nik: Mapped[bool]
    no_bundling: Mapped[bool]
    source: Mapped[str] = mapped_column(String(120))
