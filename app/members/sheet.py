"""A spreadsheet of people, read row by row: what each row says, and what is wrong with it by column."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from app.foundation.dates import MONTHS
from app.foundation.phone import NotPhone, parse_phone
from app.foundation.sheets import NumberText, Row
from app.members.forms import rt_number
from app.members.nik import FEMALE, MALE, NotNik, nik_facts, read_nik
from app.members.particulars import Particulars

MOST_ROWS = 1000
COLUMNS: dict[str, Any] = {
    "name": _l("Nama"),
    "nik": _l("NIK"),
    "gender": _l("Jenis kelamin"),
    "born_on": _l("Tanggal lahir"),
    "phone": _l("Telepon"),
    "dusun": _l("Dusun"),
    "rt": _l("RT"),
    "rw": _l("RW"),
    "address": _l("Alamat"),
    "occupation": _l("Pekerjaan"),
    "registered_on": _l("Tanggal masuk"),
}
SPELLINGS: dict[str, tuple[str, ...]] = {
    "name": ("Nama", "Nama lengkap", "Nama anggota"),
    "nik": ("NIK", "Nomor KTP", "No KTP", "No. KTP"),
    "gender": ("Jenis kelamin", "Jenis kelamin (L/P)", "L/P", "JK"),
    "born_on": ("Tanggal lahir", "Tgl lahir"),
    "phone": ("Telepon", "Nomor HP", "No HP", "No. HP", "HP"),
    "dusun": ("Dusun",),
    "rt": ("RT",),
    "rw": ("RW",),
    "address": ("Alamat",),
    "occupation": ("Pekerjaan", "Mata pencaharian"),
    "registered_on": ("Tanggal masuk", "Tgl masuk"),
}
"""What a column may be called in the file, the usual word first."""
FAULTS_HEADING = _l("Yang perlu diperbaiki")
REQUIRED = ("name", "nik")
LIMITS = {"name": 80, "dusun": 40, "rt": 3, "rw": 3, "address": 160, "occupation": 40}
GENDERS = {
    **dict.fromkeys(("p", "perempuan", "wanita"), FEMALE),
    **dict.fromkeys(("l", "lakilaki", "laki", "pria"), MALE),
}
_DAY = re.compile(r"(\d{1,2})[/.\- ]([A-Za-z]+|\d{1,2})[/.\- ](\d{4})")


@dataclass(frozen=True)
class Fault:
    column: Any
    sentence: str


@dataclass(frozen=True)
class Joining:
    """Somebody to be registered, on a day."""

    person: Particulars
    on: date


@dataclass
class Reading:
    """A row, whom it names if it is sound, and what is wrong with it if it is not; ``known_as`` if registered."""

    row: Row
    joining: Joining | None = None
    faults: list[Fault] = field(default_factory=list)
    known_as: int | None = None


def read_rows(
    rows: Sequence[Row], known: Mapping[str, int], today: date, gone: Mapping[str, int]
) -> list[Reading]:
    """What each row says. ``known`` and ``gone``: NIK to number of those in the register, and of those who left."""
    first_of: dict[str, int] = {}
    readings = []
    for row in rows:
        reading = _read(row, today)
        nik = reading.joining.person.nik if reading.joining else ""
        if nik in known:
            reading.known_as = known[nik]
        elif nik in gone:
            sentence = _("milik bekas anggota nomor %(no)s. Daftarkan satu per satu.", no=gone[nik])
            reading.faults.append(Fault(COLUMNS["nik"], sentence))
        elif nik and nik in first_of:
            reading.faults.append(Fault(COLUMNS["nik"], _("sama dengan baris %(row)s.", row=first_of[nik])))
        elif nik:
            first_of[nik] = row.no
        readings.append(reading)
    return readings


def _read(row: Row, today: date) -> Reading:
    reader = _Reader(row.cells)
    nik = reader.nik()
    person = Particulars(
        name=reader.text("name", required=True),
        nik=nik,
        gender=reader.gender(nik),
        born_on=reader.day("born_on", today),
        phone=reader.phone(),
        dusun=reader.text("dusun"),
        rt=reader.rt("rt"),
        rw=reader.rt("rw"),
        address=reader.text("address"),
        occupation=reader.text("occupation"),
    )
    on = reader.day("registered_on", today) or today
    return Reading(row, Joining(person, on) if nik else None, reader.faults)


class _Reader:
    """Reads the cells of one row and writes down what it cannot read."""

    def __init__(self, cells: Mapping[str, str]) -> None:
        self.cells = cells
        self.faults: list[Fault] = []

    def _fault(self, column: str, sentence: str) -> None:
        self.faults.append(Fault(COLUMNS[column], sentence))

    def _cell(self, column: str) -> str:
        return self.cells.get(column, "").strip()

    def text(self, column: str, required: bool = False) -> str:
        value = str(self._cell(column))
        if required and not value:
            self._fault(column, _("belum diisi."))
        if len(value) > LIMITS[column]:
            self._fault(column, _("lebih panjang dari %(max)s huruf.", max=LIMITS[column]))
        return value

    def nik(self) -> str:
        typed = self.cells.get("nik", "")
        if not typed.strip():
            self._fault("nik", _("belum diisi."))
        elif isinstance(typed, NumberText):
            self._fault(
                "nik",
                _("tersimpan sebagai angka, sehingga angka terakhirnya hilang. Ubah selnya menjadi teks."),
            )
        else:
            try:
                return read_nik(typed)
            except NotNik:
                self._fault("nik", _("bukan 16 angka seperti di KTP."))
        return ""

    def gender(self, nik: str) -> str:
        """As written; where nothing is written, as the NIK tells it."""
        typed = re.sub(r"[^a-z]", "", self._cell("gender").lower())
        if typed in GENDERS:
            return GENDERS[typed]
        if typed:
            self._fault("gender", _("tulis L atau P."))
        return nik_facts(nik).gender if nik else FEMALE

    def day(self, column: str, today: date) -> date | None:
        typed = self._cell(column)
        if not typed:
            return None
        day = read_day(typed)
        if day is None:
            self._fault(column, _("tidak terbaca. Tulis seperti 23/11/2026."))
        elif not day.year >= 1900 or day > today:
            self._fault(column, _("di luar masa yang mungkin."))
        return day

    def phone(self) -> str | None:
        typed = self._cell("phone")
        if not typed:
            return None
        try:
            return parse_phone(typed)
        except NotPhone:
            self._fault("phone", _("tidak terbaca. Tulis seperti 0812-3456-7890."))
            return None

    def rt(self, column: str) -> str:
        number = rt_number(self._cell(column))
        if number and not re.fullmatch(r"[0-9]{3}", number):
            self._fault(column, _("tulis dengan angka, misalnya 003."))
        return number


def read_day(typed: str) -> date | None:
    """``2026-11-23``, ``23/11/2026``, ``23-11-2026``, ``23 November 2026``."""
    try:
        return date.fromisoformat(typed)
    except ValueError:
        pass
    found = _DAY.fullmatch(typed)
    if not found:
        return None
    day, month, year = found.groups()
    names = [name.lower() for name in MONTHS]
    number = int(month) if month.isdigit() else next(
        (i for i, name in enumerate(names, 1) if name.startswith(month.lower()) and len(month) > 2), 0
    )  # fmt: skip
    try:
        return date(int(year), number, int(day))
    except ValueError:
        return None


def packed(rows: Sequence[Row]) -> str:
    """The rows as text, for the browser to carry sealed; a number stays one."""
    return json.dumps(
        [
            [
                row.no,
                {name: [cell] if isinstance(cell, NumberText) else cell for name, cell in row.cells.items()},
            ]
            for row in rows
        ],
        ensure_ascii=False,
    )


def unpacked(text: str) -> list[Row]:
    return [
        Row(
            no,
            {name: NumberText(cell[0]) if isinstance(cell, list) else cell for name, cell in cells.items()},
        )
        for no, cells in json.loads(text)
    ]
