"""The 22 kecamatan and 248 villages of the kabupaten, out of the product's own data files."""

import csv
from pathlib import Path
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from app.gerai.models import Kecamatan, Village

DATA = Path(__file__).parent / "data"


def _rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def kecamatan_rows() -> list[dict[str, Any]]:
    return [
        {
            "code": row["code"],
            "name": row["kecamatan"],
            "tile_column": int(row["column"]),
            "tile_row": int(row["row"]),
        }
        for row in _rows("kecamatan.csv")
    ]


def village_rows() -> list[dict[str, Any]]:
    return [
        {
            "code": row["code"],
            "kecamatan_code": row["code"][:8],
            "name": row["village"],
            "kind": row["kind"],
        }
        for row in _rows("villages.csv")
    ]


def load_reference(session: Session) -> None:
    """Insert what is not there yet. Within a unit of work."""
    if session.scalar(select(Kecamatan.code).limit(1)) is None:
        session.execute(insert(Kecamatan), kecamatan_rows())
        session.execute(insert(Village), village_rows())
