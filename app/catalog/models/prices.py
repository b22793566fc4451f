"""Prices by date. A row is a price from one day to another; the last of them have no end."""

from datetime import date

from sqlalchemy import CheckConstraint, Date, ForeignKeyConstraint, Index, SmallInteger, String
from sqlalchemy.orm import Mapped, mapped_column

from app.foundation.database import Model, tenant
from app.foundation.types import Milli, Rupiah, Whole, one_of, real_date, whole

FOREVER = date(9999, 12, 31)


class ItemPrice(Model):
    """What a unit costs from ``starts_on`` to ``ends_on``, both included; rows that end before they start never held.

    ``retail`` and ``member`` are for any quantity, ``wholesale`` from ``from_milli`` on; ``pack`` is for a whole
    pack of ``from_milli``. A ``promotion`` has a price or a ``percent`` off. A price is never changed: the next one
    ends it, and both are kept. Prices from before there were dates have no act.
    """

    __tablename__ = "item_price"
    __table_args__ = tenant(
        ForeignKeyConstraint(["gerai_id", "item_no"], ["item.gerai_id", "item.no"]),
        ForeignKeyConstraint(
            ["gerai_id", "act_no"], ["act.gerai_id", "act.no"], deferrable=True, initially="DEFERRED"
        ),
        *whole("no", "from_milli", "price"),
        *real_date("starts_on", "ends_on"),
        one_of("kind", "retail", "wholesale", "member", "pack", "promotion"),
        CheckConstraint("(kind IN ('wholesale', 'pack')) = (from_milli > 0)", name="quantity_fits_its_kind"),
        CheckConstraint("(price > 0) <> (percent > 0)", name="price_or_percent"),
        CheckConstraint("kind = 'promotion' OR percent = 0", name="only_promotions_have_percent"),
        CheckConstraint("price >= 0 AND percent BETWEEN 0 AND 99 AND from_milli >= 0", name="in_range"),
        # SQLite looks for an act's prices when the act's row comes after them.
        Index(None, "gerai_id", "act_no"),
        Index("ix_item_price_in_force", "gerai_id", "item_no", "ends_on"),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    item_no: Mapped[int] = mapped_column(Whole, primary_key=True)
    no: Mapped[int] = mapped_column(Whole, primary_key=True)
    kind: Mapped[str] = mapped_column(String(10))
    from_milli: Mapped[int] = mapped_column(Milli)
    price: Mapped[int] = mapped_column(Rupiah)
    percent: Mapped[int] = mapped_column(SmallInteger)
    label: Mapped[str] = mapped_column(String(40))
    starts_on: Mapped[date] = mapped_column(Date)
    ends_on: Mapped[date] = mapped_column(Date)
    act_no: Mapped[int | None] = mapped_column(Whole)
