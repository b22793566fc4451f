"""Column types and named constraints that mean the same on SQLite and PostgreSQL."""

from datetime import UTC, datetime

from sqlalchemy import BigInteger, CheckConstraint, DateTime, Dialect
from sqlalchemy.types import TypeDecorator


def whole_only(value: int | None) -> int | None:
    """``value`` when it is an ``int`` or nothing; raises TypeError for all else, ``True`` among it."""
    if value is not None and type(value) is not int:
        raise TypeError(f"a whole number is needed, not {value!r}")
    return value


class Whole(TypeDecorator[int]):
    """A BIGINT that takes ``int`` only: PostgreSQL would round 0.5 silently on its way in."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: int | None, dialect: Dialect) -> int | None:
        return whole_only(value)


class Rupiah(Whole):
    """Whole rupiah."""

    cache_ok = True


class Milli(Whole):
    """Thousandths of a unit (see foundation.quantity)."""

    cache_ok = True


class UtcDateTime(TypeDecorator[datetime]):
    """An aware moment, kept in UTC; a naive one is a bug and is refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise TypeError("a moment needs its time zone")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def whole(*columns: str) -> list[CheckConstraint]:
    """CHECKs that keep fractions and text out of integer columns (SQLite would store both)."""
    return [
        CheckConstraint(f"{column} = CAST({column} AS BIGINT)", name=f"{column}_is_whole")
        for column in columns
    ]


def real_date(*columns: str) -> list[CheckConstraint]:
    """CHECKs that a date is one: SQLite would store any text, and of a text that is none says date() NULL."""
    return [
        CheckConstraint(f"coalesce({column} = date({column}), {column} IS NULL)", name=f"{column}_is_a_date")
        for column in columns
    ]


def unbarred(*columns: str) -> list[CheckConstraint]:
    """CHECKs that text holds no ``|``, which parts the fields of an entry's canonical content."""
    return [CheckConstraint(f"{column} NOT LIKE '%|%'", name=f"{column}_is_unbarred") for column in columns]


def one_of(column: str, *values: str) -> CheckConstraint:
    allowed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({allowed})", name=f"{column}_is_known")
