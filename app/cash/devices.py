"""Which device is this? What a browser was given when it was enrolled, and what a register asks for.

The cookie holds a random secret, signed, out of reach of scripts; the database holds its hash alone.
"""

import hashlib
import secrets
from dataclasses import dataclass

from flask import Response, current_app, request
from itsdangerous import BadSignature, URLSafeSerializer
from sqlalchemy import bindparam, select

from app.cash.models import RegisterDevice
from app.cash.refusals import RegisterOnOtherDevice
from app.foundation.database import db

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""Without what is read as something else: I and 1, O and 0."""
CODE_LENGTH = 8
YEARS = 5 * 365 * 24 * 3600

_BOUND = select(RegisterDevice.no, RegisterDevice.secret_hash).where(
    RegisterDevice.gerai_id == bindparam("gerai_id"),
    RegisterDevice.register == bindparam("register"),
    RegisterDevice.secret_hash.is_not(None),
    RegisterDevice.ended_at.is_(None),
)


@dataclass(frozen=True)
class Presented:
    """What the browser of this request carries for one gerai."""

    device_no: int
    secret_hash: str


def hash_of(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def new_code() -> str:
    """A one-time code, read aloud in two groups of four."""
    return "".join(secrets.choice(LETTERS) for _ in range(CODE_LENGTH))


def plain_code(typed: str) -> str:
    """A code as it was typed, with its spaces and in whatever case."""
    return "".join(sign for sign in typed.upper() if sign.isalnum())


def new_secret() -> str:
    return secrets.token_urlsafe(32)


def bound_device(gerai_id: int, register: str) -> tuple[int, str] | None:
    """(device's number, hash of its secret) of the device a register is bound to; None: any device may use it."""
    values = {"gerai_id": gerai_id, "register": register}
    row = db.session.connection().execute(_BOUND, values).one_or_none()
    return None if row is None else (row[0], str(row[1]))


def fits(gerai_id: int, register: str) -> bool:
    """May this request's device sell at the register? Asked with every sale, so one small query."""
    bound = bound_device(gerai_id, register)
    if bound is None:
        return True
    shown = presented(gerai_id)
    return shown is not None and (shown.device_no, shown.secret_hash) == bound


def check(gerai_id: int, register: str) -> None:
    """Raises RegisterOnOtherDevice when the register is bound and this is not its device."""
    if not fits(gerai_id, register):
        raise RegisterOnOtherDevice("register", register=register)


def presented(gerai_id: int) -> Presented | None:
    """What this request's browser says it is; None when it was never enrolled here, or its cookie was touched."""
    try:
        no, secret = _signer().loads(request.cookies.get(_name(gerai_id), ""))
    except BadSignature:
        return None
    return Presented(int(no), hash_of(str(secret)))


def remember(response: Response, gerai_id: int, device_no: int, secret: str) -> None:
    """Give the browser what it will show from now on."""
    response.set_cookie(
        _name(gerai_id),
        str(_signer().dumps([device_no, secret])),
        max_age=YEARS,
        httponly=True,
        secure=bool(current_app.config.get("SESSION_COOKIE_SECURE")),
        samesite="Lax",
    )


def _name(gerai_id: int) -> str:
    return f"lumbung_device_{gerai_id}"


def _signer() -> URLSafeSerializer:
    return URLSafeSerializer(current_app.config["SECRET_KEY"], salt="cash.device")
