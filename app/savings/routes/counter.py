"""The counter: find a member, take the money, print the receipt."""

from typing import Any

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.books.occasion import occasion
from app.cash.queries import open_shift_of
from app.foundation.clock import now
from app.foundation.dates import local_date, month_start, next_month
from app.foundation.guard import permitted
from app.foundation.paper import COLUMNS
from app.foundation.reading import read_number
from app.foundation.refusals import NotFound, Refusal
from app.members.models import Member
from app.members.queries import find_members
from app.savings import operations, queries
from app.savings.forms import AmountForm, PaymentForm, WajibForm
from app.savings.kinds import SavingsKind
from app.savings.operations.receiving import AHEAD
from app.savings.queries.movements import PAGE
from app.savings.receipt import receipt_text
from app.savings.refusals import MovementUnknown, ShiftNotOpen
from app.savings.routes.blueprint import SAVINGS, blueprint, known
from app.savings.rules import price_of


@blueprint.get(SAVINGS)
@permitted("savings.read")
def savings(gerai: Any) -> ResponseReturnValue:
    """What was paid in, newest first, and the search that leads to a payment."""
    search = request.args.get("q", "")[:60]
    hits = find_members(gerai, search)
    before, after = read_number("before"), read_number("after")
    rows = queries.movements(gerai.gerai_id, before=before, after=after, limit=PAGE + 1)
    more = len(rows) > PAGE
    rows = rows[1:] if more and after else rows[:PAGE]
    return render_template(
        "savings/savings.html",
        gerai=gerai,
        search=search,
        hits=hits,
        rows=rows,
        older=rows[-1][0].no if rows and (more or after) else None,
        newer=rows[0][0].no if rows and (before or (after and more)) else None,
        terms=queries.terms(gerai.gerai_id),
        shift=open_shift_of(gerai.gerai_id, current_user.id),
    )


@blueprint.route(f"{SAVINGS}/members/<int:no>/<kind>", methods=["GET", "POST"])
@permitted("savings.receive")
def receive(gerai: Any, no: int, kind: str) -> ResponseReturnValue:
    if kind not in list(SavingsKind):
        raise NotFound()
    member, wanted = known(gerai, no), SavingsKind(kind)
    form = _form(gerai, member, wanted)
    if not form.validate_on_submit():
        return _page(gerai, member, wanted, form), 422 if form.is_submitted() else 200
    try:
        done = operations.receive_dues(occasion(gerai, form), **_asked(gerai, member, wanted, form))
    except Refusal as refusal:
        if refusal.status in (404, 409):
            raise
        form.refuse(refusal)
        return _page(gerai, member, wanted, form), refusal.status
    return redirect(url_for("savings.receipt", code=gerai.code, no=done.answer["movement"]), 303)


def _form(gerai: Any, member: Member, kind: SavingsKind) -> PaymentForm:
    standing = queries.member_standing(gerai.gerai_id, member, local_date(now()))
    if kind is not SavingsKind.WAJIB:
        return AmountForm(amount=standing.pokok_rest or None if kind is SavingsKind.POKOK else None)
    form = WajibForm(first_month=standing.next_month.isoformat())
    form.offer(_open_months(gerai, member))
    return form


def _open_months(gerai: Any, member: Member) -> list[Any]:
    """The months of wajib that may be paid: since the membership began, a year ahead, and not paid yet."""
    month, today = month_start(member.since_on or member.registered_on), local_date(now())
    paid, months = queries.paid_months(gerai.gerai_id, member.no, month), []
    while (month.year - today.year) * 12 + month.month - today.month <= AHEAD:
        if month not in paid:
            months.append(month)
        month = next_month(month)
    return months


def _asked(gerai: Any, member: Member, kind: SavingsKind, form: Any) -> dict[str, Any]:
    """What the form says, as the act takes it. Raises ShiftNotOpen."""
    shift = open_shift_of(gerai.gerai_id, current_user.id)
    if shift is None:
        raise ShiftNotOpen()
    asked: dict[str, Any] = {"member_no": member.no, "kind": kind, "shift_no": shift.no}
    if kind is SavingsKind.WAJIB:
        amount = price_of(queries.terms(gerai.gerai_id), form.first, form.months.data)
        asked["first_month"] = form.first
    else:
        amount = form.amount.data
    return {**asked, "amount": amount, "tender": form.tender.data, "given": form.handed(amount)}


def _page(gerai: Any, member: Member, kind: SavingsKind, form: PaymentForm) -> str:
    today = local_date(now())
    return render_template(
        "savings/receive.html",
        gerai=gerai,
        member=member,
        kind=kind,
        form=form,
        standing=queries.member_standing(gerai.gerai_id, member, today),
        wajib=price_of(queries.terms(gerai.gerai_id), month_start(today), 1),
        shift=open_shift_of(gerai.gerai_id, current_user.id),
        back=url_for("savings.savings", code=gerai.code),
    )


@blueprint.get(f"{SAVINGS}/receipts/<int:no>")
@permitted("savings.read")
def receipt(gerai: Any, no: int) -> ResponseReturnValue:
    found = queries.receipt(gerai.gerai_id, no)
    if found is None:
        raise MovementUnknown()
    paper = read_number("width") or 58
    paper = paper if paper in COLUMNS else 58
    text = receipt_text(found, (gerai.cooperative, gerai.name), COLUMNS[paper])
    back = url_for("savings.savings", code=gerai.code)
    return render_template(
        "savings/receipt.html", gerai=gerai, receipt=found, text=text, paper=paper, back=back
    )
