"""What is written on paper and into spreadsheets, sign by sign."""

from datetime import UTC, datetime
from io import BytesIO

import pytest
from flask import Flask
from openpyxl import load_workbook

from app.statements.papers import Paper, as_pdf, as_xlsx
from app.statements.papers.pdf import figure, latin
from app.statements.sheets import Row, Sheet

AT = datetime(2026, 12, 1, tzinfo=UTC)
EVIL = '=HYPERLINK("http://penipu.example";"Klik")'


def paper(rows: list[Row], name: str = "Koperasi Desa Merah Putih Jaten") -> Paper:
    sheet = Sheet("position", "Laporan posisi keuangan", "30 November 2026", ("Kini", "Lalu"), rows)
    return Paper(
        name, ["Gerai Jaten"], "semua unit", "Sementara.", "Dicetak", "Laporan", ["Bendahara"], [sheet]
    )


@pytest.mark.parametrize(
    "amount, text", [(12_500, "12.500"), (-1_000, "(1.000)"), (0, "-"), (-4_810_000_000, "(4.810.000.000)")]
)
def test_a_figure_below_nought_stands_in_brackets(amount: int, text: str) -> None:
    assert figure(amount) == text


@pytest.mark.parametrize(
    "text, plain",
    [
        ("\u22125 \u2013 \u201cTani\u201d \u2019n", '-5 - "Tani" \'n'),
        ("Šri Ḍewi é", "Sri Dewi é"),
        ("米", "?"),
    ],
)
def test_words_are_written_as_the_font_can(text: str, plain: str) -> None:
    assert latin(text) == plain


def test_a_long_statement_goes_on_over_the_page(app: Flask) -> None:
    rows = [
        Row("line", f"Akun dengan nama yang panjang sekali nomor {n} dan masih berlanjut", (n, -n))
        for n in range(1, 120)
    ]
    with app.test_request_context():
        made = as_pdf(paper(rows, name="Koperasi 米 “Šri”"), AT)
    assert made.count(b"/Type /Page\n") >= 4


def test_words_never_become_formulas(app: Flask) -> None:
    with app.test_request_context():
        made = as_xlsx(paper([Row("line", EVIL, (1, 2), "1-1100")], name="+cmd|' /C calc'!A0"))
    cells = [cell for row in load_workbook(BytesIO(made)).active.iter_rows() for cell in row if cell.value]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert EVIL in [cell.value for cell in cells]
