"""Reading what people and addresses send, so that no engine ever meets what it cannot hold."""

import re
from datetime import date

from flask import request


def read_number(name: str) -> int | None:
    """A number of a document out of the address; None for what could not be one."""
    text = request.args.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 12 else None


# As a date input sends it, and as it is written here. ``date.fromisoformat`` would take 20261123 and 2026-W48 too.
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)", re.ASCII)
_WRITTEN = re.compile(r"(?P<day>\d\d?)[/.-](?P<month>\d\d?)[/.-](?P<year>\d{4})", re.ASCII)


def parse_day(text: str) -> date:
    """``2026-11-23`` or ``23/11/2026``. Raises ValueError."""
    match = _ISO.fullmatch(text.strip()) or _WRITTEN.fullmatch(text.strip())
    if match is None:
        raise ValueError(text)
    return date(int(match["year"]), int(match["month"]), int(match["day"]))


def read_day(name: str) -> date | None:
    """A day out of the address; None for what is none, or is of another century."""
    try:
        day = parse_day(request.args.get(name, ""))
    except ValueError:
        return None
    return day if 2000 <= day.year < 2100 else None


def one_line(text: str | None) -> str:
    """Words without line breaks or control signs, which no engine needs to keep."""
    printable = "".join(sign if sign.isprintable() else " " for sign in text or "")
    return " ".join(printable.split())
