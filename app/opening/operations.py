"""The acts of the saldo awal: put a part forward, take it back, and record the whole, once."""

import json
from datetime import date
from typing import Any

from sqlalchemy import delete, insert, select

from app.books.acts import act
from app.books.book import OpenBook
from app.ledger.operations import post
from app.ledger.operations.periods import ensure_open
from app.opening import postings
from app.opening.models import Opening, OpeningPart
from app.opening.parts import PARTS, Reading
from app.opening.queries import fingerprint
from app.opening.refusals import (
    NothingPrepared,
    OpeningDone,
    PartsChanged,
    PartUnknown,
    PreparedByYourself,
    RowsFaulty,
)


@act("opening.put_forward")
def put_forward(book: OpenBook, *, part: str, filename: str, reading: Reading) -> dict[str, Any]:
    """Keep a part as it was read, in the place of what was uploaded before. Raises PartUnknown, OpeningDone."""
    if part not in PARTS:
        raise PartUnknown()
    _ensure_open(book)
    _drop(book, part)
    book.session.add(
        OpeningPart(
            gerai_id=book.gerai_id,
            part=part,
            filename=filename[:120],
            uploaded_by=book.user_id,
            uploaded_at=book.at,
            body=json.dumps(reading.body(), ensure_ascii=False),
        )
    )
    return {"part": part, "rows": len(reading.rows), "faults": len(reading.faults)}


@act("opening.take_back")
def take_back(book: OpenBook, *, part: str) -> dict[str, Any]:
    """Forget an uploaded part. Raises PartUnknown, OpeningDone."""
    if part not in PARTS:
        raise PartUnknown()
    _ensure_open(book)
    _drop(book, part)
    return {"part": part}


@act("opening.record")
def record_opening(book: OpenBook, *, on: date, seen: str) -> dict[str, Any]:
    """Bring every part into the books with one entry on the day ``on``.

    ``seen`` is the ``fingerprint`` of what the person who records it was shown. Raises OpeningDone, NothingPrepared,
    RowsFaulty, PreparedByYourself, PartsChanged, what the parts refuse, and FutureDate, PeriodClosed, PeriodLocked,
    PeriodUnknown for the day.
    """
    _ensure_open(book)
    readings = _checked(book, seen)
    ensure_open(book, on)
    lines = [line for key, reading in readings.items() for line in PARTS[key].take(book, on, reading.rows)]
    entry = post(book, postings.opening(1, on, lines))
    for key, reading in readings.items():
        PARTS[key].note(book, on, entry, reading.rows)
    left = postings.unexplained(lines)
    stamp = {"recorded_by": book.user_id, "recorded_at": book.at, "entry_no": entry, "act_no": book.act_no}
    row = {"gerai_id": book.gerai_id, "opening_on": on, "unexplained": left, **stamp}
    book.write(insert(Opening), [row])
    return {"entry": entry, "unexplained": left}


def _ensure_open(book: OpenBook) -> None:
    if book.session.get(Opening, book.gerai_id) is not None:
        raise OpeningDone()


def _drop(book: OpenBook, part: str) -> None:
    own = (OpeningPart.gerai_id == book.gerai_id, OpeningPart.part == part)
    book.session.execute(delete(OpeningPart).where(*own))


def _checked(book: OpenBook, seen: str) -> dict[str, Reading]:
    """The parts, in the order of ``PARTS``."""
    query = select(OpeningPart).where(OpeningPart.gerai_id == book.gerai_id).order_by(OpeningPart.part)
    parts = list(book.session.scalars(query))
    if not parts:
        raise NothingPrepared()
    if fingerprint(parts) != seen:
        raise PartsChanged()
    if any(part.uploaded_by == book.user_id for part in parts):
        raise PreparedByYourself()
    readings = {part.part: Reading.of(json.loads(part.body)) for part in parts}
    for key, reading in readings.items():
        if reading.faults:
            raise RowsFaulty(part=str(PARTS[key].title).lower())
    return {key: readings[key] for key in PARTS if key in readings}
