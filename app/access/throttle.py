"""How often one may try a password, counting failures only (docs/adr/0011-sessions-throttle-pins.md).

Three counts, each over a quarter of an hour. One account from one address: few, which is what a person who
forgot needs. One account from anywhere: wider, so that a stranger elsewhere cannot shut its owner out with
six tries, and yet cannot guess for long. One address over all accounts: a gerai's people share one.
"""

from flask import Flask, Response, request
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from flask_login import current_user

PER_ACCOUNT_HERE = "6 per 15 minutes"
PER_ACCOUNT = "30 per 15 minutes"
PER_ADDRESS = "40 per 15 minutes"

limiter = Limiter(get_remote_address, headers_enabled=False)


def account() -> str:
    return "account:" + request.form.get("username", "").strip().lower()[:40]


def account_here() -> str:
    return f"{get_remote_address()} {account()}"


def session_owner() -> str:
    """Whoever tries passwords in a session left open; the guard has let only signed-in people here."""
    return f"owner:{current_user.id}"


def failed(response: Response) -> bool:
    return response.status_code == 422


sign_in_attempts = (
    limiter.limit(PER_ACCOUNT_HERE, key_func=account_here, methods=["POST"], deduct_when=failed),
    limiter.limit(PER_ACCOUNT, key_func=account, methods=["POST"], deduct_when=failed),
    limiter.limit(PER_ADDRESS, methods=["POST"], deduct_when=failed),
)
password_attempts = limiter.shared_limit(
    PER_ACCOUNT_HERE, scope="own password", key_func=session_owner, methods=["POST"], deduct_when=failed
)


def init_app(app: Flask) -> None:
    limiter.init_app(app)
