"""Who of the people in a file is in the register."""

from collections.abc import Sequence

from sqlalchemy import select

from app.foundation.database import db
from app.foundation.sheets import Row
from app.members.models import Member
from app.members.nik import NotNik, read_nik
from app.members.particulars import nik_index
from app.members.status import HERE


def known_niks(gerai_id: int, rows: Sequence[Row]) -> tuple[dict[str, int], dict[str, int]]:
    """NIK -> member number: of those who are in the register now, and of those who have left it."""
    query = select(Member.nik_index, Member.no, Member.status).where(Member.gerai_id == gerai_id)
    found = db.session.execute(query.order_by(Member.no)).all()
    here = {index: no for index, no, status in found if status in HERE}
    gone = {index: no for index, no, status in found if status not in HERE and index not in here}
    index_of = {nik: nik_index(gerai_id, nik) for nik in _niks(rows)}
    return (
        {nik: here[index] for nik, index in index_of.items() if index in here},
        {nik: gone[index] for nik, index in index_of.items() if index in gone},
    )


def _niks(rows: Sequence[Row]) -> set[str]:
    niks = set()
    for row in rows:
        try:
            niks.add(read_nik(row.get("nik")))
        except NotNik:
            continue
    return niks
