"""Containers that come back: cylinders, gallon bottles, crates. Which containers there are is the catalogue's."""

from datetime import date

from sqlalchemy import CheckConstraint, Date, ForeignKeyConstraint, Index, SmallInteger, String
from sqlalchemy.orm import Mapped, mapped_column

from app.foundation.database import Model, tenant
from app.foundation.types import Rupiah, Whole, one_of, real_date, whole


class ContainerStock(Model):
    """Empty containers in the shop, those lent out against a deposit, and the deposits held for them.

    Full ones are the stock of the goods in them, and are not counted twice. ``deposit`` is what 2-1315 holds
    by this container: a deposit may have changed since, so it is kept and never reckoned.
    """

    __tablename__ = "container_stock"
    __table_args__ = tenant(
        ForeignKeyConstraint(["gerai_id", "container_no"], ["container.gerai_id", "container.no"]),
        *whole("empty", "lent", "deposit"),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    container_no: Mapped[int] = mapped_column(Whole, primary_key=True)
    empty: Mapped[int] = mapped_column(Whole)
    lent: Mapped[int] = mapped_column(Whole)
    deposit: Mapped[int] = mapped_column(Rupiah)


class ContainerMovement(Model):
    """One change of a container's empty and lent pieces and of the deposits held. Never changed, never deleted."""

    __tablename__ = "container_movement"
    __table_args__ = tenant(
        ForeignKeyConstraint(["gerai_id", "container_no"], ["container.gerai_id", "container.no"]),
        ForeignKeyConstraint(
            ["gerai_id", "act_no"], ["act.gerai_id", "act.no"], deferrable=True, initially="DEFERRED"
        ),
        *whole("container_no", "empty", "lent", "deposit", "source_no"),
        *real_date("moved_on"),
        CheckConstraint("empty <> 0 OR lent <> 0 OR deposit <> 0", name="something_moved"),
        one_of("reason", "", "counted", "lost", "damaged", "bought", "sold"),
        Index(None, "gerai_id", "container_no", "act_no"),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    act_no: Mapped[int] = mapped_column(Whole, primary_key=True)
    line: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    container_no: Mapped[int] = mapped_column(Whole)
    moved_on: Mapped[date] = mapped_column(Date)
    empty: Mapped[int] = mapped_column(Whole)
    lent: Mapped[int] = mapped_column(Whole)
    deposit: Mapped[int] = mapped_column(Rupiah)
    source: Mapped[str] = mapped_column(String(40))
    source_no: Mapped[int] = mapped_column(Whole)
    reason: Mapped[str] = mapped_column(String(10))
    note: Mapped[str] = mapped_column(String(120))
