"""Reading what people and addresses send, so that no engine ever meets what it cannot hold."""

from datetime import date

from flask import request


def read_number(name: str) -> int | None:
    """A number of a document out of the address; None for what could not be one."""
    text = request.args.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 12 else None


def read_day(name: str) -> date | None:
    """A day out of the address (``2026-11-23``); None for what is none, or is of another century."""
    try:
        day = date.fromisoformat(request.args.get(name, ""))
    except ValueError:
        return None
    return day if 2000 <= day.year < 2100 else None


def one_line(text: str | None) -> str:
    """Words without line breaks or control signs, which no engine needs to keep."""
    printable = "".join(sign if sign.isprintable() else " " for sign in text or "")
    return " ".join(printable.split())
