"""What members owe in shares, and what they have paid in."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Date, ForeignKey, ForeignKeyConstraint, Index, SmallInteger, String
from sqlalchemy.orm import Mapped, mapped_column

from app.foundation.database import Model, tenant
from app.foundation.types import Rupiah, UtcDateTime, Whole, one_of, real_date, whole
from app.savings.kinds import KINDS, SOURCES


def _of_act() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(
        ["gerai_id", "act_no"], ["act.gerai_id", "act.no"], deferrable=True, initially="DEFERRED"
    )


class ShareTerm(Model):
    """What the members' meeting asks of each member, from a day on: pokok once, wajib every month, in rupiah."""

    __tablename__ = "share_term"
    __table_args__ = tenant(
        ForeignKeyConstraint(["gerai_id"], ["book.gerai_id"]),
        _of_act(),
        *whole("pokok", "wajib", "act_no"),
        *real_date("valid_from"),
        CheckConstraint("pokok > 0", name="pokok_positive"),
        CheckConstraint("wajib >= 0", name="wajib_not_negative"),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    valid_from: Mapped[date] = mapped_column(Date, primary_key=True)
    pokok: Mapped[int] = mapped_column(Rupiah)
    wajib: Mapped[int] = mapped_column(Rupiah)
    act_no: Mapped[int] = mapped_column(Whole)


class SavingsMovement(Model):
    """Money into a member's simpanan, in rupiah. Its number is on the receipt; ``balance`` is what stood after it.

    ``counter`` came through a drawer, in a shift; ``opening`` was brought in with the saldo awal.
    """

    __tablename__ = "savings_movement"
    __table_args__ = tenant(
        ForeignKeyConstraint(["gerai_id", "member_no"], ["member.gerai_id", "member.no"]),
        ForeignKeyConstraint(["gerai_id", "shift_no"], ["shift.gerai_id", "shift.no"]),
        ForeignKeyConstraint(["gerai_id", "entry_no"], ["entry.gerai_id", "entry.no"]),
        _of_act(),
        one_of("kind", *KINDS),
        one_of("source", *SOURCES),
        *whole("no", "amount", "balance", "entry_no", "act_no"),
        *real_date("moved_on"),
        CheckConstraint("amount <> 0", name="amount_not_zero"),
        CheckConstraint("balance >= 0", name="balance_not_negative"),
        CheckConstraint("(source = 'counter') = (shift_no IS NOT NULL)", name="counter_has_a_shift"),
        Index(None, "gerai_id", "member_no", "kind", "no"),
        Index(None, "gerai_id", "shift_no"),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    no: Mapped[int] = mapped_column(Whole, primary_key=True)
    member_no: Mapped[int] = mapped_column(Whole)
    kind: Mapped[str] = mapped_column(String(10))
    source: Mapped[str] = mapped_column(String(10))
    amount: Mapped[int] = mapped_column(Rupiah)
    balance: Mapped[int] = mapped_column(Rupiah)
    moved_on: Mapped[date] = mapped_column(Date)
    recorded_at: Mapped[datetime] = mapped_column(UtcDateTime)
    recorded_by: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    shift_no: Mapped[int | None] = mapped_column(Whole)
    entry_no: Mapped[int] = mapped_column(Whole)
    act_no: Mapped[int] = mapped_column(Whole)


class WajibMonth(Model):
    """A month of wajib that is paid; that no month is paid twice is the key's promise."""

    __tablename__ = "wajib_month"
    __table_args__ = tenant(
        ForeignKeyConstraint(["gerai_id", "member_no"], ["member.gerai_id", "member.no"]),
        ForeignKeyConstraint(
            ["gerai_id", "movement_no"], ["savings_movement.gerai_id", "savings_movement.no"]
        ),
        *whole("movement_no", "amount"),
        *real_date("month_on"),
        CheckConstraint("amount > 0", name="amount_positive"),
        Index(None, "gerai_id", "movement_no"),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    member_no: Mapped[int] = mapped_column(Whole, primary_key=True)
    month_on: Mapped[date] = mapped_column(Date, primary_key=True)
    movement_no: Mapped[int] = mapped_column(Whole)
    amount: Mapped[int] = mapped_column(Rupiah)
