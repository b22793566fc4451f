"""Dates and times in the words of the reader's language; asks nobody for a request."""

from datetime import date, datetime

from flask_babel import get_locale

from app.foundation import dates

ENGLISH_MONTHS = (
    "January February March April May June July August September October November December".split()
)
ENGLISH_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def _english() -> bool:
    return str(get_locale() or "id") == "en"


def tanggal(day: date | None) -> str:
    """4 Desember 2025."""
    if day is None:
        return ""
    months = ENGLISH_MONTHS if _english() else dates.MONTHS
    return f"{day.day} {months[day.month - 1]} {day.year}"


def bulan(day: date) -> str:
    """Desember 2025."""
    months = ENGLISH_MONTHS if _english() else dates.MONTHS
    return f"{months[day.month - 1]} {day.year}"


def hari(day: date) -> str:
    """Kamis, 4 Desember 2025."""
    days = ENGLISH_DAYS if _english() else dates.DAYS
    return f"{days[day.weekday()]}, {tanggal(day)}"


def jam(moment: datetime | None) -> str:
    """14.05 WIB."""
    return "" if moment is None else f"{dates.local(moment):%H.%M} WIB"


def tanggal_jam(moment: datetime | None) -> str:
    """4 Desember 2025, 14.05 WIB."""
    if moment is None:
        return ""
    return f"{tanggal(dates.local_date(moment))}, {jam(moment)}"
