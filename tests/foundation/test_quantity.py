"""Quantities are whole thousandths, typed with a comma, sent with a point."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.foundation.money import MINUS
from app.foundation.quantity import (
    LARGEST,
    NotQuantity,
    format_quantity,
    parse_quantity,
    price_of,
    read_quantity,
    wire_quantity,
)

quantities = st.integers(0, LARGEST)


@given(quantities)
def test_what_is_written_is_read_back(milli: int) -> None:
    assert parse_quantity(format_quantity(milli)) == milli
    assert read_quantity(wire_quantity(milli)) == milli


@given(st.integers(-LARGEST, -1))
def test_a_negative_one_is_the_positive_one_with_a_minus(milli: int) -> None:
    assert format_quantity(milli) == MINUS + format_quantity(-milli)
    assert wire_quantity(milli) == "-" + wire_quantity(-milli)


@pytest.mark.parametrize("typed, milli", [
    ("3", 3_000), ("1,25", 1_250), ("1,250", 1_250), ("0,5", 500), ("1.250", 1_250_000), ("1.250,5", 1_250_500), (" 2 ", 2_000),
    ("0", 0), ("1.000.000", LARGEST), ("007", 7_000),
])  # fmt: skip
def test_people_type_a_comma(typed: str, milli: int) -> None:
    assert parse_quantity(typed) == milli


REFUSED = (
    "", " ", "-1", "−1", "+1", "1,", ",5", "1,2345", "1.5", "0.500", "1.25", "1,250.000", "1.000.001", "1000000,001", "1e3", "NaN",
    "inf", "0x1", "1 2", "1_0", "\uff11", "½", "1kg", "9" * 5000, "1" + ".000" * 999, "satu",
)  # fmt: skip


@pytest.mark.parametrize("typed", REFUSED, ids=lambda typed: ascii(typed[:24]))
def test_it_refuses_the_rest(typed: str) -> None:
    with pytest.raises(NotQuantity):
        parse_quantity(typed)


@pytest.mark.parametrize("sent", ["", " 1", "1 ", "1,5", "1.", ".5", "1.2345", "-1", "+1", "1e3", "NaN", "0x1", "1.000.000", "\uff11",
                                  "1\n", "1000000.001", "9" * 5000, "1_0"])  # fmt: skip
def test_the_wire_form_is_strict(sent: str) -> None:
    with pytest.raises(NotQuantity):
        read_quantity(sent)


@pytest.mark.parametrize("text, decimals, milli", [("2", 0, 2_000), ("2,000", 0, 2_000), ("2,5", 1, 2_500)])
def test_pieces_have_no_decimals(text: str, decimals: int, milli: int) -> None:
    assert parse_quantity(text, decimals) == milli
    assert read_quantity(text.replace(",", "."), decimals) == milli


@pytest.mark.parametrize("text, decimals", [("2,5", 0), ("0,001", 0), ("2,55", 1)])
def test_a_part_of_a_piece_is_refused(text: str, decimals: int) -> None:
    with pytest.raises(NotQuantity):
        parse_quantity(text, decimals)
    with pytest.raises(NotQuantity):
        read_quantity(text.replace(",", "."), decimals)


@given(st.text(max_size=20))
def test_any_text_is_a_quantity_or_refused(text: str) -> None:
    for read in (parse_quantity, read_quantity):
        try:
            milli = read(text)
        except NotQuantity:
            continue
        assert type(milli) is int and 0 <= milli <= LARGEST


@given(st.integers(0, 10**9), quantities)
def test_a_price_is_the_nearest_rupiah(unit_price: int, milli: int) -> None:
    exact = Fraction(unit_price * milli, 1000)
    price = price_of(unit_price, milli)
    assert -Fraction(1, 2) < price - exact <= Fraction(1, 2)
