"""A count that nobody was told of. It posts nothing: what it finds, others put right."""

from typing import Any

from sqlalchemy import insert

from app.books.acts import act
from app.books.book import OpenBook
from app.cash import postings
from app.cash.denominations import worth
from app.cash.models import Shift, SurpriseCount, SurpriseCountLine, SurpriseFinding
from app.cash.queries import drawer_by_unit
from app.cash.reasons import SHORTEST_REASON, explains
from app.cash.refusals import (
    CountUnknown,
    FindingWritten,
    NotYourCount,
    OwnWitness,
    ReasonTooShort,
    ShiftClosed,
    ShiftUnknown,
)
from app.gerai import queries as gerai
from app.ledger.models import Balance


@act("cash.count_by_surprise")
def count_by_surprise(
    book: OpenBook, *, shift_no: int | None, witness_id: int | None, pieces: dict[int, int]
) -> dict[str, Any]:
    """Count an open drawer, with its cashier beside, or the safe, with a named officer beside.

    Raises ShiftUnknown, ShiftClosed, OwnWitness.
    """
    if shift_no is None:
        expected, witness = _in_safe(book), witness_id
    else:
        shift = _open(book, shift_no)
        expected, witness = sum(drawer_by_unit(book.gerai_id, shift).values()), shift.cashier_id
    if witness is None or witness == book.user_id or gerai.officer(book.gerai_id, witness) is None:
        raise OwnWitness("witness")
    no, place = book.next_no("surprise_count"), "safe" if shift_no is None else "drawer"
    row = {
        "gerai_id": book.gerai_id, "no": no, "place": place, "shift_no": shift_no, "counted": worth(pieces),
        "expected": expected, "witness_id": witness, "counted_at": book.at, "counted_by": book.user_id,
        "act_no": book.act_no,
    }  # fmt: skip
    book.write(insert(SurpriseCount), [row])
    key = {"gerai_id": book.gerai_id, "count_no": no}
    notes = [
        {**key, "denomination": note, "pieces": count} for note, count in sorted(pieces.items()) if count
    ]
    book.write(insert(SurpriseCountLine), notes)
    return {"surprise_count": no}


@act("cash.record_finding")
def record_finding(book: OpenBook, *, count_no: int, finding: str) -> dict[str, Any]:
    """What the auditor makes of a count, once. Raises CountUnknown, NotYourCount, FindingWritten, ReasonTooShort."""
    count = book.session.get(SurpriseCount, (book.gerai_id, count_no))
    if count is None:
        raise CountUnknown()
    if count.counted_by != book.user_id:
        raise NotYourCount()
    if book.session.get(SurpriseFinding, (book.gerai_id, count_no)) is not None:
        raise FindingWritten()
    if not explains(finding):
        raise ReasonTooShort("finding", letters=SHORTEST_REASON)
    by = {"recorded_at": book.at, "recorded_by": book.user_id, "act_no": book.act_no}
    row = {"gerai_id": book.gerai_id, "count_no": count_no, "finding": finding.strip(), **by}
    book.write(insert(SurpriseFinding), [row])
    return {"surprise_count": count_no}


def _open(book: OpenBook, shift_no: int) -> Shift:
    shift = book.session.get(Shift, (book.gerai_id, shift_no))
    if shift is None:
        raise ShiftUnknown("shift")
    if shift.closed_at is not None:
        raise ShiftClosed("shift")
    return shift


def _in_safe(book: OpenBook) -> int:
    row = book.session.get(Balance, (book.gerai_id, postings.SAFE, ""), populate_existing=True)
    return row.amount if row else 0
