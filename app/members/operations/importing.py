"""Registering many people at once, each as if alone: whoever is there already is passed over."""

from datetime import date
from typing import Any

from sqlalchemy import insert, select

from app.books.acts import act
from app.books.book import OpenBook
from app.members.models import Member, MemberEvent
from app.members.operations.register import COUNTER, written
from app.members.operations.steps import recorded
from app.members.particulars import nik_index
from app.members.refusals import DayUnfit, ImportEmpty
from app.members.sheet import Joining
from app.members.status import CANDIDATE, REGISTERED


@act("members.import")
def import_members(book: OpenBook, *, people: tuple[Joining, ...]) -> dict[str, Any]:
    """Register all of these who are not in the register, in their order. Raises ImportEmpty, DayUnfit."""
    index_of = {joining: nik_index(book.gerai_id, joining.person.nik) for joining in people}
    query = select(Member.nik_index).where(Member.gerai_id == book.gerai_id)
    taken = set(book.session.scalars(query))
    members, events = [], []
    for joining in people:
        if index_of[joining] in taken:
            continue
        taken.add(index_of[joining])
        no = book.next_no(COUNTER)
        members.append(_row(book, no, joining, index_of[joining]))
        events.append(_event(book, no, joining.on))
    if not members:
        raise ImportEmpty()
    book.session.execute(insert(Member), members)
    book.session.execute(insert(MemberEvent), events)
    return {"members": len(members), "first": members[0]["no"], "last": members[-1]["no"]}


def _row(book: OpenBook, no: int, joining: Joining, index: str) -> dict[str, Any]:
    if joining.on > book.today:
        raise DayUnfit()
    stamp = {"gerai_id": book.gerai_id, "no": no, "nik_index": index}
    return {**stamp, **written(joining.person), "status": CANDIDATE, "registered_on": joining.on}


def _event(book: OpenBook, no: int, on: date) -> dict[str, Any]:
    step = {"member_no": no, "line": 1, "kind": REGISTERED, "happened_on": on, "reason": ""}
    return step | recorded(book)
