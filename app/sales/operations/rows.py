"""The rows of a sale: its own, its lines', and beside them only what there is to say more."""

import json
from typing import Any

from sqlalchemy import insert

from app.books.book import OpenBook
from app.inventory.operations import Moved
from app.sales.basket import PricedLine
from app.sales.models import (
    Sale,
    SaleApproval,
    SaleException,
    SaleLine,
    SaleLineConsigned,
    SaleLineContainer,
    SaleLinePack,
    SaleMember,
)
from app.sales.operations.decide import Decided
from app.sales.operations.goods import Goods
from app.sales.verdict import Verdict, exception_json

_SALE, _LINE, _EXCEPTION = insert(Sale), insert(SaleLine), insert(SaleException)
_MEMBER, _APPROVAL = insert(SaleMember), insert(SaleApproval)
_PACK, _CONTAINER, _CONSIGNED = insert(SaleLinePack), insert(SaleLineContainer), insert(SaleLineConsigned)


def write_sale(book: OpenBook, no: int, entry: int | None, decided: Decided, goods: Goods) -> None:
    book.write(_SALE, [_sale(book, no, entry, decided, goods)])
    key = {"gerai_id": book.gerai_id, "sale_no": no}
    lines = enumerate(decided.lines)
    book.write(_LINE, [{**key, "line": i + 1, **_line(line, goods.moved.get(i))} for i, line in lines])
    _write_buyer(book, key, decided)
    _write_more(book, key, decided, goods)


def write_exceptions(book: OpenBook, no: int, verdict: Verdict) -> None:
    key = {"gerai_id": book.gerai_id, "sale_no": no}
    rows = [
        {**key, "position": i, "code": each.code, "facts": json.dumps(exception_json(each))}
        for i, each in enumerate(verdict.exceptions, 1)
    ]
    book.write(_EXCEPTION, rows)


def _sale(book: OpenBook, no: int, entry: int | None, decided: Decided, goods: Goods) -> dict[str, Any]:
    order = decided.order
    return {
        "gerai_id": book.gerai_id,
        "no": no,
        "number": order.number,
        "number_repeat": decided.number_repeat,
        "shift_no": decided.shift.no,
        "cashier_id": decided.shift.cashier_id,
        "sold_at": order.sold_at,
        "clock_offset_ms": order.clock_offset_ms,
        "sold_on": decided.sold_on,
        "posted_on": decided.posted_on,
        "completed": order.completed,
        "member_claimed": order.member,
        "total": decided.total,
        "rounding": decided.payment.rounding,
        "cost": goods.cost,
        "entry_no": entry,
        "act_no": book.act_no,
    }


def _line(line: PricedLine, moved: Moved | None) -> dict[str, Any]:
    return {
        "item_no": line.item.no if line.item else None,
        "name": line.name,
        "unit": line.unit,
        "quantity_milli": line.quantity_milli,
        "unit_price": line.unit_price,
        "discount": line.discount,
        "amount": line.amount,
        "cost": moved.cost if moved else 0,
    }


def _write_buyer(book: OpenBook, key: dict[str, Any], decided: Decided) -> None:
    if decided.buyer.member_no is not None:
        bought = {"member_no": decided.buyer.member_no, "bought_on": decided.posted_on}
        book.write(_MEMBER, [{**key, **bought}])
    if decided.approval is not None:
        approved = {"approver_id": decided.approval.user_id, "amount": decided.discount}
        book.write(_APPROVAL, [{**key, **approved}])


def _write_more(book: OpenBook, key: dict[str, Any], decided: Decided, goods: Goods) -> None:
    packs = [(i, line) for i, line in enumerate(decided.lines) if line.pack is not None]
    book.write(_PACK, [{**key, "line": i + 1, "stock_milli": line.stock_milli} for i, line in packs])
    vessels = sorted(decided.vessels.items())
    book.write(_CONTAINER, [{**key, "line": i + 1, **vars(each)} for i, each in vessels])
    shares = sorted(goods.shares.items())
    book.write(
        _CONSIGNED,
        [{**key, "line": i + 1, "supplier_no": each.supplier_no, "owed": each.owed} for i, each in shares],
    )
