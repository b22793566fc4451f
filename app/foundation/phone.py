"""Telephone numbers: kept in E.164, read and shown as people here write them."""

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumberFormat

HOME = "ID"
HOME_CODE = 62


class NotPhone(ValueError):
    """What was typed is no telephone number."""


def parse_phone(text: str) -> str:
    """``0812 3456 7890`` -> ``+6281234567890``; a number from abroad needs its plus. Raises NotPhone."""
    try:
        number = phonenumbers.parse(text, HOME)
    except NumberParseException:
        raise NotPhone("no telephone number") from None
    if not phonenumbers.is_valid_number(number):
        raise NotPhone("no telephone number")
    return phonenumbers.format_number(number, PhoneNumberFormat.E164)


def format_phone(e164: str | None) -> str:
    """``+6281234567890`` -> ``0812-3456-7890``; a number from abroad keeps its plus."""
    if not e164:
        return ""
    number = phonenumbers.parse(e164, HOME)
    home = number.country_code == HOME_CODE
    return phonenumbers.format_number(
        number, PhoneNumberFormat.NATIONAL if home else PhoneNumberFormat.INTERNATIONAL
    )
