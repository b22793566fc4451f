"""What the members' meeting asks of each member, from a day on."""

from datetime import date
from typing import Any

from sqlalchemy import func, select

from app.books.acts import act
from app.books.book import OpenBook
from app.ledger.models import Balance
from app.savings.kinds import ACCOUNTS, SavingsKind
from app.savings.models import ShareTerm
from app.savings.refusals import AmountUnfit, TermsUnfit


@act("savings.set_terms")
def set_terms(book: OpenBook, *, pokok: int, wajib: int, valid_from: date) -> dict[str, Any]:
    """Pokok once and wajib every month, in rupiah. Raises AmountUnfit, TermsUnfit.

    The first terms may reach back and are corrected freely until somebody has paid; later ones begin
    tomorrow at the earliest, so that what has been paid stays what was asked.
    """
    if pokok <= 0 or wajib < 0:
        raise AmountUnfit("pokok" if pokok <= 0 else "wajib")
    last = book.session.scalar(
        select(func.max(ShareTerm.valid_from)).where(ShareTerm.gerai_id == book.gerai_id)
    )
    if last is not None and not _may_change(book, last, valid_from):
        raise TermsUnfit("valid_from")
    row = book.session.get(ShareTerm, (book.gerai_id, valid_from))
    if row is None:
        row = ShareTerm(gerai_id=book.gerai_id, valid_from=valid_from)
        book.session.add(row)
    row.pokok, row.wajib, row.act_no = pokok, wajib, book.act_no
    return {"pokok": pokok, "wajib": wajib, "valid_from": valid_from.isoformat()}


def _may_change(book: OpenBook, last: date, valid_from: date) -> bool:
    if valid_from == last and not _anybody_paid(book):
        return True
    return valid_from >= last and valid_from > book.today


def _anybody_paid(book: OpenBook) -> bool:
    shares = [ACCOUNTS[SavingsKind.POKOK], ACCOUNTS[SavingsKind.WAJIB]]
    query = select(Balance.amount).where(Balance.gerai_id == book.gerai_id, Balance.account.in_(shares))
    return book.session.scalar(query.limit(1)) is not None
