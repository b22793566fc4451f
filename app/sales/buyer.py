"""Who buys: a member at the member's terms, somebody else of the register, or a neighbour. Reads only."""

from dataclasses import dataclass

from app.books.book import OpenBook
from app.members.queries import member_facts
from app.receivables.operations import room_left
from app.sales import refusals
from app.sales.payment import Debtor
from app.sales.request import SaleRequest
from app.sales.verdict import Verdict


@dataclass(frozen=True)
class Buyer:
    """``member_no`` is set for members alone; ``debtor`` is whoever a bon may be charged to."""

    member_no: int | None = None
    debtor: Debtor | None = None

    @property
    def is_member(self) -> bool:
        return self.member_no is not None


NEIGHBOUR = Buyer()


def buyer_of(book: OpenBook, order: SaleRequest, verdict: Verdict) -> Buyer:
    """Raises an asked sale's MemberUnknown and MemberNotActive."""
    if order.member is None:
        return NEIGHBOUR
    found = member_facts(book.gerai_id, order.member)
    if found is None:
        verdict.object(refusals.MemberUnknown(member=order.member))
        return NEIGHBOUR
    if not found.is_member:
        verdict.object(refusals.MemberNotActive(member=found.no, name=found.name))
    return Buyer(found.no if found.is_member else None, _debtor(book, order, found.no))


def _debtor(book: OpenBook, order: SaleRequest, member_no: int) -> Debtor | None:
    if not any(tender.kind == "bon" for tender in order.tenders):
        return None
    return Debtor(member_no, room_left(book, member_no))
