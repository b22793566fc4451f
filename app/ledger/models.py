"""The tables of the ledger. Their guards (triggers) live in the migrations."""

from datetime import date

from sqlalchemy import CheckConstraint, Date, ForeignKey, ForeignKeyConstraint, Index, SmallInteger, String
from sqlalchemy.orm import Mapped, mapped_column

from app.foundation.database import Model, tenant
from app.foundation.types import Rupiah, Whole, one_of, real_date, unbarred, whole

KINDS = (
    "ASSET",
    "LIABILITY",
    "EQUITY",
    "REVENUE",
    "COST",
    "EXPENSE",
    "MEMBER_EXPENSE",
    "OTHER_INCOME",
    "OTHER_EXPENSE",
    "TAX",
)
DEBIT_KINDS = frozenset({"ASSET", "COST", "EXPENSE", "MEMBER_EXPENSE", "OTHER_EXPENSE", "TAX"})


class Unit(Model):
    """A business unit, the ledger's one dimension: KANTOR, TOKO, USP ... Reference data."""

    __tablename__ = "unit"
    code: Mapped[str] = mapped_column(String(10), primary_key=True)
    name: Mapped[str] = mapped_column(String(60))
    position: Mapped[int] = mapped_column(SmallInteger)


class AccountTemplate(Model):
    """The chart every new gerai starts with. Reference data."""

    __tablename__ = "account_template"
    code: Mapped[str] = mapped_column(String(6), primary_key=True)
    name: Mapped[str] = mapped_column(String(80))
    kind: Mapped[str] = mapped_column(String(20))
    contra: Mapped[bool]
    control: Mapped[bool]
    section: Mapped[str] = mapped_column(String(30))


