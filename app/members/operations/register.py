"""Taking people into the register, and keeping what it says of them right."""

from datetime import date
from typing import Any

from sqlalchemy import delete, insert, select

from app.books.acts import act
from app.books.book import OpenBook
from app.members.models import Heir, Member
from app.members.nik import NotNik, nik_facts
from app.members.operations.steps import here_or_gone, record_event, still_here
from app.members.particulars import HeirFacts, Particulars, nik_index
from app.members.refusals import (
    DayUnfit,
    MemberUnknown,
    NikDeceased,
    NikRegistered,
    NikUnreadable,
    NotCandidate,
)
from app.members.status import CANDIDATE, COMPLETED, DECEASED, MEMBER, REGISTERED

COUNTER = "member"
"""Members are numbered without gaps, gerai by gerai."""


@act("members.register")
def register_member(book: OpenBook, *, person: Particulars, on: date | None = None) -> dict[str, Any]:
    """A new candidate (calon anggota), who becomes a member with the pokok. ``on`` is the day of joining.

    Raises NikUnreadable, NikRegistered, NikDeceased, DayUnfit.
    """
    return {"member": enrol(book, person, on or book.today)}


def enrol(book: OpenBook, person: Particulars, on: date) -> int:
    """The number of the new candidate. Raises what ``register_member`` raises."""
    if on > book.today:
        raise DayUnfit("registered_on")
    no = book.next_no(COUNTER)
    index = free_index(book, person.nik)
    book.session.add(
        Member(
            gerai_id=book.gerai_id,
            no=no,
            nik_index=index,
            status=CANDIDATE,
            registered_on=on,
            **written(person),
        )
    )
    book.session.flush()
    record_event(book, no, REGISTERED, on)
    return no


def written(person: Particulars) -> dict[str, Any]:
    """A person's particulars as columns."""
    return {name: value for name, value in vars(person).items() if name != "mark"}


def free_index(book: OpenBook, nik: str, own_no: int | None = None) -> str:
    """The index of a NIK that nobody else here has. Raises NikUnreadable, NikRegistered, NikDeceased."""
    try:
        nik_facts(nik)
    except NotNik:
        raise NikUnreadable("nik") from None
    index = nik_index(book.gerai_id, nik)
    query = select(Member.no, Member.status).where(
        Member.gerai_id == book.gerai_id, Member.nik_index == index, Member.no != (own_no or 0)
    )
    for no, status in book.session.execute(query):
        if status in (CANDIDATE, MEMBER):
            raise NikRegistered("nik", member=no)
        if status == DECEASED:
            raise NikDeceased("nik", member=no)
    return index


@act("members.complete")
def complete_membership(book: OpenBook, *, member_no: int, on: date | None = None) -> dict[str, Any]:
    """A candidate whose pokok is whole becomes a member on ``on`` (default: today).

    Raises MemberUnknown, AlreadyLeft, NotCandidate, DayUnfit.
    """
    member = still_here(book, member_no)
    if member.status != CANDIDATE:
        raise NotCandidate(member=member_no)
    day = on or book.today
    if not member.registered_on <= day <= book.today:
        raise DayUnfit()
    member.status, member.since_on = MEMBER, day
    book.session.flush()
    record_event(book, member_no, COMPLETED, day)
    return {"member": member_no}


@act("members.edit")
def edit_member(book: OpenBook, *, member_no: int, person: Particulars) -> dict[str, Any]:
    """Correct what the register says of a person; without a NIK the recorded one stays.

    Raises MemberUnknown, NikUnreadable, NikRegistered, NikDeceased.
    """
    member = here_or_gone(book, member_no)
    columns = written(person)
    if person.nik:
        member.nik_index = free_index(book, person.nik, own_no=member_no)
    else:
        del columns["nik"]
    for name, value in columns.items():
        setattr(member, name, value)
    book.session.flush()
    return {"member": member_no}


@act("members.name_heirs")
def name_heirs(book: OpenBook, *, member_no: int, heirs: tuple[HeirFacts, ...]) -> dict[str, Any]:
    """Put these heirs in the place of those recorded before. Raises MemberUnknown, AlreadyLeft."""
    still_here(book, member_no)
    own = (Heir.gerai_id == book.gerai_id, Heir.member_no == member_no)
    book.session.execute(delete(Heir).where(*own))
    key = {"gerai_id": book.gerai_id, "member_no": member_no}
    rows = [
        {**key, "line": line, "name": heir.name, "relation": heir.relation, "phone": heir.phone}
        for line, heir in enumerate(heirs, 1)
    ]
    if rows:
        book.session.execute(insert(Heir), rows)
    return {"member": member_no, "heirs": len(rows)}


@act("members.reveal_nik")
def reveal_nik(book: OpenBook, *, member_no: int) -> dict[str, Any]:
    """Leave on record that somebody looked at a NIK; the NIK itself is read by ``queries.nik_of``.

    Raises MemberUnknown.
    """
    if book.session.get(Member, (book.gerai_id, member_no)) is None:
        raise MemberUnknown(member=member_no)
    return {"member": member_no}
