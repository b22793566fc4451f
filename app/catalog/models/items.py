"""Items a gerai sells, the packs they come in, the codes that find them, the vessels they are refilled in."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, Index, SmallInteger, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.foundation.database import Model, tenant
from app.foundation.types import Milli, Rupiah, UtcDateTime, Whole, one_of, whole


class Item(Model):
    """Something sold by the unit. ``decimals`` is 0 for pieces and 3 for what is weighed or poured.

    ``group`` says what kind of stock it is (sembako, subsidised goods, own produce). ``price`` is the
    retail price that was last set to begin at once, for lists; what holds on a day is in ``item_price``.
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
    packs: Mapped[list["Pack"]] = relationship(order_by="Pack.milli", viewonly=True)
    trait: Mapped["ItemTrait | None"] = relationship(viewonly=True)


class Container(Model):
    """A vessel that comes back: an LPG cylinder, a galon, a crate. ``deposit`` in rupiah, for who brings no empty."""

    __tablename__ = "container"
    __table_args__ = tenant(
        ForeignKeyConstraint(["gerai_id"], ["book.gerai_id"]),
        *whole("no", "deposit"),
        CheckConstraint("deposit >= 0", name="deposit_not_negative"),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    no: Mapped[int] = mapped_column(Whole, primary_key=True)
    name: Mapped[str] = mapped_column(String(40))
    deposit: Mapped[int] = mapped_column(Rupiah)


class ItemTrait(Model):
    """What only some items have: a number on the scale (PLU), a vessel, a good whose price the state limits.

    ``net_milli`` is how much of the good a unit holds, in thousandths of the kg, litre or cylinder of the rule.
    """

    __tablename__ = "item_trait"
    __table_args__ = tenant(
        ForeignKeyConstraint(["gerai_id", "item_no"], ["item.gerai_id", "item.no"]),
        ForeignKeyConstraint(["gerai_id", "container_no"], ["container.gerai_id", "container.no"]),
        *whole("plu", "net_milli"),
        CheckConstraint("plu BETWEEN 1 AND 99999", name="plu_has_five_digits"),
        CheckConstraint("(good IS NULL) = (net_milli IS NULL)", name="good_has_its_content"),
        CheckConstraint("net_milli > 0", name="content_is_positive"),
        Index("uq_item_trait_plu", "gerai_id", "plu", unique=True),
        Index(None, "gerai_id", "container_no"),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    item_no: Mapped[int] = mapped_column(Whole, primary_key=True)
    plu: Mapped[int | None] = mapped_column(Whole)
    container_no: Mapped[int | None] = mapped_column(Whole)
    good: Mapped[str | None] = mapped_column(ForeignKey("regulated_good.code"))
    net_milli: Mapped[int | None] = mapped_column(Milli)


class Pack(Model):
    """A dus, a renteng, a karung: ``milli`` of the item's unit under a name of its own, known by its content."""

    __tablename__ = "item_pack"
    __table_args__ = tenant(
        ForeignKeyConstraint(["gerai_id", "item_no"], ["item.gerai_id", "item.no"]),
        *whole("milli"),
        CheckConstraint("milli > 0", name="content_is_positive"),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    item_no: Mapped[int] = mapped_column(Whole, primary_key=True)
    milli: Mapped[int] = mapped_column(Milli, primary_key=True)
    name: Mapped[str] = mapped_column(String(10))


class Barcode(Model):
    """A code that finds an item: EAN-13 (UPC-A padded to 13), EAN-8, GTIN-14 of a pack, or the gerai's own (20 to 29)."""

    __tablename__ = "barcode"
    __table_args__ = tenant(
        ForeignKeyConstraint(["gerai_id", "item_no"], ["item.gerai_id", "item.no"]),
        Index(None, "gerai_id", "item_no"),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    code: Mapped[str] = mapped_column(String(14), primary_key=True)
    item_no: Mapped[int] = mapped_column(Whole)
    pack: Mapped["PackBarcode | None"] = relationship(viewonly=True)


class PackBarcode(Model):
    """Says of a barcode that it stands on a pack, not on a single unit."""

    __tablename__ = "pack_barcode"
    __table_args__ = tenant(
        ForeignKeyConstraint(["gerai_id", "code"], ["barcode.gerai_id", "barcode.code"]),
        ForeignKeyConstraint(
            ["gerai_id", "item_no", "milli"], ["item_pack.gerai_id", "item_pack.item_no", "item_pack.milli"]
        ),
        Index(None, "gerai_id", "item_no", "milli"),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    code: Mapped[str] = mapped_column(String(14), primary_key=True)
    item_no: Mapped[int] = mapped_column(Whole)
    milli: Mapped[int] = mapped_column(Milli)
