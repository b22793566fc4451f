"""The token on a member's card: random, so that a number cannot be dressed up as a card. Pure."""

import re
import secrets

ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""Without signs that people mix up; all of them are alphanumeric to a QR code, which keeps it small."""
LENGTH = 16
"""80 bits."""
_TOKEN = re.compile(rf"(?:.*/)?([{ALPHABET}]{{{LENGTH}}})")


def new_token() -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def token_in(scanned: str) -> str | None:
    """The token in what a scanner or a camera read, which may be an address that ends with it."""
    found = _TOKEN.fullmatch(scanned.strip().upper())
    return found[1] if found else None
