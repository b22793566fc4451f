"""The till's page, what it needs first, and the door through which it sells."""

from dataclasses import replace
from typing import Any

from flask import jsonify, make_response, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user
from flask_wtf.csrf import generate_csrf

from app.access.throttle import limiter, session_owner
from app.books.book import Occasion
from app.cash import devices
from app.cash import queries as cash
from app.cash.postings import TENDER_KINDS
from app.catalog import queries as catalog
from app.foundation.clock import now
from app.foundation.dates import local_date
from app.foundation.errors import speaks_json
from app.foundation.guard import permitted, standing
from app.gerai.facts import GeraiFacts
from app.members import queries as members
from app.receivables import queries as receivables
from app.sales import approval
from app.sales.operations import record_sale
from app.sales.payment import CASH_STEP
from app.sales.request import SaleRequest, read
from app.sales.routes.approving import approval_in
from app.sales.routes.blueprint import TILL, answered, blueprint, body, limit_of, private

MOST_MEMBERS = 10


@blueprint.get(TILL)
@permitted("sales.sell")
def till(gerai: GeraiFacts) -> ResponseReturnValue:
    code = gerai.code
    shift = cash.open_shift_of(gerai.gerai_id, current_user.id)
    return render_template(
        "sales/till.html",
        gerai=gerai,
        context_url=url_for("sales.context", code=code),
        sales_url=url_for("sales.record", code=code),
        shift_url=url_for("cash.open_shift_form", code=code),
        home_url=url_for("home.gerai", code=code),
        closing_url=url_for("cash.closing_form", code=code, no=shift.no) if shift else None,
    )


@blueprint.get(f"{TILL}/context")
@permitted("sales.sell")
@speaks_json
def context(gerai: GeraiFacts) -> ResponseReturnValue:
    """What a client needs first. ``?items_version=`` of the items it holds spares it getting them again."""
    today = local_date(now())
    version = catalog.till_version(gerai.gerai_id, today)
    known = request.args.get("items_version") == version
    shift = cash.open_shift_of(gerai.gerai_id, current_user.id)
    answer = {
        "csrf_token": generate_csrf(),
        "gerai": {"code": gerai.code, "name": gerai.name},
        "cashier": {"id": current_user.id, "name": current_user.name},
        "shift": {"no": shift.no, "opened_at": shift.opened_at.isoformat()} if shift else None,
        "register": _register(gerai, shift.register) if shift else None,
        "rules": _rules(),
        "server_time": now().isoformat(),
        "items_version": version,
        "items": None if known else catalog.till_items(gerai.gerai_id, today),
        "containers": None if known else catalog.till_containers(gerai.gerai_id),
        "scale": catalog.SCALE_CODES,
    }
    return private(jsonify(answer))


def _rules() -> dict[str, Any]:
    rules: dict[str, Any] = {
        "cash_rounding": CASH_STEP,
        "discount_limit": limit_of("sales.discount"),
        "tenders": list(TENDER_KINDS),
    }
    for name in ("void", "return"):
        if standing().may(f"sales.{name}"):
            rules[f"{name}_limit"] = limit_of(f"sales.{name}")
    return rules


def _register(gerai: GeraiFacts, register: str) -> dict[str, str]:
    number = cash.next_receipt_no(gerai.gerai_id, register)
    return {"code": register, "next_number": f"{register}-{number:06d}"}


@blueprint.post(f"{TILL}/sales")
@permitted("sales.sell")
@speaks_json
def record(gerai: GeraiFacts) -> ResponseReturnValue:
    said = body()
    order = _approved(gerai, said, read(said, discount_limit=limit_of("sales.discount")))
    if order.completed:
        order = replace(order, other_device=not devices.fits(gerai.gerai_id, order.register))
    elif not answered(gerai, order.reference):
        devices.check(gerai.gerai_id, order.register)
    occasion = Occasion(gerai.gerai_id, current_user.id, now(), order.reference)
    done = record_sale(occasion, order=order)
    return private(make_response(jsonify(done.answer), 201 if done.fresh else 200))


def _approved(gerai: GeraiFacts, said: Any, order: SaleRequest) -> SaleRequest:
    """The order with its approval, where one is needed and was given."""
    discount = sum(line.discount for line in order.lines)
    if "approval" not in said or approval.within(discount, order.discount_limit):
        return order
    if answered(gerai, order.reference):
        return order
    return replace(order, approval=approval_in(gerai, said, "sales.discount"))


@blueprint.get(f"{TILL}/members")
@permitted("sales.sell")
@speaks_json
@limiter.limit("120 per minute", key_func=session_owner)
def find_members(gerai: GeraiFacts) -> ResponseReturnValue:
    """By number, card or pieces of the name; nothing personal beyond what the counter needs."""
    text = request.args.get("q", "").replace("\0", "").strip()
    hits = members.find_members(gerai, text, MOST_MEMBERS) if text else []
    left = receivables.rooms_left(gerai.gerai_id, [hit.no for hit in hits])
    found = []
    for hit in hits:
        facts = members.member_facts(gerai.gerai_id, hit.no)
        is_member = facts is not None and facts.is_member
        room = max(0, left[hit.no]) if is_member else 0
        found.append({**hit._asdict(), "is_member": is_member, "bon_left": room})
    return private(jsonify({"members": found}))
