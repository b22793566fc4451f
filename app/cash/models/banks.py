"""The gerai's bank accounts, what the bank's file says of them, and what each line of it was."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Date, ForeignKey, ForeignKeyConstraint, Index, SmallInteger, String
from sqlalchemy.orm import Mapped, mapped_column

from app.foundation.database import Model, tenant
from app.foundation.types import Rupiah, UtcDateTime, Whole, one_of, real_date, whole


def _acted() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(
        ["gerai_id", "act_no"], ["act.gerai_id", "act.no"], deferrable=True, initially="DEFERRED"
    )


class BankAccount(Model):
    """An account at a bank; ``mdr_basis_points`` is what its QRIS takes, in hundredths of a percent."""

    __tablename__ = "bank_account"
    __table_args__ = tenant(
        ForeignKeyConstraint(["gerai_id"], ["book.gerai_id"]),
        *whole("no", "mdr_basis_points"),
        CheckConstraint("mdr_basis_points BETWEEN 0 AND 500", name="mdr_is_a_small_part"),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    no: Mapped[int] = mapped_column(Whole, primary_key=True)
    bank: Mapped[str] = mapped_column(String(30))
    number: Mapped[str] = mapped_column(String(30))
    holder: Mapped[str] = mapped_column(String(60))
    mdr_basis_points: Mapped[int] = mapped_column(SmallInteger)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    @property
    def name(self) -> str:
        """BRI, no. …5678: enough to know it, too little to misuse."""
        return f"{self.bank} …{self.number[-4:]}"

    @property
    def subledger(self) -> str:
        return f"bank:{self.no}"


class BankImport(Model):
    """One file of the bank, and how many of its lines were new."""

    __tablename__ = "bank_import"
    __table_args__ = tenant(
        ForeignKeyConstraint(["gerai_id", "bank_no"], ["bank_account.gerai_id", "bank_account.no"]),
        _acted(),
        *whole("no", "lines", "fresh"),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    no: Mapped[int] = mapped_column(Whole, primary_key=True)
    bank_no: Mapped[int] = mapped_column(Whole)
    lines: Mapped[int] = mapped_column(Whole)
    fresh: Mapped[int] = mapped_column(Whole)
    imported_at: Mapped[datetime] = mapped_column(UtcDateTime)
    imported_by: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    act_no: Mapped[int] = mapped_column(Whole)


class BankLine(Model):
    """One line of the bank: money in is positive. The fingerprint keeps a line from coming twice."""

    __tablename__ = "bank_line"
    __table_args__ = tenant(
        ForeignKeyConstraint(["gerai_id", "bank_no"], ["bank_account.gerai_id", "bank_account.no"]),
        ForeignKeyConstraint(["gerai_id", "import_no"], ["bank_import.gerai_id", "bank_import.no"]),
        *whole("no", "amount", "balance"),
        *real_date("line_on"),
        CheckConstraint("amount <> 0", name="amount_not_zero"),
        Index("uq_bank_line_fingerprint", "gerai_id", "bank_no", "fingerprint", unique=True),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    no: Mapped[int] = mapped_column(Whole, primary_key=True)
    bank_no: Mapped[int] = mapped_column(Whole)
    import_no: Mapped[int] = mapped_column(Whole)
    line_on: Mapped[date] = mapped_column(Date)
    description: Mapped[str] = mapped_column(String(200))
    amount: Mapped[int] = mapped_column(Rupiah)
    balance: Mapped[int | None] = mapped_column(Rupiah)
    fingerprint: Mapped[str] = mapped_column(String(64))


class BankMatch(Model):
    """What a line of the bank was: takings, a deposit, a fee, interest, or something in the books already."""

    __tablename__ = "bank_match"
    __table_args__ = tenant(
        ForeignKeyConstraint(["gerai_id", "line_no"], ["bank_line.gerai_id", "bank_line.no"]),
        ForeignKeyConstraint(["gerai_id", "entry_no"], ["entry.gerai_id", "entry.no"]),
        ForeignKeyConstraint(["gerai_id", "transfer_no"], ["cash_transfer.gerai_id", "cash_transfer.no"]),
        _acted(),
        *whole("gross", "fee"),
        one_of("kind", "qris", "transfer", "deposit", "fee", "interest", "recorded"),
        CheckConstraint("fee >= 0", name="fee_not_negative"),
        Index("uq_bank_match_transfer", "gerai_id", "transfer_no", unique=True),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    line_no: Mapped[int] = mapped_column(Whole, primary_key=True)
    kind: Mapped[str] = mapped_column(String(10))
    gross: Mapped[int] = mapped_column(Rupiah)
    fee: Mapped[int] = mapped_column(Rupiah)
    transfer_no: Mapped[int | None] = mapped_column(Whole)
    entry_no: Mapped[int] = mapped_column(Whole)
    matched_at: Mapped[datetime] = mapped_column(UtcDateTime)
    matched_by: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    act_no: Mapped[int] = mapped_column(Whole)


class SettledDay(Model):
    """How much of a day's takings in a unit a line of the bank brought, before what the provider kept."""

    __tablename__ = "settled_day"
    __table_args__ = tenant(
        ForeignKeyConstraint(["gerai_id", "line_no"], ["bank_match.gerai_id", "bank_match.line_no"]),
        *whole("amount"),
        *real_date("taken_on"),
        one_of("kind", "qris", "transfer"),
        CheckConstraint("amount <> 0", name="amount_not_zero"),
        Index(None, "gerai_id", "kind", "taken_on"),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    line_no: Mapped[int] = mapped_column(Whole, primary_key=True)
    taken_on: Mapped[date] = mapped_column(Date, primary_key=True)
    unit: Mapped[str] = mapped_column(ForeignKey("unit.code"), primary_key=True)
    kind: Mapped[str] = mapped_column(String(10))
    amount: Mapped[int] = mapped_column(Rupiah)
