"""Sheets come in as texts with their row numbers and go out so that nothing in them runs."""

import io
import zipfile
from datetime import date
from decimal import Decimal
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.foundation import sheets
from app.foundation.refusals import Refusal
from app.foundation.sheets import Row, Sheet, read_table, write_csv, write_workbook

COLUMNS = {"name": ("Nama barang", "nama"), "price": ("Harga",), "content": ("Isi",)}


def upload(content: bytes) -> Any:
    return io.BytesIO(content)


def refused(content: bytes, **asked: Any) -> str:
    with pytest.raises(Refusal) as caught:
        read_table(upload(content), COLUMNS, **asked)
    return caught.value.code


@pytest.mark.parametrize("write", [lambda sheet: write_workbook([sheet]), write_csv], ids=["xlsx", "csv"])
def test_what_is_written_is_read_back(write: Any) -> None:
    rows = [["Beras 5 kg", 74000, Decimal("1.25")], ["", None, None], ['"Gula" ; merah', 0, Decimal(2)]]
    found = read_table(
        upload(write(Sheet("Barang", ["Isi", "HARGA ", "nama", "Lain"][2::-1], rows))), COLUMNS
    )
    assert found == [
        Row(2, {"name": "Beras 5 kg", "price": "74000", "content": "1,25"}),
        Row(4, {"name": '"Gula" ; merah', "price": "0", "content": "2"}),
    ]


@pytest.mark.parametrize("text", ["=1+1", "+62812", "-5", "@SUM(A1)", "=cmd|' /C calc'!A0"])
def test_no_text_is_taken_for_a_formula(text: str) -> None:
    sheet = Sheet("Barang", ["nama"], [[text]])
    cell = openpyxl.load_workbook(io.BytesIO(write_workbook([sheet]))).worksheets[0]["A2"]
    assert cell.data_type == "s" and cell.value == f"'{text}"
    assert write_csv(sheet).decode("utf-8-sig").splitlines()[1].lstrip('"').startswith("'")
    for content in (write_workbook([sheet]), write_csv(sheet)):
        assert read_table(upload(content), COLUMNS)[0].get("name") == text


def test_a_persons_own_sheet_is_read_as_it_is() -> None:
    book = openpyxl.Workbook()
    for row in (
        ["Nama Barang*", "Harga"],
        ["Sabun", 3650.0],
        [None, None],
        [date(2026, 11, 23), 1.5],
        [True, "=1+1"],
    ):
        book.active.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    found = read_table(upload(buffer.getvalue()), COLUMNS, needed=["name"])
    assert [(row.no, row.get("name"), row.get("price")) for row in found] == [
        (2, "Sabun", "3650"),
        (4, "2026-11-23", "1,5"),
        (5, "ya", ""),
    ]
    assert "content" not in found[0].cells


@pytest.mark.parametrize(
    "text",
    [b"nama,harga\nSabun,3650\n", b"\xef\xbb\xbfnama;harga\r\nSabun;3650\r\n", b"nama\tharga\nSabun\t3650"],
)
def test_every_separator_is_understood(text: bytes) -> None:
    assert read_table(upload(text), COLUMNS) == [Row(2, {"name": "Sabun", "price": "3650"})]


def test_what_is_no_sheet_is_refused() -> None:
    assert refused(b"") == "sheet_empty"
    assert refused(b"nama;nama\nx;y") == "column_twice"
    assert refused(b"harga\n5", needed=["name"]) == "column_missing"
    assert refused(b"\x89PNG\0\0") == "sheet_unreadable"
    assert refused(b"PK\x03\x04 nothing") == "sheet_unreadable"
    assert refused(b"x" * (sheets.MOST_BYTES + 1)) == "sheet_too_large"
    assert refused(b"nama\n" + b"x\n" * (sheets.MOST_ROWS + 1)) == "sheet_too_large"


def test_a_file_that_unpacks_into_a_huge_one_is_refused() -> None:
    for content, code in (
        (b"0" * (sheets.MOST_UNPACKED + 1), "sheet_too_large"),
        (b'<!DOCTYPE x [<!ENTITY a "b">]>', "sheet_unreadable"),
        (b"nothing of a workbook", "sheet_unreadable"),
    ):
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("xl/workbook.xml", content)
        assert refused(buffer.getvalue()) == code


@given(st.binary(max_size=300))
def test_whatever_is_uploaded_is_rows_or_refused(content: bytes) -> None:
    for start in (b"", b"PK\x03\x04", b"nama;harga\n"):
        try:
            read_table(upload(start + content), COLUMNS)
        except Refusal:
            continue
