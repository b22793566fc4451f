"""Registers, shifts, counts and tenders: the one drawer that serves every counter."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, Index, SmallInteger, String, text
from sqlalchemy.orm import Mapped, mapped_column

from app.cash.postings import drawer_of
from app.foundation.database import Model, tenant
from app.foundation.types import Rupiah, UtcDateTime, Whole, one_of, whole


class Register(Model):
    """A till by its letter, which stands before every receipt number it prints: A-000123.

    A letter whose device was lost is retired and never used again: its numbers may come up unheard.
    """

    __tablename__ = "register"
    __table_args__ = tenant(
        ForeignKeyConstraint(["gerai_id"], ["book.gerai_id"]),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    code: Mapped[str] = mapped_column(String(2), primary_key=True)
    retired_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Shift(Model):
    """One cashier at one register, from the opening float to the count. Open while ``closed_at`` is empty."""

    __tablename__ = "shift"
    __table_args__ = tenant(
        ForeignKeyConstraint(["gerai_id", "register"], ["register.gerai_id", "register.code"]),
        *whole("no", "opening_float"),
        CheckConstraint("opening_float >= 0", name="float_not_negative"),
        Index(
            "uq_shift_open_register", "gerai_id", "register", unique=True,
            sqlite_where=text("closed_at IS NULL"), postgresql_where=text("closed_at IS NULL"),
        ),
        Index(
            "uq_shift_open_cashier", "gerai_id", "cashier_id", unique=True,
            sqlite_where=text("closed_at IS NULL"), postgresql_where=text("closed_at IS NULL"),
        ),
    )  # fmt: skip

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    no: Mapped[int] = mapped_column(Whole, primary_key=True)
    register: Mapped[str] = mapped_column(String(2))
    cashier_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    opened_at: Mapped[datetime] = mapped_column(UtcDateTime)
    opening_float: Mapped[int] = mapped_column(Rupiah)
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    @property
    def drawer(self) -> str:
        """The subledger of its drawer."""
        return drawer_of(self.no)


class ShiftCount(Model):
    """One blind count of a drawer: what lay in it, and what the books expected at that moment.

    Every try is kept, the first one too. A sale that arrives later changes what is expected now, never
    what was counted or expected then.
    """

    __tablename__ = "shift_count"
    __table_args__ = tenant(
        ForeignKeyConstraint(["gerai_id", "shift_no"], ["shift.gerai_id", "shift.no"]),
        ForeignKeyConstraint(
            ["gerai_id", "act_no"], ["act.gerai_id", "act.no"], deferrable=True, initially="DEFERRED"
        ),
        *whole("counted", "expected"),
        CheckConstraint("counted >= 0", name="counted_not_negative"),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    shift_no: Mapped[int] = mapped_column(Whole, primary_key=True)
    attempt: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    counted: Mapped[int] = mapped_column(Rupiah)
    expected: Mapped[int] = mapped_column(Rupiah)
    counted_at: Mapped[datetime] = mapped_column(UtcDateTime)
    counted_by: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    act_no: Mapped[int] = mapped_column(Whole)

    @property
    def difference(self) -> int:
        """Counted less expected: negative when money is missing."""
        return self.counted - self.expected


class ShiftCountLine(Model):
    """How many of each note and coin lay in the drawer."""

    __tablename__ = "shift_count_line"
    __table_args__ = tenant(
        ForeignKeyConstraint(
            ["gerai_id", "shift_no", "attempt"],
            ["shift_count.gerai_id", "shift_count.shift_no", "shift_count.attempt"],
        ),
        *whole("denomination", "pieces"),
        CheckConstraint("pieces > 0", name="pieces_positive"),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    shift_no: Mapped[int] = mapped_column(Whole, primary_key=True)
    attempt: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    denomination: Mapped[int] = mapped_column(Rupiah, primary_key=True)
    pieces: Mapped[int] = mapped_column(Whole)


class ShiftClosing(Model):
    """The end of a shift: which count it rests on, and why it was accepted if it differed."""

    __tablename__ = "shift_closing"
    __table_args__ = tenant(
        ForeignKeyConstraint(
            ["gerai_id", "shift_no", "attempt"],
            ["shift_count.gerai_id", "shift_count.shift_no", "shift_count.attempt"],
        ),
        ForeignKeyConstraint(["gerai_id", "entry_no"], ["entry.gerai_id", "entry.no"]),
        ForeignKeyConstraint(
            ["gerai_id", "act_no"], ["act.gerai_id", "act.no"], deferrable=True, initially="DEFERRED"
        ),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    shift_no: Mapped[int] = mapped_column(Whole, primary_key=True)
    attempt: Mapped[int] = mapped_column(SmallInteger)
    reason: Mapped[str] = mapped_column(String(160))
    entry_no: Mapped[int | None] = mapped_column(Whole)
    act_no: Mapped[int] = mapped_column(Whole)


class Tender(Model):
    """How something was paid: ``amount`` is what counts towards it, ``given`` what was handed over.

    What is given back stands as a negative amount.

    The document is opaque, as in the ledger; ``unit`` is the unit whose act it was.
    """

    __tablename__ = "tender"
    __table_args__ = tenant(
        ForeignKeyConstraint(["gerai_id", "shift_no"], ["shift.gerai_id", "shift.no"]),
        *whole("source_no", "amount", "given"),
        one_of("kind", "cash", "qris", "transfer", "bon"),
        Index(None, "gerai_id", "shift_no"),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    source: Mapped[str] = mapped_column(String(40), primary_key=True)
    source_no: Mapped[int] = mapped_column(Whole, primary_key=True)
    line: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    shift_no: Mapped[int] = mapped_column(Whole)
    unit: Mapped[str] = mapped_column(ForeignKey("unit.code"))
    kind: Mapped[str] = mapped_column(String(10))
    amount: Mapped[int] = mapped_column(Rupiah)
    given: Mapped[int] = mapped_column(Rupiah)
