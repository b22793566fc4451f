"""The register: members, what became of them, their heirs, cards and accounts."""

from datetime import date, datetime

from sqlalchemy import (
    CheckConstraint,
    Date,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    SmallInteger,
    String,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from app.foundation.database import Model, tenant
from app.foundation.personal import Encrypted
from app.foundation.types import UtcDateTime, Whole, one_of, real_date, whole
from app.members.nik import FEMALE, MALE
from app.members.status import EVENTS, STATUSES

_HERE = text("left_on IS NULL")
_LIVE = text("revoked_at IS NULL")


def _of_member() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["gerai_id", "member_no"], ["member.gerai_id", "member.no"])


def _of_act() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(
        ["gerai_id", "act_no"], ["act.gerai_id", "act.no"], deferrable=True, initially="DEFERRED"
    )


class Member(Model):
    """A person of the register, by the number that stands on the card.

    The NIK stands encrypted; ``nik_index`` finds it again and keeps one person from being in the register
    twice at a time. ``since_on`` is the day the person became a full member, ``left_on`` the last day.
    """

    __tablename__ = "member"
    __table_args__ = tenant(
        ForeignKeyConstraint(["gerai_id"], ["book.gerai_id"]),
        *whole("no"),
        one_of("gender", MALE, FEMALE),
        one_of("status", *STATUSES),
        *real_date("born_on", "registered_on", "since_on", "left_on"),
        CheckConstraint("length(name) > 0", name="has_a_name"),
        CheckConstraint("(nik IS NULL) = (nik_index IS NULL)", name="nik_is_indexed"),
        CheckConstraint("(status IN ('candidate', 'member')) = (left_on IS NULL)", name="left_when_gone"),
        CheckConstraint("status <> 'candidate' OR since_on IS NULL", name="candidates_wait"),
        CheckConstraint("status <> 'member' OR since_on IS NOT NULL", name="members_have_begun"),
        Index(
            "uq_member_nik", "gerai_id", "nik_index", unique=True, sqlite_where=_HERE, postgresql_where=_HERE
        ),
        Index(None, "gerai_id", "dusun"),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    no: Mapped[int] = mapped_column(Whole, primary_key=True)
    name: Mapped[str] = mapped_column(String(80))
    nik: Mapped[str | None] = mapped_column(Encrypted)
    nik_index: Mapped[str | None] = mapped_column(String(64))
    gender: Mapped[str] = mapped_column(String(6))
    born_on: Mapped[date | None] = mapped_column(Date)
    occupation: Mapped[str] = mapped_column(String(40))
    phone: Mapped[str | None] = mapped_column(String(16))
    dusun: Mapped[str] = mapped_column(String(40))
    rt: Mapped[str] = mapped_column(String(3))
    rw: Mapped[str] = mapped_column(String(3))
    address: Mapped[str] = mapped_column(String(160))
    status: Mapped[str] = mapped_column(String(10))
    registered_on: Mapped[date] = mapped_column(Date)
    since_on: Mapped[date | None] = mapped_column(Date)
    left_on: Mapped[date | None] = mapped_column(Date)

    @property
    def is_here(self) -> bool:
        """Candidate or member: neither gone nor dead."""
        return self.left_on is None


class MemberEvent(Model):
    """One step of a member's life in the cooperative: what, on which day, why, and who recorded it."""

    __tablename__ = "member_event"
    __table_args__ = tenant(
        _of_member(),
        _of_act(),
        one_of("kind", *EVENTS),
        *real_date("happened_on"),
        *whole("act_no"),
    )

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    member_no: Mapped[int] = mapped_column(Whole, primary_key=True)
    line: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    kind: Mapped[str] = mapped_column(String(10))
    happened_on: Mapped[date] = mapped_column(Date)
    reason: Mapped[str] = mapped_column(String(160))
    recorded_at: Mapped[datetime] = mapped_column(UtcDateTime)
    recorded_by: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    act_no: Mapped[int] = mapped_column(Whole)


class Heir(Model):
    """Somebody a member's savings go to."""

    __tablename__ = "heir"
    __table_args__ = tenant(_of_member(), CheckConstraint("length(name) > 0", name="has_a_name"))

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    member_no: Mapped[int] = mapped_column(Whole, primary_key=True)
    line: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    name: Mapped[str] = mapped_column(String(80))
    relation: Mapped[str] = mapped_column(String(40))
    phone: Mapped[str | None] = mapped_column(String(16))


class MemberCard(Model):
    """A card with a random token in its QR, which tells nothing by itself; a member has one that counts."""

    __tablename__ = "member_card"
    __table_args__ = tenant(
        _of_member(),
        _of_act(),
        *whole("no", "act_no"),
        Index("uq_member_card_token", "gerai_id", "token", unique=True),
        Index(
            "uq_member_card_live", "gerai_id", "member_no", unique=True,
            sqlite_where=_LIVE, postgresql_where=_LIVE,
        ),
    )  # fmt: skip

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    no: Mapped[int] = mapped_column(Whole, primary_key=True)
    member_no: Mapped[int] = mapped_column(Whole)
    token: Mapped[str] = mapped_column(String(20))
    issued_at: Mapped[datetime] = mapped_column(UtcDateTime)
    revoked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    reason: Mapped[str] = mapped_column(String(80), default="")
    act_no: Mapped[int] = mapped_column(Whole)


class MemberAccount(Model):
    """Which account a member signs in with to see what is their own."""

    __tablename__ = "member_account"
    __table_args__ = tenant(_of_member(), Index("uq_member_account_user", "gerai_id", "user_id", unique=True))

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    member_no: Mapped[int] = mapped_column(Whole, primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    linked_at: Mapped[datetime] = mapped_column(UtcDateTime)
