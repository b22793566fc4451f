"""A drawer to work with: a counter that takes money, counts by denomination, and what the books say of it."""

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from sqlalchemy import func, select

from app.books.acts import Outcome, act
from app.books.book import OpenBook
from app.cash import postings
from app.cash.denominations import DENOMINATIONS
from app.cash.models import Shift, drawer_of
from app.cash.operations import close_shift, count_drawer, open_shift, revise_difference, write_tenders
from app.cash.operations.tenders import Taken
from app.foundation.database import db
from app.ledger.draft import credit, draft
from app.ledger.models import Balance, DailyTotal
from app.ledger.operations import post
from tests.village import MORNING, TestVillage

SAFE, DRAWER, QRIS, OVER, SHORT = "1-1100", "1-1110", "1-1210", "2-1330", "6-1700"
INCOME = "7-1900"
NIGHT = MORNING + timedelta(hours=14)
"""21.00 WIB of the same Monday."""


@act("tests.take")
def take(
    book: OpenBook, *, shift_no: int, amount: int, kind: str = "cash", unit: str = "TOKO"
) -> dict[str, int]:
    """A counter takes money, as sales do: tenders, an entry of its own, and a late one revises its shift."""
    no = book.next_no("take")
    paid = [Taken(kind, amount, amount)]
    write_tenders(book, shift_no=shift_no, unit=unit, source="tests.take", source_no=no, taken=paid)
    line = postings.tender_line(kind, unit, amount, drawer_of(shift_no))
    post(book, draft("tests.take", no, book.today, [line, credit(INCOME, unit, amount)]))
    if kind == "cash" and book.session.get_one(Shift, (book.gerai_id, shift_no)).closed_at:
        revise_difference(book, shift_no=shift_no, unit=unit, late_cash=amount, on=book.today)
    return {"take": no}


def opened(village: TestVillage, who: str = "budi", register: str = "A", opening_float: int = 100_000) -> int:
    """A new shift's number."""
    done = open_shift(village.occasion(who), register=register, opening_float=opening_float)
    return int(done.answer["shift"] or 0)


def taken(village: TestVillage, shift_no: int, *amounts: int, who: str = "budi", **facts: Any) -> None:
    for amount in amounts:
        take(village.occasion(who), shift_no=shift_no, amount=amount, **facts)


def pieces_of(amount: int) -> dict[int, int]:
    """An amount in hundreds as the fewest notes and coins."""
    pieces = {}
    for note in DENOMINATIONS:
        pieces[note], amount = divmod(amount, note)
    assert amount == 0, "not a sum of coins"
    return {note: count for note, count in pieces.items() if count}


def counted(
    village: TestVillage, shift_no: int, amount: int, *, who: str = "budi", any_shift: bool = False
) -> Outcome[dict[str, Any]]:
    pieces = pieces_of(amount)
    return count_drawer(village.occasion(who, NIGHT), shift_no=shift_no, pieces=pieces, any_shift=any_shift)


def closed(
    village: TestVillage,
    shift_no: int,
    amount: int,
    reason: str = "",
    *,
    who: str = "budi",
    any_shift: bool = False,
    at: datetime = NIGHT,
) -> dict[str, Any]:
    """Count ``amount`` and close on it; answers what the closing answered."""
    counted(village, shift_no, amount, who=who, any_shift=any_shift)
    act_at = village.occasion(who, at)
    return close_shift(act_at, shift_no=shift_no, reason=reason, any_shift=any_shift).answer


def balance(village: TestVillage, account: str, subledger: str | None = None) -> int:
    """What an account stands at, as a whole or for one subledger."""
    query = select(func.sum(Balance.amount)).where(
        Balance.gerai_id == village.gerai_id, Balance.account == account
    )
    if subledger is not None:
        query = query.where(Balance.subledger == subledger)
    return int(db.session.scalar(query) or 0)


def by_unit(village: TestVillage, account: str) -> dict[str, int]:
    """Unit -> what an account stands at, out of its daily totals."""
    amount = func.sum(DailyTotal.debit - DailyTotal.credit)
    query = select(DailyTotal.unit, amount).where(
        DailyTotal.gerai_id == village.gerai_id, DailyTotal.account == account
    )
    return {unit: int(sum_) for unit, sum_ in db.session.execute(query.group_by(DailyTotal.unit))}


def typed(pieces: dict[int, int], **fields: str) -> dict[str, str]:
    """The form of a count, as it is sent."""
    sent = {"reference": str(uuid4()), "reason": ""} | fields
    return sent | {f"pieces_{note}": str(count) for note, count in pieces.items()}
