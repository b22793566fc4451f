"""Taking a member's money at the counter, and bringing in what stood in the books before."""

from datetime import date
from typing import Any

from sqlalchemy import insert

from app.books.acts import act
from app.books.book import OpenBook
from app.cash.operations import write_tenders
from app.cash.operations.tenders import Taken
from app.cash.queries import shift_facts
from app.foundation.dates import month_start
from app.ledger.operations import post
from app.members.models import Member
from app.members.operations import complete_membership
from app.members.refusals import MemberUnknown
from app.members.status import CANDIDATE
from app.savings import postings
from app.savings.kinds import COUNTER, OPENING, UNITS, SavingsKind
from app.savings.models import SavingsMovement, WajibMonth
from app.savings.queries.standing import Standing, member_standing, paid_months, terms
from app.savings.refusals import (
    AmountUnfit,
    GivenShort,
    MemberLeft,
    MonthPaid,
    MonthUnfit,
    MoreThanOwed,
    NoTerms,
    PokokPaid,
    ShiftNotOpen,
    StillCandidate,
    TenderUnfit,
    WajibNotAsked,
    WajibUneven,
)
from app.savings.rules import NotAsked, Uneven, months_paid, terms_on

TENDERS = ("cash", "qris", "transfer")
AHEAD = 12
"""Months of wajib that may be paid in advance."""
_MOVEMENT, _MONTH = insert(SavingsMovement), insert(WajibMonth)
Months = list[tuple[date, int]]


@act("savings.receive_dues")
def receive_dues(
    book: OpenBook,
    *,
    member_no: int,
    kind: SavingsKind,
    amount: int,
    shift_no: int,
    tender: str = "cash",
    given: int | None = None,
    first_month: date | None = None,
) -> dict[str, Any]:
    """Take pokok (in one or in parts), wajib (whole months from ``first_month``) or a deposit of sukarela.

    The pokok that becomes whole makes the candidate a member. ``given`` is the money handed over, at least
    ``amount``. Raises MemberUnknown, MemberLeft, AmountUnfit, TenderUnfit, GivenShort, ShiftNotOpen and what
    the kind refuses.
    """
    handed = amount if given is None else given
    _check_money(book, amount, tender, handed, shift_no)
    member = _payer(book, member_no)
    standing = member_standing(book.gerai_id, member, book.today)
    months = _months_of(book, member, standing, first_month, amount) if kind is SavingsKind.WAJIB else []
    _agree(member, standing, kind, amount)
    no = book.next_no("savings_movement")
    entry = post(
        book,
        postings.receipt(no, member_no, kind, amount, tender=tender, shift_no=shift_no, on=book.today),
    )
    moved = {"member_no": member_no, "kind": kind.value, "amount": amount, "moved_on": book.today}
    source = {"source": COUNTER, "shift_no": shift_no, "entry_no": entry}
    _write(book, no, {**moved, **source, "balance": standing.balances[kind] + amount})
    taken = [Taken(tender, amount, handed)]
    write_tenders(
        book, shift_no=shift_no, unit=UNITS[kind], source=postings.SOURCE, source_no=no, taken=taken
    )
    _write_months(book, member_no, no, months)
    completed = kind is SavingsKind.POKOK and amount == standing.pokok_rest
    if completed:
        complete_membership(book, member_no=member_no)
    return {"movement": no, "member": member_no, "entry": entry, "completed": completed}


def bring_in(
    book: OpenBook, *, member_no: int, kind: SavingsKind, amount: int, entry_no: int, on: date
) -> int:
    """Within the act of the saldo awal, after its entry: what stood in a member's name before these books.

    The caller's entry has credited the account of the kind with subledger ``member:<no>``. A candidate whose
    pokok becomes whole is a member since the day of joining. Answers the movement's number.
    Raises MemberUnknown, MemberLeft, AmountUnfit.
    """
    if amount <= 0:
        raise AmountUnfit("amount")
    member = _payer(book, member_no)
    standing = member_standing(book.gerai_id, member, book.today)
    no = book.next_no("savings_movement")
    moved = {"member_no": member_no, "kind": kind.value, "amount": amount, "moved_on": on}
    source = {"source": OPENING, "shift_no": None, "entry_no": entry_no}
    _write(book, no, {**moved, **source, "balance": standing.balances[kind]})
    if kind is SavingsKind.POKOK and member.status == CANDIDATE and not standing.pokok_rest:
        if standing.pokok_owed is None:
            raise NoTerms()
        complete_membership(book, member_no=member_no, on=member.registered_on)
    return no


def _check_money(book: OpenBook, amount: int, tender: str, given: int, shift_no: int) -> None:
    if amount <= 0:
        raise AmountUnfit("amount")
    if tender not in TENDERS:
        raise TenderUnfit("tender")
    if given < amount:
        raise GivenShort("given", short=amount - given)
    shift = shift_facts(book.gerai_id, shift_no)
    if shift is None or not shift.is_open or shift.cashier_id != book.user_id:
        raise ShiftNotOpen()


def _payer(book: OpenBook, member_no: int) -> Member:
    member = book.session.get(Member, (book.gerai_id, member_no))
    if member is None:
        raise MemberUnknown(member=member_no)
    if not member.is_here:
        raise MemberLeft(member=member_no)
    return member


def _agree(member: Member, standing: Standing, kind: SavingsKind, amount: int) -> None:
    """Refuse pokok beyond what is owed, and anything else from a candidate."""
    if kind is SavingsKind.POKOK:
        _agree_to_pokok(standing, amount)
    elif member.status == CANDIDATE:
        raise StillCandidate()


def _agree_to_pokok(standing: Standing, amount: int) -> None:
    if standing.pokok_owed is None:
        raise NoTerms()
    if not standing.pokok_rest:
        raise PokokPaid()
    if amount > standing.pokok_rest:
        raise MoreThanOwed("amount", rest=standing.pokok_rest)


def _months_of(
    book: OpenBook, member: Member, standing: Standing, first_month: date | None, amount: int
) -> Months:
    """The months that a payment of wajib pays; refuses what cannot be taken."""
    if member.status == CANDIDATE:
        raise StillCandidate()
    first = month_start(first_month or standing.next_month)
    asked = terms(book.gerai_id)
    if not asked:
        raise NoTerms()
    try:
        months = months_paid(asked, first, amount)
    except NotAsked as not_asked:
        raise WajibNotAsked("first_month", month=not_asked.month) from None
    except Uneven:
        held = terms_on(asked, first)
        raise WajibUneven("months", wajib=held.wajib if held else 0) from None
    ahead = (months[-1][0].year - book.today.year) * 12 + months[-1][0].month - book.today.month
    if first < month_start(member.since_on or member.registered_on) or ahead > AHEAD:
        raise MonthUnfit("first_month")
    paid = paid_months(book.gerai_id, member.no, first)
    for month, _due in months:
        if month in paid:
            raise MonthPaid("first_month", month=month)
    return months


def _write(book: OpenBook, no: int, movement: dict[str, Any]) -> None:
    stamp = {"gerai_id": book.gerai_id, "no": no, "act_no": book.act_no}
    book.write(_MOVEMENT, [{**stamp, **movement, "recorded_at": book.at, "recorded_by": book.user_id}])


def _write_months(book: OpenBook, member_no: int, movement_no: int, months: Months) -> None:
    same = {"gerai_id": book.gerai_id, "member_no": member_no, "movement_no": movement_no}
    book.write(_MONTH, [{**same, "month_on": month, "amount": due} for month, due in months])
