"""Walking a book's chain: each entry's hash is made again from what the database holds now."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

from app.books.models import GENESIS
from app.ledger.chain import Link, hash_of
from app.ledger.draft import Line

# Plain text, and days as text: whatever a foreign tool wrote must come through, to be told of.
_ROWS = text("""
    SELECT entry.no, CAST(occurred_on AS VARCHAR(40)) AS occurred_on, CAST(posted_on AS VARCHAR(40)) AS posted_on,
      source, source_no, reverses_no, act_no, previous_hash, hash, line, account, unit, subledger, amount
    FROM entry
    LEFT JOIN posting ON posting.gerai_id = entry.gerai_id AND posting.entry_no = entry.no
    WHERE entry.gerai_id = :gerai_id
    ORDER BY entry.no, posting.line
""")
_AT_ONCE = 2000


@dataclass
class Walked:
    """How far the walk has come: entries and postings seen, and where the chain stands."""

    entries: int = 0
    postings: int = 0
    no: int = 0
    hash: str = GENESIS


def walk(session: Session, gerai_id: int, head: tuple[int, str], walked: Walked) -> Iterator[str]:
    """The faults of one chain, in order: numbers, links, hashes, and the head of the book. Streamed."""
    rows = session.execute(_ROWS, {"gerai_id": gerai_id}, execution_options={"yield_per": _AT_ONCE})
    for no, lines in groupby(rows, key=lambda row: row.no):
        yield from _step(gerai_id, no, list(lines), walked)
    if (walked.no, walked.hash) != head:
        yield f"the book's head is entry {head[0]}, the last entry is {walked.no}, or their hashes differ"


def _step(gerai_id: int, no: int, rows: Sequence[Any], walked: Walked) -> Iterator[str]:
    entry = rows[0]
    if no != walked.no + 1:
        yield f"entry {no} comes after entry {walked.no}: numbers are missing"
    if entry.previous_hash != walked.hash:
        yield f"entry {no} does not carry the hash of entry {walked.no}"
    if entry.hash != _hash_now(gerai_id, rows):
        yield f"entry {no} is not what its hash was made over"
    walked.entries += 1
    walked.postings += sum(row.line is not None for row in rows)
    walked.no, walked.hash = no, entry.hash


def _hash_now(gerai_id: int, rows: Sequence[Any]) -> str | None:
    entry = rows[0]
    days = _day(entry.occurred_on), _day(entry.posted_on)
    if days[0] is None or days[1] is None:
        return None
    link = Link(
        entry.previous_hash, gerai_id, entry.no, entry.act_no, days[0], days[1],
        entry.source, entry.source_no, entry.reverses_no,
    )  # fmt: skip
    lines = [Line(row.account, row.unit, row.amount, row.subledger) for row in rows if row.line is not None]
    return hash_of(link, lines)


def _day(written: str) -> date | None:
    """The day, if it is written as the chain writes it."""
    try:
        day = date.fromisoformat(written)
    except ValueError:
        return None
    return day if day.isoformat() == written else None
