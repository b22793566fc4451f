"""Bahasa Indonesia first, English second; and the filters that write figures and dates."""

from datetime import date, datetime

from flask import Flask, request, session
from flask_babel import Babel, get_locale

from app.foundation import dates, money, quantity

LANGUAGES = ("id", "en")
babel = Babel()


def choose() -> str:
    """The language this browser asked for on our pages; the browser's own wish is not taken as one."""
    chosen = session.get("language", LANGUAGES[0]) if request else LANGUAGES[0]
    return chosen if chosen in LANGUAGES else LANGUAGES[0]


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


ENGLISH_MONTHS = (
    "January February March April May June July August September October November December".split()
)
ENGLISH_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def init_app(app: Flask) -> None:
    babel.init_app(app, locale_selector=choose, default_locale="id", default_timezone="Asia/Jakarta")
    app.jinja_env.filters.update(
        rupiah=money.format_rupiah,
        rupiah_short=money.format_rupiah_short,
        quantity=quantity.format_quantity,
        tanggal=tanggal,
        bulan=bulan,
        hari=hari,
        jam=jam,
        tanggal_jam=tanggal_jam,
    )
    app.jinja_env.globals["locale"] = lambda: str(get_locale() or "id")
