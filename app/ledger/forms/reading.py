"""How what is typed, or stands in an address, is read."""

import re
from datetime import date

FIRST_YEAR, LAST_YEAR = 2000, 2100
_MONTH = re.compile(r"(\d{4})-(\d{2})")


def read_month(text: str) -> date | None:
    """``2026-11`` as its first day; None for anything else."""
    match = _MONTH.fullmatch(text)
    year, month = (int(match[1]), int(match[2])) if match and text.isascii() else (0, 0)
    return date(year, month, 1) if FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12 else None


def write_month(month: date) -> str:
    return f"{month:%Y-%m}"
