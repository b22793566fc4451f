"""Goods on consignment: taken in, and written down when they are sold."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from sqlalchemy import delete, func, insert, select, text

from app.books.book import OpenBook
from app.catalog.queries import ItemFacts
from app.inventory.average import Level
from app.inventory.operations import stock_on_hand
from app.purchasing import postings
from app.purchasing.models import Consignment, ConsignmentMovement, Supplier
from app.purchasing.refusals import ItemConsigned, ItemOwned, OwedNeeded, OwedPriceDiffers
from app.purchasing.rules import ConsignedSale, ReceivedLine

_MOVEMENT = insert(ConsignmentMovement)
_TERMS = text(
    "INSERT INTO consignment (gerai_id, item_no, supplier_no, owed)"
    " VALUES (:gerai_id, :item_no, :supplier_no, :owed)"
    " ON CONFLICT (gerai_id, item_no) DO UPDATE SET supplier_no = excluded.supplier_no, owed = excluded.owed"
)


def record_consigned(
    book: OpenBook, *, on: date, source: str, source_no: int, sold: Sequence[ConsignedSale]
) -> None:
    """Write what was sold of others' goods (negative: came back), within the sale's own act. One statement.

    The sale moves the stock and posts ``postings.consigned_lines`` itself.
    """
    document = {
        "gerai_id": book.gerai_id, "act_no": book.act_no, "moved_on": on, "kind": "sold", "source": source,
        "source_no": source_no,
    }  # fmt: skip
    rows = [
        {**document, "line": book.next_line(), "supplier_no": each.supplier_no, "item_no": each.item_no,
         "quantity_milli": -each.quantity_milli, "share": each.share}
        for each in sold
    ]  # fmt: skip
    book.write(_MOVEMENT, rows)


def take_on_consignment(
    book: OpenBook,
    no: int,
    on: date,
    supplier_no: int,
    *,
    lines: Sequence[ReceivedLine],
    items: Mapping[int, ItemFacts],
) -> None:
    """Write that goods came in which stay their owner's.

    Raises OwedNeeded, ItemOwned while own stock is there, ItemConsigned while another's is,
    OwedPriceDiffers while goods at another price are.
    """
    levels = stock_on_hand(book, items)
    for number, line in enumerate(lines):
        item, level = items[line.item_no], levels[line.item_no]
        _check(book, f"lines-{number}", supplier_no, line=line, item=item, level=level)
        key = {"gerai_id": book.gerai_id, "item_no": line.item_no}
        book.write(_TERMS, [{**key, "supplier_no": supplier_no, "owed": line.owed}])
    document = {
        "gerai_id": book.gerai_id, "act_no": book.act_no, "moved_on": on, "kind": "received",
        "source": postings.RECEIVING, "source_no": no, "supplier_no": supplier_no, "share": 0,
    }  # fmt: skip
    rows = [
        {**document, "line": book.next_line(), "item_no": line.item_no, "quantity_milli": line.quantity_milli}
        for line in lines
    ]
    book.write(_MOVEMENT, rows)


def _check(
    book: OpenBook, at: str, supplier_no: int, *, line: ReceivedLine, item: ItemFacts, level: Level
) -> None:
    if line.owed <= 0:
        raise OwedNeeded(f"{at}-cost", unit=item.unit)
    terms = book.session.get(Consignment, (book.gerai_id, item.no), populate_existing=True)
    if terms is None:
        if level.quantity_milli:
            raise ItemOwned(f"{at}-item", item=item.name, left=level.quantity_milli, unit=item.unit)
        return
    there = level.quantity_milli or expected(book, item.no)
    if terms.supplier_no != supplier_no and there:
        raise ItemConsigned(f"{at}-item", item=item.name, supplier=_name(book, terms.supplier_no))
    if terms.owed != line.owed and there:
        raise OwedPriceDiffers(f"{at}-cost", item=item.name, owed=terms.owed)


def ensure_own(book: OpenBook, items: Mapping[int, ItemFacts]) -> None:
    """Before own goods come in: nothing of another's is there. His terms end with that. Raises ItemConsigned."""
    mine = (Consignment.gerai_id == book.gerai_id, Consignment.item_no.in_(list(items)))
    terms = book.session.execute(select(Consignment.item_no, Consignment.supplier_no).where(*mine)).all()
    levels = stock_on_hand(book, (item_no for item_no, _ in terms))
    for item_no, supplier_no in terms:
        if levels[item_no].quantity_milli or expected(book, item_no):
            raise ItemConsigned(item=items[item_no].name, supplier=_name(book, supplier_no))
    if terms:
        book.session.execute(delete(Consignment).where(*mine))


def expected(book: OpenBook, item_no: int) -> int:
    """How much of another's goods should lie in the shop, in thousandths."""
    mine = (ConsignmentMovement.gerai_id == book.gerai_id, ConsignmentMovement.item_no == item_no)
    query = select(func.coalesce(func.sum(ConsignmentMovement.quantity_milli), 0)).where(*mine)
    return int(book.session.scalar(query) or 0)


def _name(book: OpenBook, supplier_no: int) -> str:
    return book.session.get_one(Supplier, (book.gerai_id, supplier_no)).name


def write_settled(
    book: OpenBook, no: int, supplier_no: int, moves: Iterable[tuple[str, int, int, int]]
) -> None:
    """(kind, item, thousandths, share) of a settlement: what is missing, and what goes back."""
    document = {
        "gerai_id": book.gerai_id, "act_no": book.act_no, "moved_on": book.today,
        "source": postings.SETTLEMENT, "source_no": no, "supplier_no": supplier_no,
    }  # fmt: skip
    rows = [
        {**document, "line": book.next_line(), "kind": kind, "item_no": item_no, "quantity_milli": milli, "share": share}
        for kind, item_no, milli, share in moves
    ]  # fmt: skip
    book.write(_MOVEMENT, rows)
