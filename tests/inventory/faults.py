"""Run every consistency query of the house, as the audit does."""

from flask import current_app
from sqlalchemy import text

from app.foundation.database import db
from app.ledger.hooks import openings


def faults() -> list[str]:
    assert current_app
    found = []
    for folder in openings().checks:
        for query in sorted(folder.glob("*.sql")):
            rows = db.session.execute(text(query.read_text()))
            found += [f"{query.name}: {row.gerai_id} {row.fault}" for row in rows]
    return found
