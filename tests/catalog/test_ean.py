"""Bars that a scanner reads: compared with codes drawn by hand, and decoded again."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.catalog import ean
from app.catalog.barcodes import in_store_codes

digits = st.text("0123456789", min_size=13, max_size=13)


def decoded(row: str) -> str:
    """What a scanner makes of the modules of an EAN-13."""
    right_set = {ean._right(str(n)): str(n) for n in range(10)}
    sets = {ean._left(str(n), which): (str(n), which) for n in range(10) for which in "AB"}
    left = [sets[row[3 + 7 * n : 10 + 7 * n]] for n in range(6)]
    right = "".join(right_set[row[50 + 7 * n : 57 + 7 * n]] for n in range(6))
    first = ean.PARITY.index("".join(which for _, which in left))
    return f"{first}{''.join(digit for digit, _ in left)}{right}"


def test_a_known_code_has_its_known_bars() -> None:
    """Worked by hand from the tables: first digit 4, so the left half is ABAABB."""
    left = "0001101 0100111 0111101 0001011 0010111 0011101".split()
    right = "1100110 1001110 1001110 1011100 1001000 1010000".split()
    assert ean.modules("4003994155486") == f"101{''.join(left)}01010{''.join(right)}101"


@given(digits)
def test_every_code_is_read_back(code: str) -> None:
    row = ean.modules(code)
    assert len(row) == 95 and decoded(row) == code


@given(digits)
def test_the_path_draws_exactly_the_dark_modules(code: str) -> None:
    row = [" "] * ean.width(code)
    for start, length in re.findall(r"M(\d+) 0h(\d+)v\d+h-\d+z", ean.path(code)):
        for place in range(int(start), int(start) + int(length)):
            row[place] = "1"
    drawn = "".join(row).replace(" ", "0")
    assert drawn == "0" * ean.QUIET + ean.modules(code) + "0" * ean.QUIET


def test_short_codes_are_drawn_and_others_refused() -> None:
    assert len(ean.modules("96385074")) == 67
    assert ean.modules(next(in_store_codes(7)))
    with pytest.raises(ValueError, match="123456789012"):
        ean.modules("123456789012")
