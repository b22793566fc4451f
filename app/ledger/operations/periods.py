"""Months: opened in order, closed in order, reopened by a second person, locked after the RAT."""

from datetime import date
from typing import Any

from sqlalchemy import Date, bindparam, select, text

from app.books.acts import act
from app.books.book import OpenBook
from app.books.models import Act
from app.foundation.dates import local_date, month_end, month_start, next_month
from app.ledger import refusals
from app.ledger.hooks import openings
from app.ledger.models import Period

_MOVE = text(
    "UPDATE period SET state = :state, state_act_no = :act WHERE gerai_id = :g AND starts_on = :month"
).bindparams(bindparam("month", type_=Date))
_STATE = select(Period.state).where(
    Period.gerai_id == bindparam("gerai_id"), Period.starts_on == bindparam("month")
)


def ensure_open(book: OpenBook, day: date) -> None:
    """Let ``day`` be posted to. The month that has just begun opens by itself: no till waits for the treasurer.

    Raises FutureDate, PeriodClosed, PeriodLocked, PeriodUnknown.
    """
    state = _state(book, day)
    if state is None:
        _open_up_to(book, month_start(day))
    elif state == "locked":
        raise refusals.PeriodLocked("on")
    elif state != "open":
        raise refusals.PeriodClosed("on")
    if day > book.today:
        raise refusals.FutureDate("on")


def postable_day(book: OpenBook, day: date) -> date:
    """``day`` where its month is open (or will open by itself), else the earliest open day after it, else today."""
    state = _state(book, day)
    if state == "open":
        return day
    query = select(Period.starts_on).where(
        Period.gerai_id == book.gerai_id, Period.state == "open", Period.starts_on > day
    )
    earliest = book.session.scalar(query.order_by(Period.starts_on).limit(1))
    if earliest is not None:
        return min(earliest, book.today)
    last = _last(book)
    return day if state is None and last is not None and day > last.ends_on else book.today


def _state(book: OpenBook, day: date) -> str | None:
    """The state of a day's month, asked once an act; None where the month was never opened."""
    key = ("period", month_start(day))
    if key not in book.known:
        found = book.read(_STATE, gerai_id=book.gerai_id, month=key[1])
        book.known[key] = found[0][0] if found else None
    return book.known[key]  # type: ignore[no-any-return]


def _open_up_to(book: OpenBook, month: date) -> None:
    """Open the months from the last known one to ``month``, which must have begun."""
    last = _last(book)
    if last is None or month < last.starts_on:
        raise refusals.PeriodUnknown("on")
    if month > book.today:
        raise refusals.FutureDate("on")
    following = next_month(last.starts_on)
    while following <= month:
        add_period(book, following)
        following = next_month(following)


def add_period(book: OpenBook, month: date) -> Period:
    """Insert an open month. For a gerai's first one, and for ``open_period``."""
    period = Period(
        gerai_id=book.gerai_id,
        starts_on=month_start(month),
        ends_on=month_end(month),
        state="open",
        state_act_no=book.act_no,
    )
    book.session.add(period)
    book.session.flush()
    book.known[("period", period.starts_on)] = period.state
    return period


@act("ledger.open_period")
def open_period(book: OpenBook, *, month: date) -> dict[str, str]:
    """Open the month after the last one. Raises PeriodNotNext, PeriodTooFar."""
    last = _last(book)
    if last is not None and month_start(month) != next_month(last.starts_on):
        raise refusals.PeriodNotNext("month")
    if month_start(month) > next_month(book.today):
        raise refusals.PeriodTooFar("month")
    return {"month": add_period(book, month).starts_on.isoformat()}


@act("ledger.close_period")
def close_period(book: OpenBook, *, month: date) -> dict[str, Any]:
    """Close a month that is over, when nothing in it is still open.

    Raises PeriodUnknown, PeriodClosed, PeriodNotOver, EarlierPeriodOpen, ClosingObjected.
    """
    period = _known(book, month)
    if not period.is_open:
        raise refusals.PeriodClosed("month")
    if period.ends_on >= book.today:
        raise refusals.PeriodNotOver("month")
    if _any(book, Period.starts_on < period.starts_on, Period.state == "open"):
        raise refusals.EarlierPeriodOpen("month")
    for objection in openings().objections:
        for reason in objection(book.gerai_id, period.starts_on, period.ends_on):
            raise refusals.ClosingObjected("month", reason=str(reason))
    # With the head of the chain: the month is what it was when the chain ended there.
    return _to(book, period, "closed") | {"head_no": book.head_no, "head_hash": book.head_hash}


@act("ledger.reopen_period")
def reopen_period(book: OpenBook, *, month: date) -> dict[str, str]:
    """Open a closed month again; not by whoever closed it.

    Raises PeriodUnknown, PeriodLocked, PeriodNotClosed, LaterPeriodClosed, SecondPersonNeeded, SecondPersonTooNew.
    """
    period = _known(book, month)
    if period.state == "locked":
        raise refusals.PeriodLocked("month")
    if period.is_open:
        raise refusals.PeriodNotClosed("month")
    if _any(book, Period.starts_on > period.starts_on, Period.state != "open"):
        raise refusals.LaterPeriodClosed("month")
    closed_by = book.session.get_one(Act, (book.gerai_id, period.state_act_no)).user_id
    _check_second(book, closed_by)
    return _to(book, period, "open")


@act("ledger.lock_year")
def lock_year(book: OpenBook, *, year: int) -> dict[str, int]:
    """Lock a year's months for good, after the members' meeting approved them. Raises YearNotClosed."""
    query = select(Period).where(
        Period.gerai_id == book.gerai_id, Period.starts_on.between(date(year, 1, 1), date(year, 12, 31))
    )
    periods = book.session.scalars(query.order_by(Period.starts_on)).all()
    if not periods or date(year, 12, 31) >= book.today or any(p.is_open for p in periods):
        raise refusals.YearNotClosed("year")
    for period in periods:
        _to(book, period, "locked")
    return {"year": year}


def _check_second(book: OpenBook, first: int | None) -> None:
    """Whoever acts now is another than the first, and neither has just made the other an officer.

    Raises SecondPersonNeeded, SecondPersonTooNew.
    """
    if first == book.user_id:
        raise refusals.SecondPersonNeeded("month")
    if first is not None and book.user_id is not None:
        until = openings().bound_until(book.gerai_id, first, book.user_id, book.at)
        if until is not None:
            raise refusals.SecondPersonTooNew("month", until=local_date(until))


def _to(book: OpenBook, period: Period, state: str) -> dict[str, str]:
    """Written with the act's row, which goes first: see ``books.acts.leave_row``."""
    month = period.starts_on
    book.write(_MOVE, [{"g": book.gerai_id, "month": month, "state": state, "act": book.act_no}])
    book.known[("period", month)] = state
    book.session.expire(period)
    return {"month": month.isoformat(), "state": state}


def _period(book: OpenBook, day: date) -> Period | None:
    return book.session.get(Period, (book.gerai_id, month_start(day)))


def _known(book: OpenBook, month: date) -> Period:
    period = _period(book, month)
    if period is None:
        raise refusals.PeriodUnknown("month")
    return period


def _last(book: OpenBook) -> Period | None:
    query = select(Period).where(Period.gerai_id == book.gerai_id).order_by(Period.starts_on.desc()).limit(1)
    return book.session.scalar(query)


def _any(book: OpenBook, *conditions: object) -> bool:
    query = select(Period.starts_on).where(Period.gerai_id == book.gerai_id, *conditions).limit(1)  # type: ignore[arg-type]
    return book.session.scalar(query) is not None
