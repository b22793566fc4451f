"""Text for thermal printers: fixed columns, and ASCII only, since they know no more. Pure."""

import textwrap
import unicodedata

COLUMNS = {58: 32, 80: 48}
"""Paper width in mm -> columns of the printer's own font."""


def ascii_only(text: str) -> str:
    """Letters without their accents; what is left over becomes a question mark."""
    plain = unicodedata.normalize("NFKD", text).replace("\N{MULTIPLICATION SIGN}", "x")
    kept = "".join(c for c in plain if not unicodedata.combining(c))
    return kept.encode("ascii", "replace").decode()


def pair(left: str, right: str, columns: int) -> list[str]:
    """Left and right on one line; where both do not fit, the right one goes below."""
    if len(left) + 1 + len(right) <= columns:
        return [left + " " * (columns - len(left) - len(right)) + right]
    return [*textwrap.wrap(left, columns), right[:columns].rjust(columns)]


def centred(text: str, columns: int) -> list[str]:
    return [line.center(columns).rstrip() for line in textwrap.wrap(text, columns)]
