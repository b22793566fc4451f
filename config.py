"""Configuration, from the environment alone. README names every variable.

Production refuses to start without its secrets and says which are missing; elsewhere they are made
once and kept in ``instance/secrets.json``, so that a restart signs nobody out.
"""

import json
import os
import secrets
from datetime import timedelta
from pathlib import Path
from typing import Any

from cryptography.fernet import Fernet

ROOT = Path(__file__).resolve().parent
SECRETS = ("SECRET_KEY", "PERSONAL_DATA_KEYS", "PERSONAL_DATA_INDEX_KEY")


class MissingConfiguration(SystemExit):
    """Production was started without something it cannot do without: it ends with that one sentence."""


def _made_secrets(path: Path) -> dict[str, str]:
    if path.exists():
        return dict(json.loads(path.read_text()))
    made = {
        "SECRET_KEY": secrets.token_hex(32),
        "PERSONAL_DATA_KEYS": Fernet.generate_key().decode(),
        "PERSONAL_DATA_INDEX_KEY": secrets.token_hex(32),
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(mode=0o600)
    path.write_text(json.dumps(made, indent=2))
    return made


def _secrets(production: bool) -> dict[str, str]:
    given = {name: os.environ[name] for name in SECRETS if os.environ.get(name)}
    missing = [name for name in SECRETS if name not in given]
    if production:
        if missing or not os.environ.get("DATABASE_URL"):
            missing += [] if os.environ.get("DATABASE_URL") else ["DATABASE_URL"]
            raise MissingConfiguration(f"production needs these in its environment: {', '.join(missing)}")
        return _checked(given)
    if missing:
        given = _made_secrets(ROOT / "instance" / "secrets.json") | given
    return _checked(given)


def _checked(values: dict[str, str]) -> dict[str, str]:
    if len(values["SECRET_KEY"]) < 32:
        raise MissingConfiguration("SECRET_KEY is too short: 32 characters or more are needed")
    if len(values["PERSONAL_DATA_INDEX_KEY"]) < 32:
        raise MissingConfiguration("PERSONAL_DATA_INDEX_KEY is too short: 32 characters or more are needed")
    for key in values["PERSONAL_DATA_KEYS"].split(","):
        try:
            Fernet(key)
        except ValueError:
            raise MissingConfiguration("PERSONAL_DATA_KEYS holds a key that is not a Fernet key") from None
    return values


def _environment() -> str:
    name = os.environ.get("LUMBUNG_ENV", "development")
    if name not in ("development", "production"):
        raise MissingConfiguration("LUMBUNG_ENV is either development or production")
    return name


def load() -> dict[str, Any]:
    """The configuration of this process. Raises MissingConfiguration."""
    production = _environment() == "production"
    database = os.environ.get("DATABASE_URL") or f"sqlite:///{ROOT / 'instance' / 'lumbung.db'}"
    return {
        **_secrets(production),
        "ROOT": ROOT,
        "PRODUCTION": production,
        "DATABASE_URL": database,
        # Migrations run as the owner of the tables; the app must not (see docs/adr).
        "DATABASE_OWNER_URL": os.environ.get("DATABASE_OWNER_URL") or database,
        "LOG_LEVEL": os.environ.get("LOG_LEVEL", "INFO" if production else "WARNING"),
        "LOG_JSON": production,
        "SESSION_COOKIE_NAME": "lumbung",
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        # A gerai's LAN may speak plain http (the till then says so); HTTPS_ONLY=1 is for servers behind TLS.
        "SESSION_COOKIE_SECURE": os.environ.get("HTTPS_ONLY") == "1",
        "TRUSTED_PROXIES": int(os.environ.get("TRUSTED_PROXIES", "0")),
        # A working day from signing in; the cookie is not signed and sent anew with each answer.
        "PERMANENT_SESSION_LIFETIME": timedelta(hours=14),
        "SESSION_REFRESH_EACH_REQUEST": False,
        "WTF_CSRF_TIME_LIMIT": None,  # tied to the session: a sale queued for hours must still be taken
        "MAX_CONTENT_LENGTH": 2 * 1024 * 1024,
        "RATELIMIT_STORAGE_URI": os.environ.get("RATELIMIT_STORAGE_URI", "memory://"),
    }
