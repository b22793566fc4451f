"""Settling consignment with an owner: what was sold and is missing is owed, what is unsold may go back."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import func, insert, select

from app.books.acts import act
from app.books.book import OpenBook
from app.catalog.queries import items_by_no
from app.inventory.operations import Move, move, stock_on_hand
from app.inventory.refusals import QuantityNotWhole
from app.inventory.rules import fits
from app.ledger.models import Balance
from app.ledger.operations import post
from app.purchasing import postings
from app.purchasing.models import Consignment, ConsignmentMovement, Settlement, SettlementLine
from app.purchasing.operations.consigning import expected, write_settled
from app.purchasing.operations.money import Purse, pay_out
from app.purchasing.operations.suppliers import known_supplier
from app.purchasing.refusals import NothingConsigned, NothingToSettle, PaidTooMuch, StockTooLow
from app.purchasing.rules import Consigned

_SETTLEMENT, _LINE = insert(Settlement), insert(SettlementLine)


@act("purchasing.settle_consignment")
def settle_consignment(
    book: OpenBook,
    *,
    supplier_no: int,
    returned: dict[int, int],
    amount: int,
    paid_from: str,
    shift_no: int | None = None,
    bank_no: int | None = None,
) -> dict[str, Any]:
    """Settle with an owner: pay ``amount`` of what he is owed, give ``returned`` (item -> thousandths) back.

    What the books of the stock lack against what should lie there is missing, and the gerai answers for it.
    Raises SupplierUnknown, NothingConsigned, StockTooLow, QuantityNotWhole, PaidTooMuch, NothingToSettle,
    and what ``pay_out`` raises. Speaks at ``returned-7`` of item 7.
    """
    known_supplier(book, supplier_no)
    terms = _terms(book, supplier_no)
    owed = _owed(book, supplier_no)
    if not terms and not owed:
        raise NothingConsigned()
    no = book.next_no("settlement")
    lines = _lines(book, supplier_no, terms, returned)
    missing = sum(line["missing_share"] for line in lines)
    _check(owed + missing, amount, lines)
    _give_back(book, no, lines)
    moves = [
        ("missing", x["item_no"], -x["missing_milli"], x["missing_share"])
        for x in lines
        if x["missing_milli"]
    ]
    moves += [("returned", x["item_no"], -x["returned_milli"], 0) for x in lines if x["returned_milli"]]
    write_settled(book, no, supplier_no, moves)
    purse = Purse(paid_from, shift_no, bank_no)
    paid = [pay_out(book, purse, amount, source=postings.SETTLEMENT, source_no=no)] if amount else []
    draft = postings.settlement(no, book.today, supplier_no=supplier_no, missing=missing, paid=paid)
    entry = post(book, draft) if draft else None
    key = {"gerai_id": book.gerai_id, "no": no, "supplier_no": supplier_no, "settled_on": book.today}
    sums = {"owed": owed + missing, "missing": missing, "paid": amount, "paid_from": paid_from}
    book.write(_SETTLEMENT, [{**key, **sums, **purse.columns, "entry_no": entry, "act_no": book.act_no}])
    rows = [{name: line[name] for name in _COLUMNS} for line in lines]
    book.write(_LINE, [{"gerai_id": book.gerai_id, "settlement_no": no, **row} for row in rows])
    return {"settlement": no, "entry": entry, "paid": amount, "left": owed + missing - amount}


_COLUMNS = (
    "item_no", "received_milli", "sold_milli", "missing_milli", "returned_milli", "left_milli", "share",
)  # fmt: skip


def _terms(book: OpenBook, supplier_no: int) -> dict[int, Consigned]:
    mine = (Consignment.gerai_id == book.gerai_id, Consignment.supplier_no == supplier_no)
    rows = book.session.execute(select(Consignment.item_no, Consignment.owed).where(*mine))
    return {item_no: Consigned(supplier_no, owed) for item_no, owed in rows}


def _owed(book: OpenBook, supplier_no: int) -> int:
    key = (book.gerai_id, postings.CONSIGNMENT, postings.of_supplier(supplier_no))
    balance = book.session.get(Balance, key, populate_existing=True)
    return -balance.amount if balance else 0


def _lines(
    book: OpenBook, supplier_no: int, terms: Mapping[int, Consigned], returned: Mapping[int, int]
) -> list[dict[str, Any]]:
    since = _since(book, supplier_no)
    levels = stock_on_hand(book, terms)
    items = items_by_no(book.gerai_id, terms)
    lines = []
    for item_no in sorted(terms):
        back, there = returned.get(item_no, 0), levels[item_no].quantity_milli
        if back and not fits(back, items[item_no].decimals):
            raise QuantityNotWhole(f"returned-{item_no}", item=items[item_no].name, unit=items[item_no].unit)
        if back > max(there, 0):
            raise StockTooLow(
                f"returned-{item_no}", item=items[item_no].name, left=there, unit=items[item_no].unit
            )
        missing = expected(book, item_no) - there
        share = terms[item_no].share(missing)
        sold = since.get(item_no, {})
        lines.append({
            "item_no": item_no, "received_milli": sold.get("received", (0, 0))[0],
            "sold_milli": -sold.get("sold", (0, 0))[0], "missing_milli": missing, "missing_share": share,
            "returned_milli": back, "left_milli": there - back, "share": sold.get("sold", (0, 0))[1] + share,
        })  # fmt: skip
    return lines


def _since(book: OpenBook, supplier_no: int) -> dict[int, dict[str, tuple[int, int]]]:
    """Item -> kind -> (thousandths, share) since the owner's last settlement."""
    mine = (Settlement.gerai_id == book.gerai_id, Settlement.supplier_no == supplier_no)
    last = book.session.scalar(select(func.max(Settlement.act_no)).where(*mine)) or 0
    m = ConsignmentMovement
    query = select(m.item_no, m.kind, func.sum(m.quantity_milli), func.sum(m.share)).where(
        m.gerai_id == book.gerai_id, m.supplier_no == supplier_no, m.act_no > last
    )
    found: dict[int, dict[str, tuple[int, int]]] = {}
    for item_no, kind, milli, share in book.session.execute(query.group_by(m.item_no, m.kind)):
        found.setdefault(item_no, {})[kind] = (int(milli), int(share))
    return found


def _check(owed: int, amount: int, lines: list[dict[str, Any]]) -> None:
    if amount > max(owed, 0):
        raise PaidTooMuch("amount", left=max(owed, 0))
    moved = any(line["missing_milli"] or line["returned_milli"] or line["sold_milli"] for line in lines)
    if not amount and not moved:
        raise NothingToSettle()


def _give_back(book: OpenBook, no: int, lines: list[dict[str, Any]]) -> None:
    moves = [Move(line["item_no"], -line["returned_milli"]) for line in lines if line["returned_milli"]]
    if moves:
        move(book, on=book.today, source=postings.SETTLEMENT, source_no=no, moves=moves)
