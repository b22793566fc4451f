"""The register as pages show it. Lists never read a NIK."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, func, select

from app.access.models import User
from app.foundation.database import db
from app.members.models import Heir, Member, MemberAccount, MemberCard, MemberEvent
from app.members.queries.search import matches
from app.members.status import CANDIDATE, GONE, HERE, STATUSES

PAGE = 50
SHOWN: dict[str, tuple[str, ...]] = {"here": HERE, "candidates": (CANDIDATE,), "gone": GONE}
_LINE = (
    Member.no,
    Member.name,
    Member.gender,
    Member.born_on,
    Member.occupation,
    Member.phone,
    Member.dusun,
    Member.rt,
    Member.rw,
    Member.address,
    Member.status,
    Member.registered_on,
    Member.since_on,
    Member.left_on,
)


@dataclass(frozen=True)
class MemberPage:
    """By number. ``previous`` and ``next`` are the numbers to go on from, where there is more."""

    rows: Sequence[Any]
    previous: int | None
    next: int | None


def member_page(
    gerai_id: int,
    *,
    shown: str = "here",
    search: str = "",
    after: int | None = None,
    before: int | None = None,
) -> MemberPage:
    query = select(*_LINE).where(Member.gerai_id == gerai_id, Member.status.in_(SHOWN[shown]))
    if search.strip():
        query = query.where(matches(gerai_id, search))
    if before is not None:
        found = _rows(query.where(Member.no < before).order_by(Member.no.desc()))
        rows = found[:PAGE][::-1]
        return MemberPage(rows, rows[0].no if len(found) > PAGE else None, rows[-1].no if rows else None)
    found = _rows(query.where(Member.no > (after or 0)).order_by(Member.no))
    rows = found[:PAGE]
    more = rows[-1].no if len(found) > PAGE else None
    return MemberPage(rows, rows[0].no if after and rows else None, more)


def _rows(query: Any) -> Sequence[Any]:
    return db.session.execute(query.limit(PAGE + 1)).all()


def status_counts(gerai_id: int) -> dict[str, int]:
    """How many persons of each status, and of each tab of the list."""
    query = select(Member.status, func.count()).where(Member.gerai_id == gerai_id).group_by(Member.status)
    counts = dict.fromkeys(STATUSES, 0) | dict(db.session.execute(query).all())
    return counts | {tab: sum(counts[status] for status in those) for tab, those in SHOWN.items()}


def member(gerai_id: int, member_no: int) -> Member | None:
    return db.session.get(Member, (gerai_id, member_no))


def history(gerai_id: int, member_no: int) -> Sequence[Row[MemberEvent, str]]:
    """(step, who recorded it), first to last."""
    query = select(MemberEvent, User.name).outerjoin(User, User.id == MemberEvent.recorded_by)
    query = query.where(MemberEvent.gerai_id == gerai_id, MemberEvent.member_no == member_no)
    return db.session.execute(query.order_by(MemberEvent.line)).all()


def heirs(gerai_id: int, member_no: int) -> Sequence[Heir]:
    query = select(Heir).where(Heir.gerai_id == gerai_id, Heir.member_no == member_no)
    return db.session.scalars(query.order_by(Heir.line)).all()


def cards(gerai_id: int, member_no: int) -> Sequence[MemberCard]:
    """Newest first; the one that counts, if any, is among them."""
    query = select(MemberCard).where(MemberCard.gerai_id == gerai_id, MemberCard.member_no == member_no)
    return db.session.scalars(query.order_by(MemberCard.no.desc())).all()


def account_of(gerai_id: int, member_no: int) -> User | None:
    """The account that this member signs in with."""
    query = select(User).join(MemberAccount, MemberAccount.user_id == User.id)
    return db.session.scalar(
        query.where(MemberAccount.gerai_id == gerai_id, MemberAccount.member_no == member_no)
    )


def member_of_user(gerai_id: int, user_id: int) -> int | None:
    """The number of the member whose account this is."""
    return db.session.scalar(
        select(MemberAccount.member_no).where(
            MemberAccount.gerai_id == gerai_id, MemberAccount.user_id == user_id
        )
    )


def dusuns(gerai_id: int) -> Sequence[str]:
    """The dusun that members live in, to choose from."""
    query = select(Member.dusun).where(Member.gerai_id == gerai_id, Member.dusun != "").distinct()
    return db.session.scalars(query.order_by(Member.dusun).limit(60)).all()


@dataclass(frozen=True)
class RegisterLine:
    """One line of the buku daftar anggota: the person, and why and when the membership ended."""

    person: Any
    end_reason: str


def register_lines(gerai_id: int) -> Iterator[RegisterLine]:
    """Everybody who ever was in the register, by number."""
    ended = (
        (MemberEvent.gerai_id == Member.gerai_id)
        & (MemberEvent.member_no == Member.no)
        & MemberEvent.kind.in_(GONE)
    )
    query = select(*_LINE, MemberEvent.reason).outerjoin(MemberEvent, ended)
    for row in db.session.execute(query.where(Member.gerai_id == gerai_id).order_by(Member.no)):
        yield RegisterLine(row, row.reason or "")
