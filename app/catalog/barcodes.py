"""Barcodes: one number for a code, however a scanner or a person writes it. Pure.

EAN-13 stays as it is, UPC-A is the same number with a zero in front, EAN-8 stays short, and leading
zeros of the longer forms mean nothing. A gerai's own labels are EAN-13 that begin with 20 to 29, the
range GS1 leaves to shops.
"""

from collections.abc import Iterator

from biip.checksums import gs1_standard_check_digit

LENGTHS = (8, 12, 13, 14)
SHORT, LONG, CARTON = 8, 13, 14


class NotBarcode(ValueError):
    """What was scanned or typed is no barcode: a wrong length, a wrong check digit, or no number."""


class CartonCode(NotBarcode):
    """A GTIN-14 with a packing digit names the carton: taken for the piece, it would sell 24 for the price of one."""


def normalise(text: str) -> str:
    """The one form of a code: 13 digits, or 8 for an EAN-8. Raises NotBarcode, CartonCode.

    Spaces and hyphens are passed over: people copy them from the label.
    """
    digits = text.replace(" ", "").replace("-", "")
    if not (digits.isascii() and digits.isdecimal() and len(digits) in LENGTHS and digits.strip("0")):
        raise NotBarcode(text)
    if gs1_standard_check_digit(digits[:-1]) != int(digits[-1]):
        raise NotBarcode(text)
    significant = digits.lstrip("0")
    if len(significant) == CARTON:
        raise CartonCode(text)
    return significant.zfill(SHORT if len(significant) <= SHORT else LONG)


def is_in_store(code: str) -> bool:
    """Whether a normalised code is from the shops' own range, 20 to 29."""
    return len(code) == LONG and code.startswith("2")


def in_store_codes(item_no: int) -> Iterator[str]:
    """Codes for a gerai's own label of an item, best first: ``20``, a series and the item's number."""
    for series in range(1000):
        payload = f"20{series:03d}{item_no:07d}"
        yield f"{payload}{gs1_standard_check_digit(payload)}"
