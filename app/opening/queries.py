"""What stands ready to be brought in, and what was."""

import json
from dataclasses import dataclass
from hashlib import sha256

from sqlalchemy import select

from app.access.models import User
from app.foundation.database import db
from app.ledger.models import Balance
from app.opening.models import Opening, OpeningPart
from app.opening.parts import PARTS, Part, Reading
from app.opening.postings import OPENING_EQUITY


@dataclass(frozen=True)
class Prepared:
    """A part with what was uploaded for it, if anything was."""

    part: Part
    upload: OpeningPart | None
    uploaded_by: str
    reading: Reading

    @property
    def total(self) -> int:
        """What it adds to what the gerai has, in rupiah; what is owed counts below zero."""
        return sum(self.part.amount(row) for row in self.reading.rows)


@dataclass(frozen=True)
class Preparation:
    """All parts, and the fingerprint of what is uploaded."""

    parts: list[Prepared]
    seen: str

    @property
    def unexplained(self) -> int:
        return sum(part.total for part in self.parts)

    @property
    def is_begun(self) -> bool:
        return any(part.upload for part in self.parts)

    @property
    def has_faults(self) -> bool:
        return any(part.reading.faults for part in self.parts)


def preparation(gerai_id: int) -> Preparation:
    query = (
        select(OpeningPart, User.name)
        .join(User, User.id == OpeningPart.uploaded_by)
        .where(OpeningPart.gerai_id == gerai_id)
        .order_by(OpeningPart.part)
    )
    found = db.session.execute(query).all()
    by_key = {upload.part: (upload, name) for upload, name in found}
    parts = [_prepared(part, *by_key.get(key, (None, ""))) for key, part in PARTS.items()]
    return Preparation(parts, fingerprint([upload for upload, _ in found]))


def fingerprint(parts: list[OpeningPart]) -> str:
    """What tells whether the parts are still those that were looked at."""
    told = [(part.part, part.uploaded_at.isoformat(), part.body) for part in parts]
    return sha256(json.dumps(told).encode()).hexdigest()


def _prepared(part: Part, upload: OpeningPart | None, name: str) -> Prepared:
    reading = Reading() if upload is None else Reading.of(json.loads(upload.body))
    return Prepared(part, upload, name, reading)


def recorded(gerai_id: int) -> tuple[Opening, str] | None:
    """The opening and who recorded it."""
    query = select(Opening, User.name).join(User, User.id == Opening.recorded_by)
    row = db.session.execute(query.where(Opening.gerai_id == gerai_id)).one_or_none()
    return None if row is None else (row[0], row[1])


def unexplained(gerai_id: int) -> int:
    """What stands on 3-9000 now, in rupiah; zero when the opening ties out."""
    query = select(Balance.amount).where(
        Balance.gerai_id == gerai_id, Balance.account == OPENING_EQUITY, Balance.subledger == ""
    )
    return db.session.scalar(query) or 0
