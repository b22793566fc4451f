"""What the gerai still owes its suppliers, nota by nota."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from app.books.book import OpenBook
from app.foundation.database import db
from app.foundation.sheets import Row
from app.inventory.postings import UNIT
from app.ledger.draft import Line, credit
from app.opening.parts.base import Data, Part, RowReader, each
from app.opening.postings import SOURCE
from app.purchasing.models import Supplier
from app.purchasing.operations import owe
from app.purchasing.postings import PAYABLE, of_supplier

USUAL_TERM = timedelta(days=30)


class PayablesPart(Part):
    key = "payables"
    title = _l("Utang usaha")
    hint = _l("Nota yang belum lunas. Pemasok didaftarkan dulu di Pembelian.")
    columns = {
        "supplier": ("Pemasok",),
        "nota": ("Nota", "Nomor nota"),
        "billed_on": ("Tanggal nota", "Tanggal"),
        "due_on": ("Jatuh tempo",),
        "amount": ("Sisa utang", "Jumlah"),
    }
    needed = ("supplier", "nota", "amount")

    def known(self, gerai_id: int) -> Iterable[list[Any]]:
        query = select(Supplier.name).where(Supplier.gerai_id == gerai_id).order_by(Supplier.name)
        return [[name, "", None, None, None] for name in db.session.scalars(query)]

    def look_up(self, gerai_id: int, rows: list[Row]) -> dict[str, int]:
        query = select(Supplier.name, Supplier.no).where(Supplier.gerai_id == gerai_id)
        return {name.lower(): no for name, no in db.session.execute(query)}

    def read_row(self, reader: RowReader, facts: dict[str, int], today: date) -> Data | None:
        amount = reader.rupiah("amount")
        supplier = facts.get(reader.text("supplier").lower())
        if not amount:
            return None
        if supplier is None:
            reader.wrong("supplier", _("Pemasok ini belum terdaftar."))
        if not reader.text("nota"):
            reader.wrong("nota", _("Isi nomor notanya."))
        billed_on = reader.day("billed_on", today)
        if billed_on > today:
            reader.wrong("billed_on", _("Tanggal ini belum tiba."))
        due_on = reader.day("due_on", billed_on + USUAL_TERM)
        if due_on < billed_on:
            reader.wrong("due_on", _("Jatuh tempo ada sebelum tanggal notanya."))
        days = {"billed_on": billed_on.isoformat(), "due_on": due_on.isoformat()}
        return {"supplier": supplier, "nota": reader.text("nota")[:40], "amount": amount, **days}

    def identity(self, data: Data) -> Any:
        return data["supplier"], data["nota"].lower()

    def amount(self, data: Data) -> int:
        return -int(data["amount"])

    def take(self, book: OpenBook, on: date, rows: list[Data]) -> list[Line]:
        for row in rows:
            owe(
                book,
                supplier_no=row["supplier"],
                nota=row["nota"],
                billed_on=date.fromisoformat(row["billed_on"]),
                due_on=date.fromisoformat(row["due_on"]),
                amount=row["amount"],
                source=SOURCE,
                source_no=row["row"],
            )
        return [
            credit(PAYABLE, UNIT, amount, of_supplier(no)) for no, amount in each(rows, "supplier", "amount")
        ]
