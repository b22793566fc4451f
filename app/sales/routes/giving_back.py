"""The till's doors for what comes back: a receipt looked up, voids, returns."""

from dataclasses import replace
from typing import Any, TypeVar

from flask import jsonify, make_response, request
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.books.book import Occasion
from app.cash import queries as cash
from app.foundation.clock import now
from app.foundation.errors import speaks_json
from app.foundation.guard import may, permitted
from app.foundation.quantity import wire_quantity
from app.foundation.reading import read_number
from app.gerai.facts import GeraiFacts
from app.sales import operations, queries
from app.sales.queries import Sold
from app.sales.refusals import Malformed, ReceiptUnknown
from app.sales.request import ReturnRequest, VoidRequest, read_return, read_void
from app.sales.returns import SoldLine, as_list
from app.sales.routes.approving import approval_in
from app.sales.routes.blueprint import TILL, answered, blueprint, body, known, limit_of, private

Order = TypeVar("Order", VoidRequest, ReturnRequest)
MOST_LATEST = 50
ANY_SHIFT = "cash.registers"
"""Who looks after the registers may give back out of another's drawer, and close another's shift."""


@blueprint.get(f"{TILL}/receipts")
@permitted("sales.sell")
@speaks_json
def find_receipt(gerai: GeraiFacts) -> ResponseReturnValue:
    number = request.args.get("number", "")[:12].upper()
    if not number and "sale" not in request.args:
        raise Malformed(errors=[{"field": "number", "message": "a receipt's number, or a sale"}])
    no = read_number("sale") or queries.find_number(gerai.gerai_id, number)
    found = queries.sold(gerai.gerai_id, no) if no else None
    if found is None:
        raise ReceiptUnknown()
    return private(jsonify(_receipt(gerai, found)))


@blueprint.get(f"{TILL}/receipts/latest")
@permitted("sales.sell")
@speaks_json
def latest_receipts(gerai: GeraiFacts) -> ResponseReturnValue:
    """Those of the present cashier's open shift, newest first; none without a shift."""
    shift = cash.open_shift_of(gerai.gerai_id, current_user.id)
    rows = queries.latest_of_shift(gerai.gerai_id, shift.no, MOST_LATEST) if shift else []
    return private(jsonify({"receipts": rows}))


def _receipt(gerai: GeraiFacts, found: Sold) -> dict[str, Any]:
    sale, row = found.sale, known(gerai, found.sale.no)
    return {
        "sale": sale.no,
        "number": sale.number,
        "sold_at": sale.sold_at.isoformat(),
        "shift": sale.shift_no,
        "shift_is_open": row.shift_is_open,
        "cashier": row.name,
        "member": found.member_no,
        "total": sale.total,
        "rounding": sale.rounding,
        "deposit": found.deposit,
        "voided": found.void is not None,
        "lines": [_line(line) for line in found.lines],
        "tenders": as_list(found.account.by_kind),
        "refunded": found.account.refunded,
    }


def _line(line: SoldLine) -> dict[str, Any]:
    same = ("line", "name", "unit", "unit_price", "discount", "amount", "empties", "deposits")
    return {
        **{name: getattr(line, name) for name in same},
        "item": line.item_no,
        "quantity": wire_quantity(line.quantity_milli),
        "left": wire_quantity(line.left_milli),
    }


@blueprint.post(f"{TILL}/voids")
@permitted("sales.void")
@speaks_json
def void_door(gerai: GeraiFacts) -> ResponseReturnValue:
    said = body()
    order = _approved(gerai, said, read_void(said), "sales.void")
    occasion = Occasion(gerai.gerai_id, current_user.id, now(), order.reference)
    done = operations.void_sale(occasion, order=order)
    return private(make_response(jsonify(done.answer), 201 if done.fresh else 200))


@blueprint.post(f"{TILL}/returns")
@permitted("sales.return")
@speaks_json
def return_door(gerai: GeraiFacts) -> ResponseReturnValue:
    said = body()
    order, only_quote = read_return(said)
    if only_quote:
        return private(jsonify(operations.quote(gerai.gerai_id, order)))
    order = _approved(gerai, said, order, "sales.return")
    occasion = Occasion(gerai.gerai_id, current_user.id, now(), order.reference)
    done = operations.return_goods(occasion, order=order)
    return private(make_response(jsonify(done.answer), 201 if done.fresh else 200))


def _approved(gerai: GeraiFacts, said: Any, order: Order, permission: str) -> Order:
    """With what the present person may do alone, and with an approval where that is not everything."""
    limit, any_shift = limit_of(permission), may(ANY_SHIFT)
    given = None
    if limit is not None and "approval" in said and not answered(gerai, order.reference):
        given = approval_in(gerai, said, permission)
    return replace(order, limit=limit, any_shift=any_shift, approval=given)
