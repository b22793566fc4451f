"""Short words for the acts of buying, with Agus at the gate and Wati at the safe."""

from datetime import date, datetime
from typing import Any

from app.books.acts import act
from app.books.book import OpenBook
from app.cash.postings import SAFE
from app.foundation.database import db
from app.inventory.models import Stock
from app.inventory.operations import Move, move
from app.inventory.postings import UNIT
from app.ledger.draft import debit, draft
from app.ledger.models import Balance
from app.ledger.operations import post
from app.purchasing.operations import add_supplier, receive_goods, record_consigned
from app.purchasing.postings import consigned_lines
from app.purchasing.queries import consigned
from app.purchasing.rules import ConsignedSale, ReceivedLine
from tests.inventory.goods import RICE, stock_the_shelf
from tests.village import MORNING, TestVillage

TODAY, DUE = date(2026, 11, 23), date(2026, 12, 23)


def opened(village: TestVillage) -> int:
    """Goods in the catalogue, and UD Makmur among the suppliers; his number."""
    stock_the_shelf(village)
    return supplier(village, "UD Makmur")


def supplier(village: TestVillage, name: str) -> int:
    return int(add_supplier(village.occasion("agus"), name=name, term_days=30).answer["supplier"])


def bought(village: TestVillage, who: int | None, *lines: ReceivedLine, **facts: Any) -> dict[str, Any]:
    """A nota of ten sacks at Rp65.000 on tempo, unless told otherwise."""
    at: datetime = facts.pop("at", MORNING)
    content = {"on": TODAY, "nota": "N-1", "paid_from": "tempo", "due_on": DUE, "supplier_no": who} | facts
    if content["paid_from"] != "tempo":
        content["due_on"] = None
    received = lines or (ReceivedLine(RICE, 10_000, 650_000),)
    return receive_goods(village.occasion("agus", at), lines=received, **content).answer


def balance(village: TestVillage, account: str, subledger: str = "") -> int:
    row = db.session.get(Balance, (village.gerai_id, account, subledger), populate_existing=True)
    return row.amount if row else 0


def on_hand(village: TestVillage, item: int = RICE) -> tuple[int, int]:
    row = db.session.get(Stock, (village.gerai_id, item), populate_existing=True)
    return (row.quantity_milli, row.value) if row else (0, 0)


@act("tests.sell_consigned")
def sell_consigned(book: OpenBook, *, item_no: int, quantity_milli: int, amount: int) -> int:
    """A sale of another's goods as the till makes it; below zero they come back."""
    terms = consigned(book.gerai_id, [item_no])[item_no]
    share = terms.share(quantity_milli)
    sold = [ConsignedSale(item_no, terms.supplier_no, quantity_milli, amount, share)]
    move(
        book,
        on=book.today,
        source="tests.sale",
        source_no=book.act_no,
        moves=[Move(item_no, -quantity_milli)],
    )
    record_consigned(book, on=book.today, source="tests.sale", source_no=book.act_no, sold=sold)
    lines = [debit(SAFE, UNIT, amount), *consigned_lines(sold)]
    post(book, draft("tests.sale", book.act_no, book.today, lines))
    return book.act_no
