"""Opname: the sessions, counting on a phone, the sheet on paper, the differences and their approval."""

from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app.books.occasion import occasion
from app.catalog import queries as catalog
from app.foundation.guard import permitted, standing
from app.foundation.quantity import format_quantity
from app.foundation.reading import read_number
from app.foundation.refusals import Refusal
from app.inventory import operations, queries
from app.inventory.forms import CountForm, EndCountForm, TallyForm
from app.inventory.models import StockCount
from app.inventory.refusals import CountUnknown
from app.inventory.routes.blueprint import COUNTS, NO, blueprint, neighbours
from app.inventory.rules import SECOND_LOOK
from app.ledger.operations import Limit

STAGES = ("waiting", "again", "done")


@blueprint.get(COUNTS)
@permitted("inventory.read")
def counts(gerai: Any) -> ResponseReturnValue:
    page = queries.count_sessions(gerai.gerai_id, before=read_number("before"), after=read_number("after"))
    beside = neighbours("inventory.counts", gerai, page)
    is_open = queries.open_session(gerai.gerai_id) is not None
    return render_template("inventory/counts.html", gerai=gerai, page=page, is_open=is_open, **beside)


@blueprint.get(f"{COUNTS}/new")
@permitted("inventory.count")
def count_form(gerai: Any) -> ResponseReturnValue:
    return _open_page(gerai, CountForm(threshold=SECOND_LOOK))


@blueprint.post(f"{COUNTS}/new")
@permitted("inventory.count")
def open_count(gerai: Any) -> ResponseReturnValue:
    form = CountForm()
    if not form.validate():
        return _open_page(gerai, form), 422
    try:
        done = operations.open_count(
            occasion(gerai, form),
            scope=form.scope.data,
            words=form.words.data or "",
            threshold=form.threshold.data or 0,
        )
    except Refusal as refusal:
        if refusal.status != 422:
            raise
        form.refuse(refusal)
        return _open_page(gerai, form), 422
    flash(_("Opname dibuka untuk %(items)s barang.", items=done.answer["items"]), "success")
    return redirect(url_for("inventory.count", code=gerai.code, no=done.answer["count"]), 303)


def _open_page(gerai: Any, form: CountForm) -> str:
    back = url_for("inventory.counts", code=gerai.code)
    return render_template("inventory/count_new.html", gerai=gerai, form=form, back=back)


@blueprint.get(f"{COUNTS}/{NO}")
@permitted("inventory.read")
def count(gerai: Any, no: int) -> ResponseReturnValue:
    """To count while it is open: blind, so nothing here tells what the books hold."""
    session = known_session(gerai, no)
    if session.ended_at is not None:
        return redirect(url_for("inventory.count_result", code=gerai.code, no=no), 303)
    shown = request.args.get("shown", "")
    shown = shown if shown in STAGES else STAGES[0]
    search = request.args.get("q", "").strip()
    items = queries.counted_items(gerai.gerai_id, session, search=search)
    firsts = queries.first_counters(gerai.gerai_id, no)
    mine = {item.no for item in items if item.again and current_user.id not in firsts.get(item.no, set())}
    kept = items if search else [item for item in items if _stage(item) == shown]
    done, covered = queries.progress(gerai.gerai_id, no)
    return render_template(
        "inventory/count.html",
        gerai=gerai,
        session=session,
        items=kept[:100],
        more=max(len(kept) - 100, 0),
        mine=mine,
        again=sum(item.again for item in items),
        counters=queries.counters(gerai.gerai_id, no),
        done=done,
        covered=covered,
        search=search,
        shown=shown,
        back=url_for("inventory.counts", code=gerai.code),
    )


def _stage(item: queries.Counted) -> str:
    """Where an item stands: not counted yet, to be counted again by another, done."""
    if item.look is None:
        return "waiting"
    return "again" if item.again else "done"


@blueprint.get(f"{COUNTS}/{NO}/items/<int(max=999999999):item_no>")
@permitted("inventory.count")
def tally_form(gerai: Any, no: int, item_no: int) -> ResponseReturnValue:
    return _tally_page(gerai, no, item_no, TallyForm())


@blueprint.post(f"{COUNTS}/{NO}/items/<int(max=999999999):item_no>")
@permitted("inventory.count")
def tally(gerai: Any, no: int, item_no: int) -> ResponseReturnValue:
    form = TallyForm()
    known_session(gerai, no)
    if not form.validate() or form.quantity.data is None:
        return _tally_page(gerai, no, item_no, form), 422
    look = 2 if request.form.get("look") == "2" else 1
    try:
        done = operations.count_item(
            occasion(gerai, form), count_no=no, item_no=item_no, quantity_milli=form.quantity.data,
            add="add" in request.form, look=look,
        )  # fmt: skip
    except Refusal as refusal:
        if refusal.status != 422:
            raise
        form.refuse(refusal)
        return _tally_page(gerai, no, item_no, form), 422
    flash(_("Tercatat %(quantity)s.", quantity=format_quantity(done.answer["counted"])), "success")
    shown = "again" if look == 2 else None
    return redirect(url_for("inventory.count", code=gerai.code, no=no, shown=shown), 303)


