"""Quantities: an ``int`` of thousandths of the item's unit, so 1.250 kg is 1250.

Weights and volumes have three decimals, pieces none; no float ever holds a quantity.
"""

import re

from app.foundation.money import MINUS, divide_half_up, group_thousands

SCALE = 1000
DECIMALS = 3
LARGEST = 1_000_000 * SCALE

_PLAIN = re.compile(r"\d{1,9}(?:\.\d{1,3})?")
# Groups start with no zero: whoever types 0.500 means half, and is asked to write a comma.
_TYPED = re.compile(r"([1-9]\d{0,2}(?:\.\d{3}){1,3}|\d{1,9})(?:,(\d{1,3}))?")


class NotQuantity(ValueError):
    """What was given is not a quantity the unit can have."""


def _from_parts(whole: str, fraction: str, decimals: int) -> int:
    if len(fraction.rstrip("0")) > decimals:
        raise NotQuantity(f"{whole},{fraction}")
    milli = int(whole) * SCALE + int((fraction or "0").ljust(DECIMALS, "0"))
    if milli > LARGEST:
        raise NotQuantity(f"{whole},{fraction}")
    return milli


def read_quantity(text: str, decimals: int = DECIMALS) -> int:
    """The wire form, with a point: ``"1.250"`` -> 1250. Raises NotQuantity."""
    if not text.isascii() or _PLAIN.fullmatch(text) is None:
        raise NotQuantity(text)
    whole, _, fraction = text.partition(".")
    return _from_parts(whole, fraction, decimals)


def parse_quantity(text: str, decimals: int = DECIMALS) -> int:
    """The form a person types, with a comma: ``1,25`` -> 1250, ``1.250`` -> 1250000. Raises NotQuantity."""
    match = _TYPED.fullmatch(text.strip())
    if match is None or not text.isascii():
        raise NotQuantity(text)
    return _from_parts(match[1].replace(".", ""), match[2] or "", decimals)


def format_quantity(milli: int) -> str:
    """1250 -> ``1,250``; whole pieces lose their zeros: 2000 -> ``2``."""
    whole, fraction = divmod(abs(milli), SCALE)
    sign = MINUS if milli < 0 else ""
    if fraction == 0:
        return f"{sign}{group_thousands(whole)}"
    return f"{sign}{group_thousands(whole)},{fraction:03d}"


def wire_quantity(milli: int) -> str:
    """1250 -> ``"1.250"``, as the till's door speaks."""
    whole, fraction = divmod(abs(milli), SCALE)
    return f"{'-' if milli < 0 else ''}{whole}.{fraction:03d}"


def price_of(unit_price: int, milli: int) -> int:
    """Rupiah for ``milli`` thousandths at ``unit_price`` rupiah a unit, half up."""
    return divide_half_up(unit_price * milli, SCALE)
