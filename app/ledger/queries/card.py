"""An account's card: what it stood at, each posting with the running balance, what it stands at.

Rows go by the day of the books, then by entry and line; a page is found by that key, never by counting.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import BigInteger, Date, case, func, literal, select, tuple_

from app.foundation.database import db
from app.ledger.models import Balance, DailyTotal, Entry, Posting
from app.ledger.queries.totals import standing_before
from app.ledger.span import Span


class Key(NamedTuple):
    """Where a posting stands on its account's card."""

    posted_on: date
    entry_no: int
    line: int


@dataclass(frozen=True)
class Card:
    """Signed rupiah, debit positive. ``brought`` is the balance above the first row of this page."""

    opening: int
    debit: int
    credit: int
    brought: int
    rows: Sequence[Any]
    earlier: Key | None
    later: Key | None

    @property
    def closing(self) -> int:
        return self.opening + self.debit - self.credit

    @property
    def running(self) -> list[int]:
        """The balance after each row."""
        stands, found = self.brought, []
        for row in self.rows:
            stands += row.amount
            found.append(stands)
        return found


def card(
    gerai_id: int,
    account: str,
    span: Span,
    *,
    subledger: str | None = None,
    after: Key | None = None,
    before: Key | None = None,
    limit: int = 100,
) -> Card:
    """A page of the card: the first of ``span``, or the one after (or before) a key."""
    of = _Moves(gerai_id, account, span, subledger)
    opening, (debit, credit) = of.opening(), of.sums()
    rows, earlier, later = of.page(after, before, limit)
    brought = opening + of.moved_before(_key(rows[0])) if earlier else opening
    return Card(opening, debit, credit, brought, rows, earlier, later)


def _key(row: Any) -> Key:
    return Key(row.posted_on, row.entry_no, row.line)


_Page = tuple[Sequence[Any], Key | None, Key | None]
_KEY_COLUMNS = (Entry.posted_on, Posting.entry_no, Posting.line)
_place = tuple_(*_KEY_COLUMNS)
_COLUMNS = (
    *_KEY_COLUMNS,
    Posting.unit,
    Posting.subledger,
    Posting.amount,
    Entry.occurred_on,
    Entry.source,
    Entry.source_no,
    Entry.reverses_no,
)


def _literal(key: Key) -> Any:
    return tuple_(
        literal(key.posted_on, Date), literal(key.entry_no, BigInteger), literal(key.line, BigInteger)
    )


@dataclass(frozen=True)
class _Moves:
    gerai_id: int
    account: str
    span: Span
    subledger: str | None

    def _of(self, *columns: Any) -> Any:
        query = (
            select(*columns)
            .join(Entry, (Entry.gerai_id == Posting.gerai_id) & (Entry.no == Posting.entry_no))
            .where(Posting.gerai_id == self.gerai_id, Posting.account == self.account)
        )
        return query if self.subledger is None else query.where(Posting.subledger == self.subledger)

    def _in_span(self, *columns: Any) -> Any:
        return self._of(*columns).where(Entry.posted_on.between(self.span.first, self.span.last))

    def opening(self) -> int:
        """From the kept totals; a part of an account has none, so back from what it stands at now."""
        if self.subledger is None:
            return standing_before(self.gerai_id, self.account, self.span.first)
        now = db.session.get(Balance, (self.gerai_id, self.account, self.subledger))
        since = self._of(_sum(Posting.amount)).where(Entry.posted_on >= self.span.first)
        return (now.amount if now else 0) - int(db.session.scalar(since) or 0)

    def sums(self) -> tuple[int, int]:
        """Debit and credit in the span."""
        if self.subledger is None:
            query = select(_sum(DailyTotal.debit), _sum(DailyTotal.credit)).where(
                DailyTotal.gerai_id == self.gerai_id,
                DailyTotal.account == self.account,
                DailyTotal.posted_on.between(self.span.first, self.span.last),
            )
        else:
            debit = case((Posting.amount > 0, Posting.amount), else_=0)
            query = self._in_span(_sum(debit), _sum(debit - Posting.amount))
        debit_sum, credit_sum = db.session.execute(query).one()
        return int(debit_sum), int(credit_sum)

    def page(self, after: Key | None, before: Key | None, limit: int) -> _Page:
        """Rows in order, and the keys to go on from to either side; a key with nothing behind it is dropped."""
        if before is not None:
            found = self._rows([_place < _literal(before)], limit + 1, backwards=True)[::-1]
            if found:
                rows = found[-limit:]
                return rows, _key(rows[0]) if len(found) > limit else None, _key(rows[-1])
        found = self._rows([_place > _literal(after)], limit + 1) if after is not None else []
        earlier = _key(found[0]) if found else None
        found = found or self._rows([], limit + 1)
        return found[:limit], earlier, _key(found[limit - 1]) if len(found) > limit else None

    def _rows(self, conditions: list[Any], limit: int, *, backwards: bool = False) -> Sequence[Any]:
        order = [column.desc() if backwards else column for column in _KEY_COLUMNS]
        query = self._in_span(*_COLUMNS).where(*conditions).order_by(*order)
        return db.session.execute(query.limit(limit)).all()

    def moved_before(self, key: Key) -> int:
        """What moved in the span above a row."""
        return int(db.session.scalar(self._in_span(_sum(Posting.amount)).where(_place < _literal(key))) or 0)


def _sum(column: Any) -> Any:
    return func.coalesce(func.sum(column), 0)
