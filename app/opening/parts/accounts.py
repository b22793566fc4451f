"""Every other balance: fixed assets, loans from a bank, grants, reserves, what was not distributed yet."""

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from app.books.book import OpenBook
from app.foundation.database import db
from app.foundation.sheets import Row
from app.gerai.models import GeraiUnit
from app.ledger.draft import Line
from app.ledger.hooks import openings
from app.ledger.models import Account
from app.opening.parts.base import Data, Part, RowReader, each
from app.opening.parts.cash import BANK, PETTY, SAFE
from app.opening.postings import OFFICE, OPENING_EQUITY

BALANCE_SHEET = ("ASSET", "LIABILITY", "EQUITY")
ELSEWHERE = frozenset({SAFE, PETTY, BANK, OPENING_EQUITY, "1-1500", "1-1520", "1-1530"})
"""Accounts that another part of the saldo awal brings in, or that the opening itself balances on."""


class Facts(NamedTuple):
    accounts: dict[str, Account]
    units: frozenset[str]


class AccountsPart(Part):
    key = "accounts"
    title = _l("Akun lain")
    hint = _l("Aset tetap, pinjaman bank, hibah, cadangan, SHU yang belum dibagi, dan akun neraca lainnya.")
    columns = {
        "account": ("Kode akun", "Akun"),
        "name": ("Nama akun",),
        "unit": ("Unit",),
        "debit": ("Debit",),
        "credit": ("Kredit",),
    }
    needed = ("account", "debit", "credit")

    def known(self, gerai_id: int) -> Iterable[list[Any]]:
        return [
            [account.code, account.name, OFFICE, None, None]
            for account in self.look_up(gerai_id, []).accounts.values()
            if self._is_here(account)
        ]

    def look_up(self, gerai_id: int, rows: list[Row]) -> Facts:
        accounts = select(Account).where(Account.gerai_id == gerai_id).order_by(Account.code)
        units = select(GeraiUnit.unit).where(GeraiUnit.gerai_id == gerai_id)
        found = {account.code: account for account in db.session.scalars(accounts)}
        return Facts(found, frozenset(db.session.scalars(units)))

    def _is_here(self, account: Account) -> bool:
        reserved = account.control or account.code in ELSEWHERE or account.code in openings().reserved
        return account.kind in BALANCE_SHEET and not reserved

    def read_row(self, reader: RowReader, facts: Facts, today: date) -> Data | None:
        debit, credit = reader.rupiah("debit"), reader.rupiah("credit")
        if not (debit or credit):
            return None
        account = facts.accounts.get(reader.text("account"))
        if account is None:
            reader.wrong("account", _("Kode akun ini tidak ada."))
        elif not self._is_here(account):
            reader.wrong("account", _("Akun ini tidak diisi di sini: saldonya datang dari bagian lain."))
        if debit and credit:
            reader.wrong("credit", _("Isi debit atau kredit saja."))
        unit = reader.text("unit").upper() or OFFICE
        if unit not in facts.units:
            reader.wrong("unit", _("Gerai ini tidak punya unit itu."))
        return {"account": reader.text("account"), "unit": unit, "amount": debit - credit}

    def identity(self, data: Data) -> Any:
        return data["account"], data["unit"]

    def amount(self, data: Data) -> int:
        return int(data["amount"])

    def take(self, book: OpenBook, on: date, rows: list[Data]) -> list[Line]:
        return [
            Line(account, unit, amount) for account, unit, amount in each(rows, "account", "unit", "amount")
        ]
