"""What stands in each member's name: pokok, wajib, sukarela."""

from datetime import date
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from app.books.book import OpenBook
from app.foundation.sheets import Row
from app.ledger.draft import Line, credit
from app.members.status import subledger_of
from app.opening.parts.base import Data, Fault, Reading, RowReader
from app.opening.parts.people import PeoplePart, PersonRow
from app.savings.kinds import ACCOUNTS, UNITS, SavingsKind
from app.savings.operations import bring_in
from app.savings.queries.standing import terms


class SavingsPart(PeoplePart):
    key = "savings"
    title = _l("Simpanan anggota")
    hint = _l("Simpanan pokok, wajib, dan sukarela tiap anggota. Anggota didaftarkan dulu.")
    columns = {
        "member": ("Nomor anggota", "Anggota"),
        "name": ("Nama",),
        "pokok": ("Simpanan pokok", "Pokok"),
        "wajib": ("Simpanan wajib", "Wajib"),
        "sukarela": ("Simpanan sukarela", "Sukarela"),
    }
    needed = ("member", "pokok", "wajib", "sukarela")
    blank = (None, None, None)

    def read(self, gerai_id: int, rows: list[Row], today: date) -> Reading:
        reading = super().read(gerai_id, rows, today)
        if reading.rows and not terms(gerai_id):
            sentence = _("Tetapkan dulu besar simpanan pokok dan wajib di halaman Simpanan.")
            reading.faults.append(Fault(reading.rows[0]["row"], self.heading()[2], sentence))
        return reading

    def read_person(self, reader: RowReader, person: PersonRow, today: date) -> Data | None:
        amounts = {kind.value: reader.rupiah(kind.value) for kind in SavingsKind}
        return amounts if any(amounts.values()) else None

    def identity(self, data: Data) -> Any:
        return data["member"]

    def amount(self, data: Data) -> int:
        return -sum(int(data[kind.value]) for kind in SavingsKind)

    def take(self, book: OpenBook, on: date, rows: list[Data]) -> list[Line]:
        return [
            credit(ACCOUNTS[kind], UNITS[kind], row[kind.value], subledger_of(row["member"]))
            for row in rows
            for kind in SavingsKind
        ]

    def note(self, book: OpenBook, on: date, entry_no: int, rows: list[Data]) -> None:
        """Pokok first: it makes a candidate a member, for whom the rest may stand."""
        for row in rows:
            for kind in SavingsKind:
                if row[kind.value]:
                    bring_in(
                        book,
                        member_no=row["member"],
                        kind=kind,
                        amount=row[kind.value],
                        entry_no=entry_no,
                        on=on,
                    )
