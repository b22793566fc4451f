"""Questions about the register."""

from app.members.queries.counter import MemberFacts, member_facts
from app.members.queries.search import MemberHit, find_members, member_of_nik

__all__ = ["MemberFacts", "MemberHit", "find_members", "member_facts", "member_of_nik"]
