"""Passwords: argon2id with the library's own parameters, rehashed when those grow."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST = 8
_hasher = PasswordHasher()
# Verified when the account does not exist, so that the answer takes as long as a real one.
_NOBODY = _hasher.hash("nobody has this password")


_hashing: ContextVar[PasswordHasher] = ContextVar("hashing", default=_hasher)


def hashed(password: str) -> str:
    return _hashing.get().hash(password)


@contextmanager
def hashing_lightly() -> Iterator[None]:
    """For passwords that are no secret, as those of demo life: they are hashed in full at the first sign-in."""
    token = _hashing.set(PasswordHasher(time_cost=1, memory_cost=1024, parallelism=1))
    try:
        yield
    finally:
        _hashing.reset(token)


def matches(password_hash: str | None, password: str) -> bool:
    """True when the password is right; spends the same time when there is no such account."""
    try:
        _hasher.verify(password_hash or _NOBODY, password)
    except (VerificationError, InvalidHashError):
        return False
    return password_hash is not None


def is_outdated(password_hash: str) -> bool:
    return _hasher.check_needs_rehash(password_hash)


WORDS = (
    "sawah ladang padi jagung kopi kelapa pisang nangka salak rambutan mangga jambu cengkeh vanili kunyit jahe "
    "bambu jati mahoni sengon beringin melati mawar kenanga kali sumber gunung bukit hujan angin awan fajar "
    "senja bulan bintang obor lentera perahu gerobak sepeda cangkul caping lumbung lesung tampah kendi gentong "
    "merpati kutilang perkutut kerbau kambing lele gurami nila koi belut lebah kupu semut jangkrik"
).split()


def suggested() -> str:
    """A first password that can be told over the counter: ``kopi-lentera-4821``. Guessing is throttled."""
    first, second = secrets.choice(WORDS), secrets.choice(WORDS)
    return f"{first}-{second}-{secrets.randbelow(9000) + 1000}"
