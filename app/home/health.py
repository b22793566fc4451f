"""Is the service well? For a monitor that calls a person: nothing in it names a gerai, a path or a version."""

import json
from pathlib import Path
from typing import Any

from flask import current_app
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from app.books import DISTRICT
from app.books import queries as books
from app.foundation.database import db
from app.foundation.engines import SettingRefused

AUDIT = "ledger.audit"
Findings = dict[str, Any]


def examine() -> tuple[Findings, bool]:
    """What was found, and whether all is well: the database answers, is migrated, and its last audit found nothing."""
    findings: Findings = {"database": False, "migrated": False, "login_owns_tables": None, "audit": None}
    try:
        db.session.execute(text("SELECT 1"))
        findings["database"] = True
        findings["migrated"] = _at_head()
        findings["login_owns_tables"] = _login_owns_tables()
        findings["audit"] = _last_audit()
    except (SQLAlchemyError, SettingRefused):
        db.session.rollback()
    audited = findings["audit"] is None or findings["audit"]["faults"] == 0
    return findings, findings["database"] and findings["migrated"] and audited


def _at_head() -> bool:
    """Compares what the database says of itself with the newest migration of this program.

    By the files' names, which are their numbers: to ask Alembic would be to run them all.
    """
    folder = Path(current_app.config["ROOT"]) / "migrations" / "versions"
    newest = max(path.name.partition("_")[0] for path in folder.glob("*.py"))
    return list(db.session.scalars(text("SELECT version_num FROM alembic_version"))) == [newest]


def _login_owns_tables() -> bool:
    """Whether the login behind the app's role could put its rights on again and drop the guards (docs/adr/0004)."""
    if db.session.connection().dialect.name == "sqlite":
        return False
    query = text(
        "SELECT EXISTS (SELECT 1 FROM pg_class WHERE relkind = 'r' AND relnamespace = CAST('public' AS regnamespace)"
        " AND pg_has_role(session_user, relowner, 'MEMBER'))"
    )
    return bool(db.session.scalar(query))


def _last_audit() -> Findings | None:
    """When the books were last audited, and how many faults that found; None while they never were."""
    act = books.last_act(DISTRICT, AUDIT)
    if act is None:
        return None
    return {"at": act.at.isoformat(), "faults": int(json.loads(act.answer).get("faults", 0))}
