"""A NIK and a telephone number, by vectors."""

import json
from datetime import date
from pathlib import Path

import pytest

from app.foundation.phone import NotPhone, format_phone, parse_phone
from app.members.nik import NotNik, mask_nik, nik_facts, read_nik

CASES = json.loads((Path(__file__).parents[1] / "vectors" / "identity.json").read_text())


@pytest.mark.parametrize("nik", CASES["nik_valid"])
def test_a_nik_is_read_also_with_spaces(nik: str) -> None:
    assert read_nik(nik) == nik
    assert read_nik(f" {nik[:6]} {nik[6:12]}-{nik[12:]} ") == nik


@pytest.mark.parametrize("nik", CASES["nik_invalid"])
def test_what_is_no_nik_is_not_read(nik: str) -> None:
    with pytest.raises(NotNik):
        read_nik(nik)


@pytest.mark.parametrize("nik, gender, day, month, year", CASES["nik_told"])
def test_a_nik_tells_gender_and_birthday(nik: str, gender: str, day: int, month: int, year: int) -> None:
    said = nik_facts(nik)
    assert (said.gender, said.day, said.month, said.year_of_century) == (gender, day, month, year)
    assert said.fits(date(1900 + year, month, day))
    assert not said.fits(date(1900 + year, month, day - 1))


def test_a_mask_shows_neither_birthday_nor_district() -> None:
    assert mask_nik("3505011203850001") == "3505••••••••0001"


def test_an_area_elsewhere_is_known_as_such() -> None:
    assert nik_facts("3505011203850001").is_from_home
    assert not nik_facts("3571011708990003").is_from_home


@pytest.mark.parametrize("typed, e164", CASES["phone"])
def test_a_telephone_number_is_kept_in_e164(typed: str, e164: str) -> None:
    assert parse_phone(typed) == e164
    assert parse_phone(format_phone(e164)) == e164


@pytest.mark.parametrize("typed", CASES["not_phone"])
def test_what_is_no_telephone_number_is_not_taken(typed: str) -> None:
    with pytest.raises(NotPhone):
        parse_phone(typed)


@pytest.mark.parametrize("e164, shown", CASES["phone_shown"])
def test_a_telephone_number_is_shown_as_people_write_it(e164: str, shown: str) -> None:
    assert format_phone(e164) == shown
