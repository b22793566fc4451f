"""Spreadsheets in and out: XLSX and CSV, read as texts with their row numbers, written so that nothing runs.

What a person's sheet holds is never trusted: it is limited in size, its formulas count as their last value, and
text that a spreadsheet would run (``=``, ``+``, ``-``, ``@``) is written with an apostrophe before it, which reading
takes off again.
"""

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Protocol

import openpyxl
import xlsxwriter
from flask_babel import lazy_gettext as _l

from app.foundation.refusals import Refusal

MOST_BYTES = 2_000_000
MOST_UNPACKED = 40_000_000
MOST_ROWS = 5_000
LONGEST_CELL = 500
DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv; charset=utf-8"

Cell = str | int | Decimal | date | None
Columns = Mapping[str, Sequence[str]]
"""What a column is called in the program -> what it may be called in the sheet, the usual word first."""


class NumberText(str):
    """The text of a cell that the sheet holds as a number: of a long one the last digits may be lost."""

    __slots__ = ()


class SheetTooLarge(Refusal):
    sentence = _l(
        "Berkas ini terlalu besar. Paling besar 2 MB dan 5.000 baris; bagilah menjadi beberapa berkas."
    )


class SheetUnreadable(Refusal):
    sentence = _l("Berkas ini tidak terbaca. Unggah lembar XLSX atau CSV.")


class SheetEmpty(Refusal):
    sentence = _l("Berkas ini kosong.")


class ColumnMissing(Refusal):
    sentence = _l("Kolom %(column)s tidak ada di baris pertama. Pakai contoh lembarnya.")


class ColumnTwice(Refusal):
    sentence = _l("Kolom %(column)s ada dua kali.")


class Upload(Protocol):
    """What a form's file field gives."""

    filename: str | None

    def read(self, size: int = -1, /) -> bytes: ...


@dataclass(frozen=True)
class Row:
    """A row as the sheet numbers it (the heading is row 1). ``cells`` has every column that the sheet has."""

    no: int
    cells: dict[str, str]

    def get(self, column: str) -> str:
        return self.cells.get(column, "")


@dataclass(frozen=True)
class Sheet:
    """One page to write. ``Decimal`` cells are numbers with decimals, ``int`` cells whole ones."""

    name: str
    heading: Sequence[str]
    rows: Iterable[Sequence[Cell]]


def read_table(upload: Upload, columns: Columns, needed: Iterable[str] = ()) -> list[Row]:
    """Every row below the heading that is not empty, as texts without spaces around them.

    Columns are found by their heading in any order; others are passed over. Decimals are written with a comma,
    days as ``2026-11-23``. Raises SheetTooLarge, SheetUnreadable, SheetEmpty, ColumnMissing, ColumnTwice.
    """
    content = upload.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise SheetTooLarge("file")
    lines = _workbook_lines(content) if content.startswith(b"PK") else _csv_lines(content)
    numbered = ((no, line) for no, line in enumerate(lines, 1) if any(line))
    first = next(numbered, None)
    if first is None:
        raise SheetEmpty("file")
    places = _places(first[1], columns, needed)
    return [Row(no, _cells(line, places)) for no, line in numbered]


def _cells(line: Sequence[str], places: Mapping[str, int]) -> dict[str, str]:
    return {name: line[place] if place < len(line) else "" for name, place in places.items()}


def _places(heading: Sequence[str], columns: Columns, needed: Iterable[str]) -> dict[str, int]:
    words = {word.lower(): name for name, spellings in columns.items() for word in (name, *spellings)}
    places: dict[str, int] = {}
    for place, text in enumerate(heading):
        name = words.get(" ".join(text.split()).rstrip("*").strip().lower())
        if name in places:
            raise ColumnTwice("file", column=text)
        if name is not None:
            places[name] = place
    for name in needed:
        if name not in places:
            raise ColumnMissing("file", column=columns[name][0])
    return places


