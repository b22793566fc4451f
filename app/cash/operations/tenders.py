"""How a counter takes money into the drawer, within its own act."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import insert

from app.books.book import OpenBook
from app.cash import postings
from app.cash.models import Shift, ShiftClosing, ShiftCount, Tender
from app.cash.queries import drawer_by_unit
from app.ledger.operations import post

_TENDER = insert(Tender)


@dataclass(frozen=True)
class Taken:
    """One means of payment: ``amount`` is what counts, ``given`` what was handed over, in rupiah.

    ``kind`` is one of ``postings.TENDER_KINDS``. Money given back is a negative amount.
    """

    kind: str
    amount: int
    given: int


def write_tenders(
    book: OpenBook, *, shift_no: int, unit: str, source: str, source_no: int, taken: Sequence[Taken]
) -> None:
    """Write how a document was paid. Its accounting goes into the document's own entry.

    Cash changes what the drawer should hold, up or down; ``bon`` is only kept for the report.
    """
    same = {
        "gerai_id": book.gerai_id, "source": source, "source_no": source_no, "shift_no": shift_no, "unit": unit,
    }  # fmt: skip
    rows = [
        {**same, "line": i, "kind": t.kind, "amount": t.amount, "given": t.given}
        for i, t in enumerate(taken, 1)
    ]
    book.write(_TENDER, rows)


def revise_difference(book: OpenBook, *, shift_no: int, unit: str, late_cash: int, on: date) -> None:
    """Cash of a document that arrived after its shift was closed: the shift's difference is revised.

    ``late_cash`` is negative for money that was given back. Called after the document's tenders are written.
    """
    if not late_cash:
        return
    shift = book.session.get_one(Shift, (book.gerai_id, shift_no))
    closing = book.session.get_one(ShiftClosing, (book.gerai_id, shift_no))
    count = book.session.get_one(ShiftCount, (book.gerai_id, shift_no, closing.attempt))
    expected = sum(drawer_by_unit(book.gerai_id, shift).values())
    before = count.counted - (expected - late_cash)
    drawer = postings.drawer_of(shift_no)
    post(book, postings.revision(shift_no, drawer, on, unit=unit, late_cash=late_cash, before=before))
