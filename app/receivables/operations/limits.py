"""How much a member may owe: decided by the manager or the board."""

from app.books.acts import act
from app.books.book import OpenBook
from app.members.queries import member_facts
from app.receivables.models import CreditLimit
from app.receivables.refusals import MemberUnknown, NotAMember


@act("receivables.set_limit")
def set_limit(book: OpenBook, *, member_no: int, amount: int) -> dict[str, int]:
    """Set a member's limit in rupiah; zero is no bon. Raises MemberUnknown, NotAMember.

    A limit below what is owed already stands: nothing more may be charged until it is paid down.
    """
    member = member_facts(book.gerai_id, member_no)
    if member is None:
        raise MemberUnknown()
    if amount and not member.is_member:
        raise NotAMember("amount")
    row = book.session.get(CreditLimit, (book.gerai_id, member_no))
    if row is None:
        row = CreditLimit(gerai_id=book.gerai_id, member_no=member_no)
        book.session.add(row)
    row.amount, row.set_by, row.set_at = amount, book.user_id, book.at
    return {"member": member_no, "limit": amount}
