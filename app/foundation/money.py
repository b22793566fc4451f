"""Whole rupiah: the only money there is.

Money is an ``int`` of rupiah everywhere. There is one rounding rule, half up (away from zero
for a half), and one way to divide a sum without losing a rupiah, largest remainder.
"""

import re
from collections.abc import Sequence

MINUS = "\N{MINUS SIGN}"
LARGEST = 10**15
"""No single amount may exceed this: sums of a year's postings then stay far inside a BIGINT."""

# Groups start with no zero: whoever types 0.500 does not mean five hundred.
_TYPED = re.compile(r"(?:Rp\.?\s*)?([1-9]\d{0,2}(?:\.\d{3}){1,5}|\d{1,16})", re.IGNORECASE)


class NotRupiah(ValueError):
    """What was typed is not a whole, non-negative sum of rupiah."""


def divide_half_up(numerator: int, denominator: int) -> int:
    """``numerator / denominator`` rounded half up in size, so -2.5 gives -3 just as 2.5 gives 3.

    Raises ZeroDivisionError on a zero denominator; a negative one is refused as a slip.
    """
    if denominator < 0:
        raise ValueError("the denominator is negative")
    quotient, remainder = divmod(abs(numerator), denominator)
    rounded = quotient + (2 * remainder >= denominator)
    return -rounded if numerator < 0 else rounded


def split(amount: int, weights: Sequence[int]) -> list[int]:
    """Divide ``amount`` rupiah over ``weights`` by largest remainder; the parts sum to it exactly.

    Ties go to the earlier weight. Raises ValueError when the weights are negative or sum to zero.
    """
    total = sum(weights)
    if total <= 0 or min(weights) < 0:
        raise ValueError("weights must not be negative and must not all be zero")
    size = abs(amount)
    parts = [size * weight // total for weight in weights]
    remainders = [size * weight % total for weight in weights]
    by_remainder = sorted(range(len(weights)), key=lambda i: (-remainders[i], i))
    for i in by_remainder[: size - sum(parts)]:
        parts[i] += 1
    return [-part for part in parts] if amount < 0 else parts


def parse_rupiah(text: str) -> int:
    """Read ``12500``, ``12.500`` or ``Rp 12.500``; anything else raises NotRupiah.

    A dot groups thousands in Indonesian, so ``12.5`` is a slip and never twelve and a half.
    """
    match = _TYPED.fullmatch(text.strip())
    if match is None or not text.isascii():
        raise NotRupiah(text)
    amount = int(match[1].replace(".", ""))
    if amount > LARGEST:
        raise NotRupiah(text)
    return amount


def group_thousands(amount: int) -> str:
    """12500 -> ``12.500``."""
    return f"{amount:,}".replace(",", ".")


def format_rupiah(amount: int) -> str:
    """12500 -> ``Rp12.500``; -1000 -> ``−Rp1.000``."""
    sign = MINUS if amount < 0 else ""
    return f"{sign}Rp{group_thousands(abs(amount))}"


def format_rupiah_ascii(amount: int) -> str:
    """For thermal paper, which knows ASCII only: -1000 -> ``-1.000``."""
    return f"{'-' if amount < 0 else ''}{group_thousands(abs(amount))}"


def format_rupiah_short(amount: int) -> str:
    """A large sum as it is said: ``Rp184,2 jt``, ``Rp4,81 M``; small ones stay exact."""
    size = abs(amount)
    for unit, name, decimals in ((10**12, "T", 2), (10**9, "M", 2), (10**6, "jt", 1)):
        if size >= unit:
            scaled = divide_half_up(size * 10**decimals, unit)
            whole, fraction = divmod(scaled, 10**decimals)
            sign = MINUS if amount < 0 else ""
            return f"{sign}Rp{group_thousands(whole)},{fraction:0{decimals}d} {name}"
    return format_rupiah(amount)
