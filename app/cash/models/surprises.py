"""Counts that nobody was told of: by the auditor, of a drawer or the safe."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, SmallInteger, String
from sqlalchemy.orm import Mapped, mapped_column

from app.foundation.database import Model, tenant
from app.foundation.types import Rupiah, UtcDateTime, Whole, one_of, whole


def _acted() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(
        ["gerai_id", "act_no"], ["act.gerai_id", "act.no"], deferrable=True, initially="DEFERRED"
    )


class SurpriseCount(Model):
    """What lay there and what the books expected at that moment; it posts nothing."""

    __tablename__ = "surprise_count"
    __table_args__ = tenant(
        ForeignKeyConstraint(["gerai_id", "shift_no"], ["shift.gerai_id", "shift.no"]),
        _acted(),
        *whole("no", "counted", "expected"),
        one_of("place", "drawer", "safe"),
        CheckConstraint("(place = 'drawer') = (shift_no IS NOT NULL)", name="drawer_is_named"),
        CheckConstraint("counted >= 0", name="counted_not_negative"),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    no: Mapped[int] = mapped_column(Whole, primary_key=True)
    place: Mapped[str] = mapped_column(String(10))
    shift_no: Mapped[int | None] = mapped_column(Whole)
    counted: Mapped[int] = mapped_column(Rupiah)
    expected: Mapped[int] = mapped_column(Rupiah)
    witness_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    counted_at: Mapped[datetime] = mapped_column(UtcDateTime)
    counted_by: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    act_no: Mapped[int] = mapped_column(Whole)

    @property
    def difference(self) -> int:
        """Counted less expected: negative when money is missing."""
        return self.counted - self.expected


class SurpriseCountLine(Model):
    """How many of each note and coin were found."""

    __tablename__ = "surprise_count_line"
    __table_args__ = tenant(
        ForeignKeyConstraint(["gerai_id", "count_no"], ["surprise_count.gerai_id", "surprise_count.no"]),
        *whole("denomination", "pieces"),
        CheckConstraint("pieces > 0", name="pieces_positive"),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    count_no: Mapped[int] = mapped_column(Whole, primary_key=True)
    denomination: Mapped[int] = mapped_column(Rupiah, primary_key=True)
    pieces: Mapped[int] = mapped_column(Whole)


class SurpriseFinding(Model):
    """What the auditor found, written after the expected sum was shown; once."""

    __tablename__ = "surprise_finding"
    __table_args__ = tenant(
        ForeignKeyConstraint(["gerai_id", "count_no"], ["surprise_count.gerai_id", "surprise_count.no"]),
        _acted(),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    count_no: Mapped[int] = mapped_column(Whole, primary_key=True)
    finding: Mapped[str] = mapped_column(String(300))
    recorded_at: Mapped[datetime] = mapped_column(UtcDateTime)
    recorded_by: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    act_no: Mapped[int] = mapped_column(Whole)
