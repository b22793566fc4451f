"""Runs the migrations as the owner of the tables, which the app itself must not be."""

import sys
from pathlib import Path
from typing import Any

from alembic import context
from flask import current_app
from sqlalchemy import create_engine

sys.path.insert(0, str(Path(__file__).resolve().parent))

from app.foundation import engines
from app.foundation.database import Base


def _engine() -> Any:
    url = current_app.config["DATABASE_OWNER_URL"]
    if not engines.is_sqlite(url):
        return create_engine(url)
    engine = create_engine(url, module=engines.sqlite_module(), connect_args={"isolation_level": None})
    engines.listen(engine, read_only=False)
    return engine


def run() -> None:
    engine = context.config.attributes.get("connection") or _engine()
    with engine.connect() as connection:
        context.configure(connection=connection, target_metadata=Base.metadata, render_as_batch=False)
        with context.begin_transaction():
            context.run_migrations()
        connection.commit()
    engine.dispose()


run()
