"""Items a gerai sells, and the barcodes that find them."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, SmallInteger, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.foundation.database import Model, tenant
from app.foundation.types import Rupiah, UtcDateTime, Whole, one_of, whole


class Item(Model):
    """Something sold at one price a unit. ``decimals`` is 0 for pieces and 3 for what is weighed or poured.

    ``group`` says what kind of stock it is (sembako, subsidised goods, own produce).
    """

    __tablename__ = "item"
    __table_args__ = tenant(
        ForeignKeyConstraint(["gerai_id"], ["book.gerai_id"]),
        *whole("no", "price"),
        one_of("stock_group", "sembako", "subsidised", "produce"),
        CheckConstraint("decimals IN (0, 3)", name="decimals_are_known"),
        CheckConstraint("price >= 0", name="price_not_negative"),
        Index(None, "gerai_id", "name"),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    no: Mapped[int] = mapped_column(Whole, primary_key=True)
    name: Mapped[str] = mapped_column(String(60))
    unit: Mapped[str] = mapped_column(String(10))
    decimals: Mapped[int] = mapped_column(SmallInteger)
    stock_group: Mapped[str] = mapped_column(String(12))
    price: Mapped[int] = mapped_column(Rupiah)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    barcodes: Mapped[list["Barcode"]] = relationship(order_by="Barcode.code", viewonly=True)


class Barcode(Model):
    """A code that finds an item: EAN-13 (UPC-A padded to 13), EAN-8, or the gerai's own (20 to 29)."""

    __tablename__ = "barcode"
    __table_args__ = tenant(
        ForeignKeyConstraint(["gerai_id", "item_no"], ["item.gerai_id", "item.no"]),
        Index(None, "gerai_id", "item_no"),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    code: Mapped[str] = mapped_column(String(14), primary_key=True)
    item_no: Mapped[int] = mapped_column(Whole)
