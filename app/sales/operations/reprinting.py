"""A receipt printed again is told as one: which copy, when and by whom."""

from sqlalchemy import func, insert, select

from app.books.acts import act
from app.books.book import OpenBook
from app.sales.models import Sale, SaleReprint
from app.sales.refusals import SaleUnknown


@act("sales.reprint")
def reprint(book: OpenBook, *, sale_no: int) -> dict[str, int]:
    """Raises SaleUnknown."""
    if book.session.get(Sale, (book.gerai_id, sale_no)) is None:
        raise SaleUnknown()
    query = select(func.coalesce(func.max(SaleReprint.copy), 0)).where(
        SaleReprint.gerai_id == book.gerai_id, SaleReprint.sale_no == sale_no
    )
    copy = int(book.session.scalar(query) or 0) + 1
    row = {"gerai_id": book.gerai_id, "sale_no": sale_no, "copy": copy, "printed_at": book.at}
    book.write(insert(SaleReprint), [{**row, "printed_by": book.user_id, "act_no": book.act_no}])
    return {"sale": sale_no, "copy": copy}
