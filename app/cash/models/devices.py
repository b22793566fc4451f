"""The one device a register is bound to."""

from datetime import datetime

from sqlalchemy import ForeignKey, ForeignKeyConstraint, Index, SmallInteger, String, text
from sqlalchemy.orm import Mapped, mapped_column

from app.foundation.database import Model, tenant
from app.foundation.types import UtcDateTime, Whole, whole


class RegisterDevice(Model):
    """A device that may stand at a register: invited by a code, enrolled once the code was typed on it.

    Code and secret are kept as SHA-256 alone; both are random, so no slow hash is needed.
    """

    __tablename__ = "register_device"
    __table_args__ = tenant(
        ForeignKeyConstraint(["gerai_id", "register"], ["register.gerai_id", "register.code"]),
        *whole("no"),
        Index(
            "uq_register_device_bound", "gerai_id", "register", unique=True,
            sqlite_where=text("secret_hash IS NOT NULL AND ended_at IS NULL"),
            postgresql_where=text("secret_hash IS NOT NULL AND ended_at IS NULL"),
        ),
    )  # fmt: skip

    gerai_id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    no: Mapped[int] = mapped_column(Whole, primary_key=True)
    register: Mapped[str] = mapped_column(String(2))
    name: Mapped[str] = mapped_column(String(40))
    code_hash: Mapped[str] = mapped_column(String(64))
    code_until: Mapped[datetime] = mapped_column(UtcDateTime)
    secret_hash: Mapped[str | None] = mapped_column(String(64))
    enrolled_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    enrolled_by: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