def _tally_page(gerai: Any, no: int, item_no: int, form: TallyForm) -> str:
    session, item = known_session(gerai, no), catalog.item(gerai.gerai_id, item_no)
    if item is None:
        raise CountUnknown()
    found = [each for each in queries.counted_items(gerai.gerai_id, session) if each.no == item_no]
    if not found:
        raise CountUnknown()
    by_others = current_user.id not in queries.first_counters(gerai.gerai_id, no).get(item_no, set())
    return render_template(
        "inventory/tally.html",
        gerai=gerai,
        session=session,
        item=item,
        counted=found[0],
        second=(found[0].again and by_others) or (found[0].look is not None and found[0].look.look == 2),
        form=form,
        back=url_for("inventory.count", code=gerai.code, no=no),
    )


@blueprint.get(f"{COUNTS}/{NO}/sheet")
@permitted("inventory.count")
def count_sheet(gerai: Any, no: int) -> ResponseReturnValue:
    session = known_session(gerai, no)
    items = queries.counted_items(gerai.gerai_id, session)
    back = url_for("inventory.count", code=gerai.code, no=no)
    return render_template("inventory/count_sheet.html", gerai=gerai, session=session, items=items, back=back)


@blueprint.get(f"{COUNTS}/{NO}/result")
@permitted("inventory.approve_count")
def count_review(gerai: Any, no: int) -> ResponseReturnValue:
    return _review(gerai, known_session(gerai, no), EndCountForm())


@blueprint.get(f"{COUNTS}/{NO}/outcome")
@permitted("inventory.read")
def count_result(gerai: Any, no: int) -> ResponseReturnValue:
    session = known_session(gerai, no)
    if session.ended_at is None:
        return redirect(url_for("inventory.count", code=gerai.code, no=no), 303)
    return _review(gerai, session, None)


@blueprint.post(f"{COUNTS}/{NO}/approval")
@permitted("inventory.approve_count")
def approve_count(gerai: Any, no: int) -> ResponseReturnValue:
    limit = Limit(standing().limit("inventory.approve_count"))
    return _end(
        gerai, no, operations.approve_count, _("Opname disetujui, stok sudah disesuaikan."), limit=limit
    )


@blueprint.post(f"{COUNTS}/{NO}/cancellation")
@permitted("inventory.approve_count")
def cancel_count(gerai: Any, no: int) -> ResponseReturnValue:
    return _end(gerai, no, operations.cancel_count, _("Opname dibatalkan, stok tidak berubah."))


def _end(gerai: Any, no: int, doing: Any, told: str, **facts: Any) -> ResponseReturnValue:
    session, form = known_session(gerai, no), EndCountForm()
    if not form.validate():
        return _review(gerai, session, form), 422
    try:
        doing(occasion(gerai, form), count_no=no, note=form.note.data or "", **facts)
    except Refusal as refusal:
        if refusal.status != 422:
            raise
        form.refuse(refusal)
        return _review(gerai, known_session(gerai, no), form), 422
    flash(told, "success")
    return redirect(url_for("inventory.count_result", code=gerai.code, no=no), 303)


def _review(gerai: Any, session: StockCount, form: EndCountForm | None) -> str:
    items = queries.counted_items(gerai.gerai_id, session)
    differing = [item for item in items if item.look and item.look.difference_milli]
    return render_template(
        "inventory/count_result.html",
        gerai=gerai,
        session=session,
        form=form,
        end=queries.count_end(gerai.gerai_id, session.no),
        differing=sorted(differing, key=lambda item: (-abs(item.worth), item.no)),
        uncounted=[item for item in items if item.look is None],
        counted=sum(item.look is not None for item in items),
        again=sum(item.again for item in items),
        surplus=sum(item.worth for item in differing if item.worth > 0),
        loss=-sum(item.worth for item in differing if item.worth < 0),
        counters=queries.counters(gerai.gerai_id, session.no),
        back=url_for("inventory.counts", code=gerai.code),
    )


def known_session(gerai: Any, no: int) -> StockCount:
    """Raises CountUnknown."""
    session = queries.count_session(gerai.gerai_id, no)
    if session is None:
        raise CountUnknown()
    return session
