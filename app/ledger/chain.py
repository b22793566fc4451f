"""The chain: each entry's hash covers the previous hash and the entry's own canonical content.

The content never names a person. The text below is also built by the guard on PostgreSQL
(migrations/guards), which refuses an entry whose hash is not this one. Pure.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.ledger.draft import Line

VERSION = "lumbung-entry-1"


@dataclass(frozen=True)
class Link:
    """What of an entry goes under its hash."""

    previous_hash: str
    gerai_id: int
    no: int
    act_no: int
    occurred_on: date
    posted_on: date
    source: str
    source_no: str
    reverses_no: int | None


def canonical(link: Link, lines: Iterable[Line]) -> str:
    """One line for the entry, then one for each posting in order, fields parted by ``|``."""
    head = (
        f"{VERSION}|{link.previous_hash}|{link.gerai_id}|{link.no}|{link.act_no}|{link.occurred_on.isoformat()}"
        f"|{link.posted_on.isoformat()}|{link.source}|{link.source_no}|{link.reverses_no or ''}"
    )
    rows = [f"{i}|{x.account}|{x.unit}|{x.subledger}|{x.amount}" for i, x in enumerate(lines, 1)]
    return "\n".join([head, *rows])


def hash_of(link: Link, lines: Iterable[Line]) -> str:
    return hashlib.sha256(canonical(link, lines).encode()).hexdigest()
