"""Who can sign in, and what happened at the door."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from app.foundation.database import Model
from app.foundation.types import UtcDateTime, Whole, one_of, whole


class User(Model):
    """A person with a password. ``session_epoch`` grows with each password change; sessions of an older one have ended."""

    __tablename__ = "user_account"
    __table_args__ = (
        *whole("session_epoch"),
        CheckConstraint("username = lower(username)", name="username_is_lower"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    username: Mapped[str] = mapped_column(String(40), unique=True)
    name: Mapped[str] = mapped_column(String(80))
    password_hash: Mapped[str] = mapped_column(String(200))
    session_epoch: Mapped[int] = mapped_column(default=1)
    must_change_password: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    @property
    def is_active(self) -> bool:
        return self.ended_at is None


EVENTS = (
    "signed_in",
    "refused",
    "signed_out",
    "password_changed",
    "password_reset",
    "session_ended",
    "pin_set",
    "pin_refused",
)


class SignInEvent(Model):
    """The log of the door: who came in, who was turned away. Addresses are kept for the throttle's sake."""

    __tablename__ = "sign_in_event"
    __table_args__ = (
        one_of("kind", *EVENTS),
        Index(None, "user_id", "at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    kind: Mapped[str] = mapped_column(String(20))
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    address: Mapped[str] = mapped_column(String(45))


class UserSession(Model):
    """One sign-in on one device. Its cookie holds a random token; here stands only the token's SHA-256.

    ``epoch`` is that of the password it was opened with; ``seen_at`` is coarse (see sessions).
    """

    __tablename__ = "user_session"
    __table_args__ = (*whole("epoch"), Index(None, "user_id", "ended_at"))

    token_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    epoch: Mapped[int]
    started_at: Mapped[datetime] = mapped_column(UtcDateTime)
    seen_at: Mapped[datetime] = mapped_column(UtcDateTime)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    address: Mapped[str] = mapped_column(String(45))
    device: Mapped[str] = mapped_column(String(60))


class UserPin(Model):
    """The digits with which a person approves at somebody else's screen."""

    __tablename__ = "user_pin"

    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"), primary_key=True)
    pin_hash: Mapped[str] = mapped_column(String(200))
    set_at: Mapped[datetime] = mapped_column(UtcDateTime)


class PinAttempt(Model):
    """Wrong PINs in a row, per username that was typed (``target``) and per person at the screen (``caller``)."""

    __tablename__ = "pin_attempt"
    __table_args__ = (
        one_of("side", "target", "caller"),
        *whole("wrong"),
        CheckConstraint("wrong >= 0", name="wrong_not_negative"),
    )

    side: Mapped[str] = mapped_column(String(10), primary_key=True)
    subject: Mapped[str] = mapped_column(String(40), primary_key=True)
    wrong: Mapped[int] = mapped_column(Whole)
    last_at: Mapped[datetime] = mapped_column(UtcDateTime)
