"""Barcodes: one number for a code, however a scanner or a person writes it. Pure.

EAN-13 stays as it is, UPC-A is the same number with a zero in front, EAN-8 stays short, and leading
zeros of the longer forms mean nothing. A GTIN-14 with a packing digit finds a pack and nothing else.

EAN-13 that begin with 20 to 29 are the range GS1 leaves to shops. A gerai uses it twice: for its own
labels, and for what its scale prints (``2P IIIII WWWWW C``: prefix, PLU, grams, check digit). A code that
is fixed to an item means that item. Any other is read as the scale's, whatever its second digit, as scales
are set to one or another of the ten prefixes. The gerai's own labels have the PLU 00000, which no goods
have, and a code cannot be fixed to an item while its PLU belongs to one; so no code has two meanings.
"""

from collections.abc import Iterator
from typing import NamedTuple

from biip.checksums import gs1_standard_check_digit

LENGTHS = (8, 12, 13, 14)
SHORT, LONG, CARTON = 8, 13, 14


class NotBarcode(ValueError):
    """What was scanned or typed is no barcode: a wrong length, a wrong check digit, or no number."""


class CartonCode(NotBarcode):
    """A GTIN-14 with a packing digit names the carton: taken for the piece, it would sell 24 for the price of one."""


class ScaleReading(NamedTuple):
    """What a scale printed: the number of the goods on it, and the weight in thousandths of a kg (grams)."""

    plu: int
    milli: int


def normalise(text: str, *, carton: bool = False) -> str:
    """The one form of a code: 13 digits, or 8 for an EAN-8; 14 for a pack's if ``carton``.

    Raises NotBarcode, CartonCode. Spaces and hyphens are passed over: people copy them from the label.
    """
    digits = text.replace(" ", "").replace("-", "")
    if not (digits.isascii() and digits.isdecimal() and len(digits) in LENGTHS and digits.strip("0")):
        raise NotBarcode(text)
    if gs1_standard_check_digit(digits[:-1]) != int(digits[-1]):
        raise NotBarcode(text)
    significant = digits.lstrip("0")
    if len(significant) == CARTON:
        if not carton:
            raise CartonCode(text)
        return significant
    return significant.zfill(SHORT if len(significant) <= SHORT else LONG)


def is_in_store(code: str) -> bool:
    """Whether a normalised code is from the shops' own range, 20 to 29."""
    return len(code) == LONG and code.startswith("2")


def plu_of(code: str) -> int:
    """The PLU that a normalised code of the shops' own range would have on a scale; 0 for any other code."""
    return int(code[2:7]) if is_in_store(code) else 0


def scale_reading(code: str) -> ScaleReading | None:
    """What the scale printed as this code, however written; None for what no scale prints."""
    try:
        digits = normalise(code)
    except NotBarcode:
        return None
    plu, grams = plu_of(digits), int(digits[7:12] or 0)
    return ScaleReading(plu, grams) if plu and grams else None


def in_store_codes(item_no: int) -> Iterator[str]:
    """Codes for a gerai's own label of an item, best first: those with the PLU 00000, then whichever may be free."""
    if item_no < 100_000:
        yield from (_with_check(f"2{prefix}00000{item_no:05d}") for prefix in range(10))
    for series in range(1000):
        yield _with_check(f"20{series:03d}{item_no:07d}")


def _with_check(payload: str) -> str:
    return f"{payload}{gs1_standard_check_digit(payload)}"
