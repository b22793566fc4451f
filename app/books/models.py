"""Three tables: the book, its counters, its acts."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, Index, SmallInteger, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.foundation.database import Model, tenant
from app.foundation.types import UtcDateTime, Whole, whole

GENESIS = "0" * 64
"""The hash that the first entry of a book follows."""


class Book(Model):
    """A gerai's root row: the head of its chain, and the row that every writing act locks first.

    The head is moved by the database itself when an entry is inserted, and by nothing else.
    """

    __tablename__ = "book"
    __table_args__ = tenant(
        *whole("gerai_id", "head_no"), CheckConstraint("head_no >= 0", name="head_not_negative")
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True, autoincrement=False)
    head_no: Mapped[int] = mapped_column(Whole, default=0)
    head_hash: Mapped[str] = mapped_column(String(64), default=GENESIS)
    opened_at: Mapped[datetime] = mapped_column(UtcDateTime)


class Counter(Model):
    """The last number given out, per kind of document: gapless, since it is written with the document."""

    __tablename__ = "counter"
    __table_args__ = tenant(
        ForeignKeyConstraint(["gerai_id"], ["book.gerai_id"]),
        *whole("last_no"),
        CheckConstraint("last_no >= 0", name="last_no_not_negative"),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    kind: Mapped[str] = mapped_column(String(40), primary_key=True)
    last_no: Mapped[int] = mapped_column(Whole)


class Act(Model):
    """One change: who, when, what. With a reference it is also the proof that it happened once.

    ``content_hash`` is SHA-256 of the canonical request; ``answer`` is the JSON that was given and will
    be given again. Never changed, never deleted.
    """

    __tablename__ = "act"
    __table_args__ = tenant(
        ForeignKeyConstraint(["gerai_id"], ["book.gerai_id"]),
        *whole("no"),
        Index("uq_act_reference", "gerai_id", "reference", unique=True),
        Index(None, "gerai_id", "kind", "no"),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    no: Mapped[int] = mapped_column(Whole, primary_key=True)
    kind: Mapped[str] = mapped_column(String(40))
    user_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    reference: Mapped[str | None] = mapped_column(String(100))
    content_hash: Mapped[str | None] = mapped_column(String(64))
    answer: Mapped[str] = mapped_column(Text)
