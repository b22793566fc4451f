"""Entries and their postings, newest first, a page at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from app.access.models import User
from app.books.models import Act
from app.foundation.database import db
from app.ledger.models import Account, Entry, EntryNote, Posting
from app.ledger.span import Span


@dataclass(frozen=True)
class JournalPage:
    """Some entries, and the numbers from which the pages beside this one go on (None: there is none)."""

    entries: Sequence[Entry]
    older: int | None
    newer: int | None


def journal(
    gerai_id: int,
    *,
    span: Span | None = None,
    account: str | None = None,
    before: int | None = None,
    after: int | None = None,
    limit: int = 50,
) -> JournalPage:
    """The entries below number ``before``, or the next ones above ``after``; else the newest of all."""
    query = select(Entry).where(Entry.gerai_id == gerai_id, *_chosen(span, account))
    if before is not None:
        return _downwards(query.where(Entry.no < before), limit, came_from=before - 1)
    upwards = _upwards(query, after, limit) if after is not None else None
    return upwards if upwards and upwards.entries else _downwards(query, limit)


def _downwards(query: Any, limit: int, came_from: int | None = None) -> JournalPage:
    found = db.session.scalars(query.order_by(Entry.no.desc()).limit(limit + 1)).all()
    return JournalPage(found[:limit], found[limit - 1].no if len(found) > limit else None, came_from)


def _upwards(query: Any, after: int, limit: int) -> JournalPage:
    found = db.session.scalars(query.where(Entry.no > after).order_by(Entry.no).limit(limit + 1)).all()
    page = found[:limit][::-1]
    return JournalPage(page, after + 1, page[0].no if len(found) > limit else None)


def _chosen(span: Span | None, account: str | None) -> list[Any]:
    conditions: list[Any] = []
    if span is not None:
        conditions.append(Entry.posted_on.between(span.first, span.last))
    if account is not None:
        touched = select(Posting.line).where(
            Posting.gerai_id == Entry.gerai_id, Posting.entry_no == Entry.no, Posting.account == account
        )
        conditions.append(touched.exists())
    return conditions


def postings(gerai_id: int, numbers: Sequence[int]) -> dict[int, list[Any]]:
    """Entry number -> its (account, name, unit, subledger, amount) in order, for all of them at once."""
    query = (
        select(
            Posting.entry_no, Posting.account, Account.name, Posting.unit, Posting.subledger, Posting.amount
        )
        .join(Account, (Account.gerai_id == Posting.gerai_id) & (Account.code == Posting.account))
        .where(Posting.gerai_id == gerai_id, Posting.entry_no.in_(numbers))
        .order_by(Posting.entry_no, Posting.line)
    )
    found: dict[int, list[Any]] = {no: [] for no in numbers}
    for row in db.session.execute(query):
        found[row.entry_no].append(row)
    return found


def reversals(gerai_id: int, numbers: Sequence[int]) -> dict[int, int]:
    """Entry number -> the number of the entry that reversed it, for those that were."""
    query = select(Entry.reverses_no, Entry.no).where(
        Entry.gerai_id == gerai_id, Entry.reverses_no.in_(numbers)
    )
    return {reversed_no: no for reversed_no, no in db.session.execute(query) if reversed_no is not None}


def entry(gerai_id: int, no: int) -> Entry | None:
    return db.session.get(Entry, (gerai_id, no))


def note(gerai_id: int, no: int) -> str | None:
    found = db.session.get(EntryNote, (gerai_id, no))
    return found.text if found else None


def recorder(gerai_id: int, act_no: int) -> Any:
    """(act, name of its user or None) behind an entry."""
    query = select(Act, User.name).outerjoin(User, User.id == Act.user_id)
    return db.session.execute(query.where(Act.gerai_id == gerai_id, Act.no == act_no)).one()
