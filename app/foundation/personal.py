"""Personal data at rest: encrypted columns, blind indexes, and sealed text that a browser carries for us.

Keys come from the configuration alone. ``PERSONAL_DATA_KEYS`` are Fernet keys, the first of which encrypts and
all of which decrypt, so a key can be changed without a pause; ``PERSONAL_DATA_INDEX_KEY`` makes the fingerprints
by which an encrypted value is found again. Neither values nor keys ever stand in an error's text.
"""

import hashlib
import hmac
import zlib
from datetime import timedelta
from typing import Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from flask import current_app
from sqlalchemy import Dialect, Text
from sqlalchemy.types import TypeDecorator


class SealBroken(ValueError):
    """A sealed text was changed, is too old, or was never ours."""


def _keys() -> MultiFernet:
    return MultiFernet([Fernet(key) for key in current_app.config["PERSONAL_DATA_KEYS"].split(",")])


class Encrypted(TypeDecorator[str]):
    """Text that stands encrypted in the database; the same text looks different each time it is written."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else _keys().encrypt(value.encode()).decode()

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else _keys().decrypt(value).decode()


def fingerprint(purpose: str, *parts: Any) -> str:
    """HMAC-SHA256 in hex: equal for equal parts, and without the key nobody can try out what they were."""
    key = current_app.config["PERSONAL_DATA_INDEX_KEY"].encode()
    text = "\x1f".join([purpose, *(str(part) for part in parts)])
    return hmac.new(key, text.encode(), hashlib.sha256).hexdigest()


def seal(purpose: str, text: str) -> str:
    """``text`` packed and encrypted, for a form to carry from one page to the next."""
    return _keys().encrypt(zlib.compress(f"{purpose}\x1f{text}".encode(), 9)).decode()


def unseal(purpose: str, sealed: str, *, within: timedelta) -> str:
    """What was sealed for this purpose and not longer ago than ``within``. Raises SealBroken."""
    try:
        packed = _keys().decrypt(sealed.encode(), ttl=int(within.total_seconds()))
    except InvalidToken:
        raise SealBroken("not ours, changed, or too old") from None
    found, _, text = zlib.decompress(packed).decode().partition("\x1f")
    if found != purpose:
        raise SealBroken("sealed for something else")
    return text
