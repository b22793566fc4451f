"""Money in the safe, the petty cash box and at the bank."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from app.books.book import OpenBook
from app.cash.queries import banks
from app.foundation.sheets import Row
from app.ledger.draft import Line, debit
from app.opening.parts.base import Data, Part, RowReader, each
from app.opening.postings import OFFICE

SAFE, PETTY, BANK = "1-1100", "1-1120", "1-1200"


class CashPart(Part):
    key = "cash"
    title = _l("Kas dan bank")
    hint = _l("Uang di brankas, kas kecil, dan saldo tiap rekening menurut buku banknya.")
    columns = {"place": ("Tempat",), "amount": ("Saldo", "Jumlah")}
    needed = ("place", "amount")

    def known(self, gerai_id: int) -> Iterable[list[Any]]:
        return [[name, None] for name in self.look_up(gerai_id, [])]

    def look_up(self, gerai_id: int, rows: list[Row]) -> dict[str, tuple[str, str]]:
        """What the places are called -> their account and subledger."""
        places = {_("Brankas"): (SAFE, ""), _("Kas kecil"): (PETTY, "")}
        return places | {bank.name: (BANK, bank.subledger) for bank in banks(gerai_id)}

    def read_row(self, reader: RowReader, facts: dict[str, tuple[str, str]], today: date) -> Data | None:
        amount = reader.rupiah("amount")
        place = {name.lower(): where for name, where in facts.items()}.get(reader.text("place").lower())
        if place is None:
            reader.wrong("place", _("Tempat ini tidak dikenal. Pilih: %(places)s.", places=", ".join(facts)))
            return None
        return {"account": place[0], "subledger": place[1], "amount": amount} if amount else None

    def identity(self, data: Data) -> Any:
        return data["account"], data["subledger"]

    def amount(self, data: Data) -> int:
        return int(data["amount"])

    def take(self, book: OpenBook, on: date, rows: list[Data]) -> list[Line]:
        return [
            debit(account, OFFICE, amount, sub)
            for account, amount, sub in each(rows, "account", "amount", "subledger")
        ]