class Account(Model):
    """An account of one gerai. A control account's postings each name a subledger."""

    __tablename__ = "account"
    __table_args__ = tenant(
        ForeignKeyConstraint(["gerai_id"], ["book.gerai_id"]),
        one_of("kind", *KINDS),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    code: Mapped[str] = mapped_column(String(6), primary_key=True)
    name: Mapped[str] = mapped_column(String(80))
    kind: Mapped[str] = mapped_column(String(20))
    contra: Mapped[bool]
    control: Mapped[bool]
    section: Mapped[str] = mapped_column(String(30))

    @property
    def is_debit(self) -> bool:
        """Whether the account normally stands on the debit side."""
        return (self.kind in DEBIT_KINDS) != self.contra


class Period(Model):
    """A month of one book: open, closed, or locked for good after the members' meeting."""

    __tablename__ = "period"
    __table_args__ = tenant(
        ForeignKeyConstraint(["gerai_id"], ["book.gerai_id"]),
        ForeignKeyConstraint(
            ["gerai_id", "state_act_no"], ["act.gerai_id", "act.no"], deferrable=True, initially="DEFERRED"
        ),
        one_of("state", "open", "closed", "locked"),
        *real_date("starts_on", "ends_on"),
        CheckConstraint("starts_on <= ends_on", name="ends_after_start"),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    starts_on: Mapped[date] = mapped_column(Date, primary_key=True)
    ends_on: Mapped[date] = mapped_column(Date)
    state: Mapped[str] = mapped_column(String(10))
    state_act_no: Mapped[int] = mapped_column(Whole)

    @property
    def is_open(self) -> bool:
        return self.state == "open"


class Entry(Model):
    """One balanced event. ``source`` is opaque: a room's name for what happened, and its number there.

    ``occurred_on`` is when it happened, ``posted_on`` the day of the books it counts in.
    """

    __tablename__ = "entry"
    __table_args__ = tenant(
        ForeignKeyConstraint(["gerai_id"], ["book.gerai_id"]),
        ForeignKeyConstraint(
            ["gerai_id", "act_no"], ["act.gerai_id", "act.no"], deferrable=True, initially="DEFERRED"
        ),
        ForeignKeyConstraint(["gerai_id", "reverses_no"], ["entry.gerai_id", "entry.no"]),
        *whole("no"),
        *real_date("occurred_on", "posted_on"),
        *unbarred("source", "source_no"),
        CheckConstraint("reverses_no < no", name="reverses_an_earlier_one"),
        CheckConstraint("length(hash) = 64 AND length(previous_hash) = 64", name="hashes_are_whole"),
        Index("uq_entry_reverses", "gerai_id", "reverses_no", unique=True),
        Index(None, "gerai_id", "posted_on", "no"),
        Index(None, "gerai_id", "source", "source_no"),
        # SQLite looks for an act's entries when the act's row comes after them.
        Index(None, "gerai_id", "act_no"),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    no: Mapped[int] = mapped_column(Whole, primary_key=True)
    occurred_on: Mapped[date] = mapped_column(Date)
    posted_on: Mapped[date] = mapped_column(Date)
    source: Mapped[str] = mapped_column(String(40))
    source_no: Mapped[str] = mapped_column(String(40))
    reverses_no: Mapped[int | None] = mapped_column(Whole)
    act_no: Mapped[int] = mapped_column(Whole)
    previous_hash: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64))


class Posting(Model):
    """One line of an entry. ``amount`` is signed rupiah: debit positive, credit negative, never zero."""

    __tablename__ = "posting"
    __table_args__ = tenant(
        ForeignKeyConstraint(
            ["gerai_id", "entry_no"], ["entry.gerai_id", "entry.no"], deferrable=True, initially="DEFERRED"
        ),
        ForeignKeyConstraint(["gerai_id", "account"], ["account.gerai_id", "account.code"]),
        *whole("entry_no", "line", "amount"),
        *unbarred("subledger"),
        CheckConstraint("amount <> 0", name="amount_not_zero"),
        Index(None, "gerai_id", "account", "entry_no"),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    entry_no: Mapped[int] = mapped_column(Whole, primary_key=True)
    line: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    account: Mapped[str] = mapped_column(String(6))
    unit: Mapped[str] = mapped_column(ForeignKey("unit.code"))
    subledger: Mapped[str] = mapped_column(String(60), default="")
    amount: Mapped[int] = mapped_column(Rupiah)


class EntryNote(Model):
    """Why a person posted by hand. Outside the chain, so that a name written here can be taken out again."""

    __tablename__ = "entry_note"
    __table_args__ = tenant(ForeignKeyConstraint(["gerai_id", "entry_no"], ["entry.gerai_id", "entry.no"]))

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    entry_no: Mapped[int] = mapped_column(Whole, primary_key=True)
    text: Mapped[str] = mapped_column(String(200))


class Balance(Model):
    """What an account (and subledger) stands at: signed rupiah, kept with every posting."""

    __tablename__ = "balance"
    __table_args__ = tenant(
        ForeignKeyConstraint(["gerai_id", "account"], ["account.gerai_id", "account.code"]),
        *whole("amount"),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    account: Mapped[str] = mapped_column(String(6), primary_key=True)
    subledger: Mapped[str] = mapped_column(String(60), primary_key=True)
    amount: Mapped[int] = mapped_column(Rupiah)


class DailyTotal(Model):
    """Debit and credit of an account and unit on one day of the books, in rupiah."""

    __tablename__ = "daily_total"
    __table_args__ = tenant(
        ForeignKeyConstraint(["gerai_id", "account"], ["account.gerai_id", "account.code"]),
        *whole("debit", "credit"),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    posted_on: Mapped[date] = mapped_column(Date, primary_key=True)
    account: Mapped[str] = mapped_column(String(6), primary_key=True)
    unit: Mapped[str] = mapped_column(ForeignKey("unit.code"), primary_key=True)
    debit: Mapped[int] = mapped_column(Rupiah)
    credit: Mapped[int] = mapped_column(Rupiah)


class MonthlyTotal(Model):
    """The same for a month; ``month_on`` is its first day."""

    __tablename__ = "monthly_total"
    __table_args__ = tenant(
        ForeignKeyConstraint(["gerai_id", "account"], ["account.gerai_id", "account.code"]),
        *whole("debit", "credit"),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    month_on: Mapped[date] = mapped_column(Date, primary_key=True)
    account: Mapped[str] = mapped_column(String(6), primary_key=True)
    unit: Mapped[str] = mapped_column(ForeignKey("unit.code"), primary_key=True)
    debit: Mapped[int] = mapped_column(Rupiah)
    credit: Mapped[int] = mapped_column(Rupiah)
