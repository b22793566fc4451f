"""The parts that wait for a second pair of eyes, and the opening that was recorded, once."""

from datetime import date, datetime

from sqlalchemy import Date, ForeignKey, ForeignKeyConstraint, SmallInteger, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.foundation.database import Model, tenant
from app.foundation.types import Rupiah, UtcDateTime, Whole, real_date, whole


class OpeningPart(Model):
    """One part of the saldo awal as it was last uploaded and read; the next upload takes its place.

    ``body`` is JSON: the rows that are good, and what is wrong with those that are not.
    """

    __tablename__ = "opening_part"
    __table_args__ = tenant(ForeignKeyConstraint(["gerai_id"], ["book.gerai_id"]))

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    part: Mapped[str] = mapped_column(String(12), primary_key=True)
    filename: Mapped[str] = mapped_column(String(120))
    uploaded_by: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    uploaded_at: Mapped[datetime] = mapped_column(UtcDateTime)
    body: Mapped[str] = mapped_column(Text)


class Opening(Model):
    """The saldo awal of a gerai. Its key is the gerai alone: it is recorded once.

    ``unexplained`` is what it left on 3-9000, in rupiah: zero when the balances tied out.
    """

    __tablename__ = "opening"
    __table_args__ = tenant(
        ForeignKeyConstraint(["gerai_id"], ["book.gerai_id"]),
        ForeignKeyConstraint(["gerai_id", "entry_no"], ["entry.gerai_id", "entry.no"]),
        ForeignKeyConstraint(
            ["gerai_id", "act_no"], ["act.gerai_id", "act.no"], deferrable=True, initially="DEFERRED"
        ),
        *whole("unexplained", "entry_no", "act_no"),
        *real_date("opening_on"),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    opening_on: Mapped[date] = mapped_column(Date)
    unexplained: Mapped[int] = mapped_column(Rupiah)
    recorded_by: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    recorded_at: Mapped[datetime] = mapped_column(UtcDateTime)
    entry_no: Mapped[int] = mapped_column(Whole)
    act_no: Mapped[int] = mapped_column(Whole)
