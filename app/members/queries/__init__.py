"""Questions about the register."""

from app.members.queries.counter import MemberFacts, member_facts
from app.members.queries.pages import (
    MemberPage,
    RegisterLine,
    account_of,
    cards,
    dusuns,
    heirs,
    history,
    member,
    member_of_user,
    member_page,
    register_lines,
    status_counts,
)
from app.members.queries.search import MemberHit, find_members, member_of_nik

__all__ = [
    "MemberFacts",
    "MemberHit",
    "MemberPage",
    "RegisterLine",
    "account_of",
    "cards",
    "dusuns",
    "find_members",
    "heirs",
    "history",
    "member",
    "member_facts",
    "member_of_nik",
    "member_of_user",
    "member_page",
    "register_lines",
    "status_counts",
]
