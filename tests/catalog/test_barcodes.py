"""Barcodes mean the same however they are written."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.catalog.barcodes import CartonCode, NotBarcode, in_store_codes, is_in_store, normalise


@pytest.mark.parametrize(
    "written, meant",
    [
        ("4006381333931", "4006381333931"),
        (" 4 006381 333931 ", "4006381333931"),
        ("036000291452", "0036000291452"),
        ("0036000291452", "0036000291452"),
        ("00036000291452", "0036000291452"),
        ("04006381333931", "4006381333931"),
        ("9638-5074", "96385074"),
        ("0000096385074", "96385074"),
        ("2000001000014", "2000001000014"),
        ("2912345000004", "2912345000004"),
    ],
)
def test_a_code_has_one_form(written: str, meant: str) -> None:
    assert normalise(written) == meant
    assert normalise(meant) == meant


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "abc",
        "1e12",
        "4006381333930",
        "400638133393",
        "4006381333931x",
        "40063813339310000",
        "0000000000000",
        "00000000",
        "٤٠٠٦٣٨١٣٣٣٩٣١",
        "²006381333931",
    ],
)
def test_what_is_no_barcode_is_refused(text: str) -> None:
    with pytest.raises(NotBarcode):
        normalise(text)


def test_a_cartons_code_is_not_taken_for_the_piece() -> None:
    with pytest.raises(CartonCode):
        normalise("10012345678902")


@given(st.text(max_size=20))
def test_whatever_is_typed_is_a_code_or_refused(text: str) -> None:
    with suppress(NotBarcode):
        assert normalise(normalise(text)) == normalise(text)


@given(st.integers(min_value=1, max_value=9_999_999))
def test_a_shops_own_code_is_valid_and_in_the_shops_own_range(item_no: int) -> None:
    code = next(in_store_codes(item_no))
    assert normalise(code) == code
    assert is_in_store(code)


def test_two_items_never_share_an_own_code() -> None:
    made = [next(in_store_codes(no)) for no in range(1, 500)]
    assert len(set(made)) == len(made)


@given(st.integers(min_value=1, max_value=9_999_999))
def test_one_wrong_digit_is_noticed(item_no: int) -> None:
    code = next(in_store_codes(item_no))
    for at in range(len(code)):
        wrong = code[:at] + str((int(code[at]) + 1) % 10) + code[at + 1 :]
        with pytest.raises(NotBarcode):
            normalise(wrong)
