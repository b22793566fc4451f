"""What members still owe on bon."""

from datetime import date
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from app.books.book import OpenBook
from app.ledger.draft import Line, debit
from app.members.status import subledger_of
from app.opening.parts.base import Data, RowReader
from app.opening.parts.people import PeoplePart, PersonRow
from app.opening.postings import SOURCE
from app.receivables.operations import charge
from app.receivables.postings import BON, UNIT


class BonPart(PeoplePart):
    key = "bon"
    title = _l("Bon anggota")
    hint = _l("Sisa bon tiap anggota, dengan tanggal bonnya supaya umurnya benar.")
    columns = {
        "member": ("Nomor anggota", "Anggota"),
        "name": ("Nama",),
        "on": ("Tanggal bon", "Tanggal"),
        "amount": ("Sisa bon", "Jumlah"),
    }
    needed = ("member", "amount")
    blank = (None, None)

    def read_person(self, reader: RowReader, person: PersonRow, today: date) -> Data | None:
        amount, on = reader.rupiah("amount"), reader.day("on", today)
        if on > today:
            reader.wrong("on", _("Tanggal ini belum tiba."))
        return {"on": on.isoformat(), "amount": amount} if amount else None

    def identity(self, data: Data) -> Any:
        return data["member"], data["on"]

    def amount(self, data: Data) -> int:
        return int(data["amount"])

    def take(self, book: OpenBook, on: date, rows: list[Data]) -> list[Line]:
        for row in rows:
            charge(
                book,
                member_no=row["member"],
                amount=row["amount"],
                source=SOURCE,
                source_no=row["row"],
                on=date.fromisoformat(row["on"]),
            )
        return [debit(BON, UNIT, row["amount"], subledger_of(row["member"])) for row in rows]
