"""Who can sign in, and what happened at the door."""

from datetime import datetime

from flask_login import UserMixin
from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from app.foundation.database import Model
from app.foundation.types import UtcDateTime, one_of, whole


class User(Model, UserMixin):
    """A person with a password. ``session_epoch`` grows with each password change and ends old sessions."""

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

    def get_id(self) -> str:
        """What the session remembers: the person and the epoch of the password it was opened with."""
        return f"{self.id}.{self.session_epoch}"


class SignInEvent(Model):
    """The log of the door: who came in, who was turned away. Addresses are kept for the throttle's sake."""

    __tablename__ = "sign_in_event"
    __table_args__ = (
        one_of("kind", "signed_in", "refused", "signed_out", "password_changed", "password_reset"),
        Index(None, "user_id", "at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    kind: Mapped[str] = mapped_column(String(20))
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    address: Mapped[str] = mapped_column(String(45))
