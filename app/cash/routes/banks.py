"""Bank accounts, the bank's files, and what each line was."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.books.occasion import occasion
from app.cash import operations, queries
from app.cash.forms.banks import BankForm, MatchForm, RateForm, StatementForm
from app.cash.forms.money import number_or_none
from app.cash.models import BankAccount, BankLine
from app.cash.queries.banks import LOOKS_BACK
from app.cash.refusals import LineMatched, LineUnknown
from app.cash.routes.pages import NO, blueprint
from app.cash.settlement import Takings
from app.cash.statement import NotAStatement, Statement, read_statement
from app.foundation.clock import now
from app.foundation.dates import local_date
from app.foundation.guard import permitted
from app.foundation.money import format_rupiah
from app.foundation.reading import read_number
from app.foundation.refusals import NotFound, Refusal
from app.foundation.written import tanggal
from app.gerai.facts import GeraiFacts

PAGE, SHOWN = 30, 200
BANKS = "/g/<code>/cash/banks"


@blueprint.route(f"{BANKS}/new", methods=["GET", "POST"])
@permitted("cash.bank")
def bank_new(gerai: GeraiFacts) -> ResponseReturnValue:
    form = BankForm()
    if request.method == "GET":
        form.holder.data, form.mdr.data = gerai.cooperative, 30
        return _bank_form(gerai, form)
    if not form.validate():
        return _bank_form(gerai, form), 422
    try:
        done = operations.add_bank(
            occasion(gerai, form),
            bank=form.bank.data or "",
            number=form.number.data or "",
            holder=form.holder.data or "",
            mdr_basis_points=form.mdr.data or 0,
        )
    except Refusal as refusal:
        form.refuse(refusal)
        form.renew_reference()
        return _bank_form(gerai, form), refusal.status
    return redirect(url_for("cash.bank", code=gerai.code, no=done.answer["bank"]), 303)


def _bank_form(gerai: GeraiFacts, form: BankForm) -> str:
    return render_template(
        "cash/bank_new.html", gerai=gerai, form=form, back=url_for("cash.money", code=gerai.code)
    )


def _known(gerai: GeraiFacts, no: int) -> BankAccount:
    bank = queries.bank(gerai.gerai_id, no)
    if bank is None:
        raise NotFound()
    return bank


@blueprint.get(f"{BANKS}/{NO}")
@permitted("cash.money")
def bank(gerai: GeraiFacts, no: int) -> ResponseReturnValue:
    return _bank_page(gerai, _known(gerai, no), RateForm())


def _bank_page(gerai: GeraiFacts, account: BankAccount, form: RateForm) -> str:
    """Lines that wait, or with ``?matched=1`` those that are done."""
    before, matched = read_number("before"), request.args.get("matched") == "1"
    rows = queries.bank_lines(gerai.gerai_id, account.no, matched=matched, before=before, limit=PAGE + 1)
    form.mdr.data = form.mdr.data if form.is_submitted() else account.mdr_basis_points
    here: dict[str, Any] = {"code": gerai.code, "no": account.no, **({"matched": 1} if matched else {})}
    older = rows[PAGE - 1].BankLine.no if len(rows) > PAGE else None
    return render_template(
        "cash/bank.html",
        gerai=gerai,
        bank=account,
        balance=queries.bank_balances(gerai.gerai_id).get(account.subledger, 0),
        waiting=queries.unmatched_count(gerai.gerai_id, account.no),
        rows=rows[:PAGE],
        matched=matched,
        form=form,
        kinds=kind_names(),
        older=url_for("cash.bank", **here, before=older) if older else None,
        newer=url_for("cash.bank", **here) if before else None,
        back=url_for("cash.money", code=gerai.code),
    )


@blueprint.post(f"{BANKS}/{NO}")
@permitted("cash.bank")
def set_mdr(gerai: GeraiFacts, no: int) -> ResponseReturnValue:
    account, form = _known(gerai, no), RateForm()
    if not form.validate():
        return _bank_page(gerai, account, form), 422
    operations.set_mdr(occasion(gerai, form), bank_no=no, mdr_basis_points=form.mdr.data or 0)
    flash(_("Potongan QRIS disimpan."), "success")
    return redirect(url_for("cash.bank", code=gerai.code, no=no), 303)


@blueprint.route(f"{BANKS}/{NO}/import", methods=["GET", "POST"])
@permitted("cash.bank")
def import_statement(gerai: GeraiFacts, no: int) -> ResponseReturnValue:
    account, form = _known(gerai, no), StatementForm()
    if request.method == "GET":
        return _import_page(gerai, account, form)
    if not form.validate():
        return _import_page(gerai, account, form), 422
    text = form.text
    try:
        statement = read_statement(text, local_date(now()))
    except NotAStatement:
        form.file.errors = [_unreadable(text)]
        return _import_page(gerai, account, form), 422
    if form.confirmed.data and statement.lines:
        return _import(gerai, account, form, statement)
    form.content.data = text
    known = queries.known_fingerprints(gerai.gerai_id, no, statement.fingerprints)
    return _import_page(gerai, account, form, statement, known)


def _unreadable(text: str) -> str:
    if not text.strip():
        return str(_("Pilih berkas CSV, paling besar 300 kB."))
    return str(
        _("Judul kolomnya tidak dikenali. Perlu ada tanggal, keterangan, debit dan kredit (atau jumlah).")
    )


def _import(
    gerai: GeraiFacts, account: BankAccount, form: StatementForm, statement: Statement
) -> ResponseReturnValue:
    done = operations.import_statement(occasion(gerai, form), bank_no=account.no, statement=statement)
    fresh = done.answer["fresh"]
    words = _("%(count)s baris mutasi baru disimpan.", count=fresh)
    flash(
        words if fresh else _("Semua baris di berkas ini sudah ada. Tidak ada yang ditambahkan."), "success"
    )
    return redirect(url_for("cash.bank", code=gerai.code, no=account.no), 303)


def _import_page(
    gerai: GeraiFacts,
    account: BankAccount,
    form: StatementForm,
    statement: Statement | None = None,
    known: set[str] | None = None,
) -> str:
    rows = zip(statement.lines, statement.fingerprints, strict=True) if statement else ()
    return render_template(
        "cash/import.html",
        gerai=gerai,
        bank=account,
        form=form,
        statement=statement,
        rows=[(line, mark in (known or ())) for line, mark in rows],
        fresh=len([mark for mark in statement.fingerprints if mark not in (known or ())]) if statement else 0,
        shown=SHOWN,
        whys=why_names(),
        back=url_for("cash.bank", code=gerai.code, no=account.no),
    )


@blueprint.route(f"/g/<code>/cash/lines/{NO}", methods=["GET", "POST"])
@permitted("cash.bank")
def match_line(gerai: GeraiFacts, no: int) -> ResponseReturnValue:
    row = queries.bank_line(gerai.gerai_id, no)
    if row is None:
        raise LineUnknown()
    form, account = MatchForm(), _known(gerai, row.BankLine.bank_no)
    if row.BankMatch is not None:
        return redirect(url_for("cash.bank", code=gerai.code, no=account.no, matched=1), 303)
    if request.method == "GET":
        return _match_page(gerai, account, row.BankLine, form)
    if not form.validate():
        return _match_page(gerai, account, row.BankLine, form), 422
    try:
        operations.match_line(
            occasion(gerai, form),
            line_no=no,
            kind=form.kind.data or "",
            days=tuple(day for day in form.days.data or () if _is_day(day)),
            transfer_no=number_or_none(form.transfer.data),
            entry_no=number_or_none(form.entry.data),
        )
    except LineMatched:
        return redirect(url_for("cash.bank", code=gerai.code, no=account.no, matched=1), 303)
    except Refusal as refusal:
        form.refuse(refusal)
        form.renew_reference()
        return _match_page(
            gerai, account, row.BankLine, form
        ), refusal.status if refusal.status != 404 else 422
    flash(_("Baris mutasi sudah dicocokkan."), "success")
    return redirect(url_for("cash.bank", code=gerai.code, no=account.no), 303)


def _is_day(text: str) -> bool:
    try:
        return 2000 <= date.fromisoformat(text).year < 2100
    except ValueError:
        return False


def _match_page(gerai: GeraiFacts, account: BankAccount, line: BankLine, form: MatchForm) -> str:
    found = queries.suggestion(gerai.gerai_id, account, line)
    since = line.line_on - LOOKS_BACK
    takings = {
        kind: [each for each in queries.open_takings(gerai.gerai_id, kind, since=since) if each.on <= line.line_on]
        for kind in (("qris", "transfer") if line.amount > 0 else ())
    }  # fmt: skip
    deposits = queries.deposits_on_their_way(gerai.gerai_id, account.no) if line.amount > 0 else ()
    inward = ("qris", "transfer", "deposit", "interest", "recorded")
    names = kind_names()
    form.kind.choices = [(kind, names[kind]) for kind in (inward if line.amount > 0 else ("fee", "recorded"))]
    form.transfer.choices = [
        (str(each.no), _("No. %(no)s, %(amount)s", no=each.no, amount=format_rupiah(each.amount)))
        for each in deposits
    ]
    days = sorted({each.on for rows in takings.values() for each in rows}, reverse=True)
    form.days.choices = [(day.isoformat(), _day_words(day, takings)) for day in days]
    if not form.is_submitted() and found is not None:
        form.kind.data, form.days.data = found.kind, [day.isoformat() for day in found.days]
        form.transfer.data = str(found.transfer_no or "")
        form.entry.data = str(found.entry_no or "")
    return render_template(
        "cash/match.html",
        gerai=gerai,
        bank=account,
        line=line,
        form=form,
        found=found,
        names=names,
        entries=queries.entries_without_line(gerai.gerai_id, account.no, line.amount),
        back=url_for("cash.bank", code=gerai.code, no=account.no),
    )


def _day_words(day: date, takings: Mapping[str, Sequence[Takings]]) -> str:
    names = {"qris": _("QRIS"), "transfer": _("transfer")}
    parts = [
        f"{names[kind]} {format_rupiah(each.amount)}"
        for kind, rows in takings.items()
        for each in rows
        if each.on == day
    ]
    return f"{tanggal(day)}: {', '.join(parts)}"


def kind_names() -> dict[str, str]:
    return {
        "qris": _("Pencairan QRIS"),
        "transfer": _("Transfer pembeli"),
        "deposit": _("Setoran tunai dari gerai"),
        "interest": _("Bunga bank"),
        "fee": _("Biaya administrasi bank"),
        "recorded": _("Sudah ada di jurnal"),
    }


def why_names() -> dict[str, str]:
    return {
        "no_day": _("tanggalnya tidak terbaca"),
        "no_amount": _("jumlahnya tidak terbaca"),
        "sen": _("ada sen"),
        "future": _("tanggalnya belum tiba"),
        "too_many": _("berkasnya terlalu panjang"),
    }
