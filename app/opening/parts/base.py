"""What every part of the saldo awal is: a sheet, how its rows are read, and what they become in the books."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any, ClassVar

from flask_babel import gettext as _

from app.books.book import OpenBook
from app.foundation.money import NotRupiah, parse_rupiah
from app.foundation.quantity import NotQuantity, parse_quantity
from app.foundation.reading import parse_day
from app.foundation.sheets import Columns, Row, Sheet
from app.ledger.draft import Line

Data = dict[str, Any]
"""A good row, in words JSON knows."""


@dataclass(frozen=True)
class Fault:
    """What is wrong in one row of the sheet, as the sheet numbers it."""

    row: int
    column: str
    sentence: str


@dataclass(frozen=True)
class Reading:
    """A sheet as it was read: nothing in it is lost, each row is either good, faulty or empty."""

    rows: list[Data] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    empty: int = 0

    def body(self) -> Data:
        return asdict(self)

    @classmethod
    def of(cls, body: Data) -> "Reading":
        return cls(body["rows"], [Fault(**fault) for fault in body["faults"]], body["empty"])


class RowReader:
    """Reads one row and gathers what is wrong with it, column by column."""

    def __init__(self, row: Row, columns: Columns, faults: list[Fault]) -> None:
        self.row, self.columns, self.faults = row, columns, faults
        self.before = len(faults)

    @property
    def is_good(self) -> bool:
        return len(self.faults) == self.before

    def wrong(self, column: str, sentence: str) -> None:
        self.faults.append(Fault(self.row.no, self.columns[column][0], sentence))

    def text(self, column: str) -> str:
        return self.row.get(column)

    def rupiah(self, column: str) -> int:
        """Rupiah of zero and more; zero where the cell is empty."""
        text = self.row.get(column)
        if not text:
            return 0
        try:
            return parse_rupiah(text)
        except NotRupiah:
            self.wrong(column, _("Tulis rupiah bulat tanpa sen, misalnya 12.500."))
            return 0

    def quantity(self, column: str, decimals: int) -> int:
        """Thousandths of zero and more; zero where the cell is empty."""
        text = self.row.get(column)
        if not text:
            return 0
        try:
            return parse_quantity(text, decimals)
        except NotQuantity:
            self.wrong(column, _("Tulis jumlah seperti 3 atau 1,250."))
            return 0

    def number(self, column: str) -> int:
        text = self.row.get(column)
        if not (text.isascii() and text.isdigit() and 0 < int(text) < 10**9):
            self.wrong(column, _("Tulis nomornya dengan angka."))
            return 0
        return int(text)

    def day(self, column: str, today: date) -> date:
        """A day of this century; ``today`` where the cell is empty."""
        text = self.row.get(column)
        if not text:
            return today
        try:
            day = parse_day(text)
        except ValueError:
            self.wrong(column, _("Tanggal ini tidak terbaca. Tulis seperti 23/11/2026."))
            return today
        if not date(2000, 1, 1) <= day:
            self.wrong(column, _("Tanggal ini terlalu lama."))
        return day


class Part(ABC):
    """One part: cash, stock, payables ... Its rows are read when uploaded; recording refuses what has changed since."""

    key: ClassVar[str]
    title: ClassVar[Any]
    hint: ClassVar[Any]
    columns: ClassVar[Columns]
    needed: ClassVar[tuple[str, ...]]

    def heading(self) -> list[str]:
        return [spellings[0] for spellings in self.columns.values()]

    def example(self, gerai_id: int) -> Sheet:
        """The sheet to fill in, with all that is known already."""
        return Sheet(str(self.title), self.heading(), self.known(gerai_id))

    @abstractmethod
    def known(self, gerai_id: int) -> Iterable[list[Any]]:
        """Rows of the sheet that can be filled in beforehand."""

    def read(self, gerai_id: int, rows: list[Row], today: date) -> Reading:
        """Every row, good or faulty; a row without a figure is passed over."""
        reading, empty = Reading(), 0
        facts = self.look_up(gerai_id, rows)
        for row in rows:
            reader = RowReader(row, self.columns, reading.faults)
            data = self.read_row(reader, facts, today)
            if data is not None and reader.is_good:
                reading.rows.append({"row": row.no, **data})
            elif reader.is_good:
                empty += 1
        self.check_whole(reading)
        return Reading(reading.rows, reading.faults, empty)

    @abstractmethod
    def look_up(self, gerai_id: int, rows: list[Row]) -> Any:
        """What the rows are compared with, asked once."""

    @abstractmethod
    def read_row(self, reader: RowReader, facts: Any, today: date) -> Data | None:
        """A good row's data; None for one that brings nothing in."""

    def check_whole(self, reading: Reading) -> None:
        """What only all rows together show: the same thing named twice."""
        seen: dict[Any, int] = {}
        for data in list(reading.rows):
            key = self.identity(data)
            if key is not None and key in seen:
                sentence = _("Sudah ada di baris %(row)s.", row=seen[key])
                reading.faults.append(Fault(data["row"], self.heading()[0], sentence))
                reading.rows.remove(data)
            seen.setdefault(key, data["row"])

    @abstractmethod
    def identity(self, data: Data) -> Any:
        """What a row speaks of: two rows of one sheet must not speak of the same."""

    @abstractmethod
    def amount(self, data: Data) -> int:
        """What the row adds to what the gerai has; what it owes counts below zero."""

    @abstractmethod
    def take(self, book: OpenBook, on: date, rows: list[Data]) -> list[Line]:
        """Write what must stand before the entry; answers the balances as lines of it."""

    def note(self, book: OpenBook, on: date, entry_no: int, rows: list[Data]) -> None:  # noqa: B027  # most write nothing that does
        """Write what names the entry."""


def each(rows: list[Data], *names: str) -> Iterator[tuple[Any, ...]]:
    return (tuple(row[name] for name in names) for row in rows)
