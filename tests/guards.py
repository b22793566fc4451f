"""Writes ``app/ledger/data/guards.csv`` out of freshly migrated databases: ``python -m tests.guards``."""

import csv

from app.foundation.database import db
from app.ledger.guards import FILE, present
from tests.conftest import application, let_go, made_databases


def write() -> int:
    """How many guards are listed now."""
    rows = []
    for engine in ("postgresql", "sqlite"):
        with made_databases(engine) as databases:
            app = application(databases.template)
            with app.app_context():
                rows += [(engine, *names, digest) for names, digest in sorted(present(db.session()).items())]
                db.session.remove()
            let_go(app)
    with FILE.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([("engine", "table", "trigger", "digest"), *rows])
    return len(rows)


if __name__ == "__main__":
    print(write(), "guards")  # noqa: T201  # a command speaks on the terminal
