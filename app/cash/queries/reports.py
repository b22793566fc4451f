"""The facts of a Z report."""

from sqlalchemy import Row, select

from app.cash.hooks import report_lines
from app.cash.models import Shift, ShiftClosing, ShiftCount
from app.cash.postings import REVISION
from app.cash.queries.drawer import (
    cash_given_back,
    closing_of,
    count_lines,
    counts,
    drawer_moved,
    tender_totals,
)
from app.cash.queries.shifts import shift_with_cashier
from app.cash.report import Head, Report, Taken, Try
from app.cash.slips import Interim
from app.foundation.database import db
from app.ledger.models import Entry


def shift_report(gerai_id: int, shift_no: int) -> Report | None:
    """The Z report of a closed shift; None as long as it is open, or when there is none."""
    row, closing = shift_with_cashier(gerai_id, shift_no), closing_of(gerai_id, shift_no)
    if row is None or closing is None:
        return None
    shift, tries = row.Shift, counts(gerai_id, shift_no)
    moved_in, moved_out = drawer_moved(gerai_id, shift_no)
    return Report(
        no=shift.no,
        register=shift.register,
        cashier=row.name,
        opened_at=shift.opened_at,
        closed_at=shift.closed_at,
        opening_float=shift.opening_float,
        taken={kind: Taken(*sums) for kind, sums in tender_totals(gerai_id, shift_no).items()},
        tries=tuple(_try(found) for found in tries),
        attempt=closing.attempt,
        pieces=count_lines(gerai_id, shift_no, closing.attempt),
        reason=closing.reason,
        entry_no=closing.entry_no,
        lines=tuple(report_lines(gerai_id, shift_no)),
        head=_head_at(gerai_id, closing),
        revisions=_revisions(gerai_id, shift_no),
        given_back=cash_given_back(gerai_id, shift_no),
        moved_in=moved_in,
        moved_out=moved_out,
    )


def interim(gerai_id: int, shift: Shift, cashier: str) -> Interim:
    """The facts of an X report: how an open shift stands now."""
    moved_in, moved_out = drawer_moved(gerai_id, shift.no)
    return Interim(
        no=shift.no,
        register=shift.register,
        cashier=cashier,
        opened_at=shift.opened_at,
        opening_float=shift.opening_float,
        taken={kind: Taken(*sums) for kind, sums in tender_totals(gerai_id, shift.no).items()},
        given_back=cash_given_back(gerai_id, shift.no),
        moved_in=moved_in,
        moved_out=moved_out,
        lines=report_lines(gerai_id, shift.no),
    )


def _try(row: Row[ShiftCount, str]) -> Try:
    count, name = row
    return Try(count.attempt, count.counted_at, name, count.counted, count.expected)


def _head_at(gerai_id: int, closing: ShiftClosing) -> Head | None:
    """The head of the chain when the shift was closed: its own entry, else the last one before it."""
    query = select(Entry.no, Entry.hash).where(Entry.gerai_id == gerai_id)
    if closing.entry_no is not None:
        query = query.where(Entry.no == closing.entry_no)
    else:
        query = query.where(Entry.act_no < closing.act_no).order_by(Entry.no.desc()).limit(1)
    row = db.session.execute(query).one_or_none()
    return None if row is None else Head(row.no, row.hash)


def _revisions(gerai_id: int, shift_no: int) -> tuple[int, ...]:
    """The entries by which late sales have changed the difference."""
    query = select(Entry.no).where(
        Entry.gerai_id == gerai_id, Entry.source == REVISION, Entry.source_no == str(shift_no)
    )
    return tuple(db.session.scalars(query.order_by(Entry.no)))
