"""The chart of accounts and the units, read from the product's own data files."""

import csv
from pathlib import Path
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from app.ledger.models import Account, AccountTemplate, Unit

DATA = Path(__file__).parent / "data"
UNITS = (
    ("KANTOR", "Kantor"),
    ("TOKO", "Toko sembako"),
    ("USP", "Simpan pinjam"),
    ("APOTEK", "Apotek"),
    ("KLINIK", "Klinik"),
    ("COLD", "Gudang pendingin"),
    ("LOGISTIK", "Logistik"),
)


def template_rows() -> list[dict[str, Any]]:
    """The chart as the file holds it."""
    with (DATA / "chart_of_accounts.csv").open(encoding="utf-8", newline="") as file:
        return [
            {**row, "contra": row["contra"] == "yes", "control": row["control"] == "yes"}
            for row in csv.DictReader(file)
        ]


def load_reference(session: Session) -> None:
    """Units and the chart's template, as far as they are not there yet. Within a unit of work."""
    known = set(session.scalars(select(AccountTemplate.code)))
    rows = [row for row in template_rows() if row["code"] not in known]
    if rows:
        session.execute(insert(AccountTemplate), rows)
    units = set(session.scalars(select(Unit.code)))
    new = [
        {"code": code, "name": name, "position": position}
        for position, (code, name) in enumerate(UNITS)
        if code not in units
    ]
    if new:
        session.execute(insert(Unit), new)


def copy_to(session: Session, gerai_id: int) -> None:
    """Give a new gerai its chart. Within a unit of work."""
    columns = ("code", "name", "kind", "contra", "control", "section")
    rows = session.execute(select(*(getattr(AccountTemplate, name) for name in columns))).mappings()
    session.execute(insert(Account), [{"gerai_id": gerai_id, **row} for row in rows])