def _csv_lines(content: bytes) -> Iterator[list[str]]:
    if b"\0" in content:
        raise SheetUnreadable("file")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")  # what an old Excel saves
    heading = text.partition("\n")[0]
    separator = max(";,\t", key=heading.count)
    try:
        yield from _limited(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except csv.Error:
        raise SheetUnreadable("file") from None


def _workbook_lines(content: bytes) -> Iterator[list[str]]:
    _check_archive(content)
    try:
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        if not book.worksheets:
            raise SheetUnreadable("file")
        yield from _limited(book.worksheets[0].iter_rows(values_only=True))
    except (KeyError, ValueError, TypeError, IndexError, AttributeError, SyntaxError, OSError):
        # What openpyxl raises over a broken workbook; a broken XML is a SyntaxError.
        raise SheetUnreadable("file") from None


def _check_archive(content: bytes) -> None:
    """A small file may unpack into a huge one, or hold entities that do. Raises SheetTooLarge, SheetUnreadable."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(part.file_size for part in archive.infolist()) > MOST_UNPACKED:
                raise SheetTooLarge("file")
            if any(b"<!ENTITY" in archive.read(part) for part in archive.infolist()):
                raise SheetUnreadable("file")
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError):
        raise SheetUnreadable("file") from None


def _limited(lines: Iterable[Sequence[Any]]) -> Iterator[list[str]]:
    for no, line in enumerate(lines):
        if no > MOST_ROWS:
            raise SheetTooLarge("file")
        yield [_text(cell) for cell in line]


def _text(cell: Any) -> str:
    """A cell as a person reads it."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "ya" if cell else "tidak"
    if isinstance(cell, int):
        return NumberText(cell)
    if isinstance(cell, float):
        return NumberText(_decimal_text(Decimal(repr(cell))))
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    text = " ".join("".join(sign if sign.isprintable() else " " for sign in str(cell)).split())
    return (text[1:] if text[:1] == "'" and text[1:2] in DANGEROUS else text)[:LONGEST_CELL]


def _decimal_text(number: Decimal) -> str:
    if not number.is_finite():
        return str(number)
    return f"{number:f}".rstrip("0").rstrip(".").replace(".", ",") if number % 1 else f"{number:.0f}"


def harmless(text: str) -> str:
    """Text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(DANGEROUS) else text


def write_workbook(sheets: Iterable[Sheet]) -> bytes:
    """An XLSX file with a page for each sheet; its heading stays in sight."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(
        buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    heading = book.add_format({"bold": True, "bottom": 1})
    formats = {
        int: book.add_format({"num_format": "0"}),
        Decimal: book.add_format({"num_format": "0.###"}),
        date: book.add_format({"num_format": "yyyy-mm-dd"}),
    }
    for sheet in sheets:
        page, widths = book.add_worksheet(sheet.name[:31]), [len(word) for word in sheet.heading]
        page.freeze_panes(1, 0)
        page.write_row(0, 0, [harmless(word) for word in sheet.heading], heading)
        for at, row in enumerate(sheet.rows, 1):
            for place, cell in enumerate(row):
                _write(page, at, place, cell, formats)
                widths[place] = max(widths[place], len(str(cell or "")))
        for place, width in enumerate(widths):
            page.set_column(place, place, min(width, 48) + 2)
    book.close()
    return buffer.getvalue()


def _write(page: Any, at: int, place: int, cell: Cell, formats: Mapping[type, Any]) -> None:
    if isinstance(cell, str):
        page.write_string(at, place, harmless(cell))
    elif isinstance(cell, date):
        page.write_datetime(at, place, datetime(cell.year, cell.month, cell.day), formats[date])  # noqa: DTZ001
    elif cell is not None:
        page.write_number(at, place, cell, formats[type(cell)])


def write_csv(sheet: Sheet) -> bytes:
    """A CSV file as an Indonesian spreadsheet opens it: semicolons, decimal commas, UTF-8 with its mark."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
    writer.writerow([harmless(word) for word in sheet.heading])
    for row in sheet.rows:
        writer.writerow([_csv_cell(cell) for cell in row])
    return buffer.getvalue().encode("utf-8-sig")


def _csv_cell(cell: Cell) -> str:
    if isinstance(cell, str):
        return harmless(cell)
    if isinstance(cell, Decimal):
        return _decimal_text(cell)
    return "" if cell is None else str(cell)
