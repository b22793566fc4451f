"""Regions, gerai, their units and officers, and what is counted per day."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Date, ForeignKey, ForeignKeyConstraint, Index, SmallInteger, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.foundation.database import Model, tenant
from app.foundation.types import UtcDateTime, Whole, one_of, real_date, whole


class Kecamatan(Model):
    """A sub-district, with its place on the tile map. Reference data."""

    __tablename__ = "kecamatan"
    code: Mapped[str] = mapped_column(String(8), primary_key=True)
    name: Mapped[str] = mapped_column(String(40))
    tile_column: Mapped[int] = mapped_column(SmallInteger)
    tile_row: Mapped[int] = mapped_column(SmallInteger)


class Village(Model):
    """A desa or kelurahan by its Kemendagri code; names repeat, codes do not. Reference data."""

    __tablename__ = "village"
    __table_args__ = (one_of("kind", "desa", "kelurahan"),)

    code: Mapped[str] = mapped_column(String(13), primary_key=True)
    kecamatan_code: Mapped[str] = mapped_column(ForeignKey("kecamatan.code"), index=True)
    name: Mapped[str] = mapped_column(String(40))
    kind: Mapped[str] = mapped_column(String(10))
    kecamatan: Mapped[Kecamatan] = relationship(lazy="joined", innerjoin=True)

    @property
    def label(self) -> str:
        """``Jaten``; a kelurahan says so."""
        return f"{self.name} (kelurahan)" if self.kind == "kelurahan" else self.name


class Gerai(Model):
    """The one cooperative and shop of a village. Its public code is the village's."""

    __tablename__ = "gerai"
    __table_args__ = tenant(
        ForeignKeyConstraint(["gerai_id"], ["book.gerai_id"]),
        *real_date("opened_on"),
        CheckConstraint("gerai_id > 0", name="not_the_district"),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True, autoincrement=False)
    code: Mapped[str] = mapped_column(ForeignKey("village.code"), unique=True)
    cooperative: Mapped[str] = mapped_column(String(100))
    address: Mapped[str] = mapped_column(String(160), default="")
    opened_on: Mapped[date] = mapped_column(Date)
    village: Mapped[Village] = relationship(lazy="joined", innerjoin=True)

    @property
    def name(self) -> str:
        """As people call it: Gerai Jaten, Wonodadi."""
        return f"Gerai {self.village.name}, {self.village.kecamatan.name}"


class GeraiUnit(Model):
    """A business unit that this gerai runs."""

    __tablename__ = "gerai_unit"
    __table_args__ = tenant(ForeignKeyConstraint(["gerai_id"], ["book.gerai_id"]), *real_date("opened_on"))

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    unit: Mapped[str] = mapped_column(ForeignKey("unit.code"), primary_key=True)
    opened_on: Mapped[date] = mapped_column(Date)


class Officer(Model):
    """One role of one person in one gerai (0: the district office). Ended, never deleted."""

    __tablename__ = "officer"
    __table_args__ = tenant(
        ForeignKeyConstraint(["gerai_id"], ["book.gerai_id"]),
        Index(None, "user_id"),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"), primary_key=True)
    role: Mapped[str] = mapped_column(String(20), primary_key=True)
    appointed_at: Mapped[datetime] = mapped_column(UtcDateTime)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class DailyCount(Model):
    """What is counted and not posted (receipts, lots, ...), kept by the act that changes it."""

    __tablename__ = "daily_count"
    __table_args__ = tenant(
        ForeignKeyConstraint(["gerai_id"], ["book.gerai_id"]),
        *whole("value"),
        *real_date("counted_on"),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    counted_on: Mapped[date] = mapped_column(Date, primary_key=True)
    measure: Mapped[str] = mapped_column(String(40), primary_key=True)
    value: Mapped[int] = mapped_column(Whole)
