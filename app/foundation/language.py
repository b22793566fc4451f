"""Bahasa Indonesia first, English second; and the filters that write figures and dates."""

from flask import Flask, request, session
from flask_babel import Babel, get_locale

from app.foundation import money, quantity
from app.foundation.written import bulan, hari, jam, tanggal, tanggal_jam

LANGUAGES = ("id", "en")
babel = Babel()


def choose() -> str:
    """The language this browser asked for on our pages; the browser's own wish is not taken as one."""
    chosen = session.get("language", LANGUAGES[0]) if request else LANGUAGES[0]
    return chosen if chosen in LANGUAGES else LANGUAGES[0]


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
