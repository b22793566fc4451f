"""How often one may try a password: per account and per address, counting failures only."""

from flask import Flask, Response, request
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from flask_login import current_user

PER_ACCOUNT = "6 per 15 minutes"
PER_ADDRESS = "40 per 15 minutes"  # a gerai's people share one address

limiter = Limiter(get_remote_address, headers_enabled=False)


def account() -> str:
    return "account:" + request.form.get("username", "").strip().lower()[:40]


def session_owner() -> str:
    """Whoever tries old passwords in a session left open; the guard has let only signed-in people here."""
    return f"owner:{current_user.get_id()}"


def failed(response: Response) -> bool:
    return response.status_code == 422


sign_in_attempts = (
    limiter.limit(PER_ACCOUNT, key_func=account, methods=["POST"], deduct_when=failed),
    limiter.limit(PER_ADDRESS, methods=["POST"], deduct_when=failed),
)
password_attempts = limiter.limit(PER_ACCOUNT, key_func=session_owner, deduct_when=failed)


def init_app(app: Flask) -> None:
    limiter.init_app(app)
