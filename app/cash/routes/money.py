"""Cash & bank at a glance, and money from hand to hand."""

from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app.books.occasion import occasion
from app.cash import operations, postings, queries
from app.cash.forms.money import GivingForm, ReceivingForm, number_or_none
from app.cash.refusals import TransferUnknown
from app.cash.routes.pages import NO, blueprint, unit_choices
from app.foundation.guard import permitted, standing
from app.foundation.reading import read_number
from app.foundation.refusals import Refusal
from app.gerai.facts import GeraiFacts

PAGE = 30


@blueprint.get("/g/<code>/cash")
@permitted("cash.money")
def money(gerai: GeraiFacts) -> ResponseReturnValue:
    gerai_id = gerai.gerai_id
    banks = queries.banks(gerai_id)
    held = queries.bank_balances(gerai_id)
    return render_template(
        "cash/money.html",
        gerai=gerai,
        safe=queries.balance_of(gerai_id, postings.SAFE),
        shifts=queries.open_shifts(gerai_id),
        waiting=queries.transfers(gerai_id, waiting=True),
        differences=len(queries.open_differences(gerai_id)),
        debts=queries.debts(gerai_id),
        banks=[
            (bank, held.get(bank.subledger, 0), queries.unmatched_count(gerai_id, bank.no)) for bank in banks
        ],
        takings=queries.waiting_takings(gerai_id),
        place_names=place_names(),
    )


@blueprint.get("/g/<code>/cash/transfers")
@permitted("cash.money")
def transfers(gerai: GeraiFacts) -> ResponseReturnValue:
    before = read_number("before")
    rows = queries.transfers(gerai.gerai_id, before=before, limit=PAGE + 1)
    older = rows[PAGE - 1].CashTransfer.no if len(rows) > PAGE else None
    here = "cash.transfers"
    return render_template(
        "cash/transfers.html",
        gerai=gerai,
        rows=rows[:PAGE],
        older=url_for(here, code=gerai.code, before=older) if older else None,
        newer=url_for(here, code=gerai.code) if before else None,
        place_names=place_names(),
        back=url_for("cash.money", code=gerai.code),
    )


@blueprint.route("/g/<code>/cash/transfers/new", methods=["GET", "POST"])
@permitted("cash.give")
def give(gerai: GeraiFacts) -> ResponseReturnValue:
    form = GivingForm()
    own = queries.open_shift_of(gerai.gerai_id, current_user.id)
    _offer(gerai, form, own)
    if request.method == "GET":
        form.route.data = request.args.get("route") or (form.route.choices or [("", "")])[0][0]
        return _giving_page(gerai, form)
    if not form.validate():
        return _giving_page(gerai, form), 422
    origin, _sep, destination = (form.route.data or "").partition(":")
    if origin != "drawer" and not standing().may("cash.receive"):
        origin = ""  # a cashier hands over what lies in the own drawer, nothing else
    try:
        done = operations.give_cash(
            occasion(gerai, form),
            origin=origin,
            destination=destination,
            amount=form.amount.data or 0,
            note=form.note.data or "",
            shift_no=own.no if own and origin == "drawer" else None,
            bank_no=number_or_none(form.bank.data) if "bank" in (origin, destination) else None,
            unit=form.unit.data or postings.OFFICE,
        )
    except Refusal as refusal:
        form.refuse(refusal)
        form.renew_reference()
        return _giving_page(gerai, form), refusal.status
    flash(_("Serah terima dicatat. Mintalah penerimanya menghitung."), "success")
    return redirect(url_for("cash.transfer", code=gerai.code, no=done.answer["cash_transfer"]), 303)


def _offer(gerai: GeraiFacts, form: GivingForm, own: Any) -> None:
    routes = []
    banks = queries.banks(gerai.gerai_id)
    if own is not None:
        routes.append(("drawer:safe", _("Dari laci saya ke brankas")))
        routes += [("drawer:bank", _("Dari laci saya ke bank"))] if banks else []
    if standing().may("cash.receive") and banks:
        routes += [("safe:bank", _("Dari brankas ke bank")), ("bank:safe", _("Dari bank ke brankas"))]
    form.route.choices = routes
    form.bank.choices = [(str(bank.no), bank.name) for bank in banks]
    form.unit.choices = unit_choices(gerai)


def _giving_page(gerai: GeraiFacts, form: GivingForm) -> str:
    may_read = standing().may("cash.money")
    back = url_for("cash.money" if may_read else "cash.my_shifts", code=gerai.code)
    return render_template("cash/give.html", gerai=gerai, form=form, back=back)


@blueprint.get(f"/g/<code>/cash/transfers/{NO}")
@permitted("cash.report")
def transfer(gerai: GeraiFacts, no: int) -> ResponseReturnValue:
    return _transfer_page(gerai, no, ReceivingForm())


@blueprint.post(f"/g/<code>/cash/transfers/{NO}")
@permitted("cash.receive")
def receive(gerai: GeraiFacts, no: int) -> ResponseReturnValue:
    form = ReceivingForm()
    if not form.validate():
        return _transfer_page(gerai, no, form), 422
    try:
        done = operations.receive_cash(
            occasion(gerai, form), transfer_no=no, amount=form.amount.data or 0, reason=form.reason.data or ""
        )
    except TransferUnknown:
        raise
    except Refusal as refusal:
        form.refuse(refusal)
        form.renew_reference()
        return _transfer_page(gerai, no, form), refusal.status
    pas = not done.answer["difference"]
    flash(_("Uang diterima, jumlahnya pas.") if pas else _("Uang diterima. Selisihnya dicatat."), "success")
    return redirect(url_for("cash.transfer", code=gerai.code, no=no), 303)


def _transfer_page(gerai: GeraiFacts, no: int, form: ReceivingForm) -> str:
    """A cashier sees what the own hands gave, nothing else."""
    row = queries.transfer(gerai.gerai_id, no)
    may_read = standing().may("cash.money")
    if row is None or not (may_read or row.CashTransfer.given_by == current_user.id):
        raise TransferUnknown()
    return render_template(
        "cash/transfer.html",
        gerai=gerai,
        given=row.CashTransfer,
        came=row.CashReceipt,
        giver=row.giver,
        receiver=row.receiver,
        bank=row.BankAccount,
        form=form,
        may_receive=standing().may("cash.receive") and row.CashTransfer.given_by != current_user.id,
        mine=row.CashTransfer.given_by == current_user.id,
        place_names=place_names(),
        back=url_for("cash.transfers" if may_read else "cash.my_shifts", code=gerai.code),
    )


def place_names() -> dict[str, str]:
    return {"drawer": _("laci"), "safe": _("brankas"), "bank": _("bank")}
