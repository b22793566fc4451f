"""The statements as a spreadsheet: a sheet for each, numbers as numbers, words as words and never as formulas."""

from io import BytesIO
from typing import Any

from xlsxwriter import Workbook

from app.statements.papers.paper import Paper
from app.statements.sheets import Sheet
from app.statements.sheets.sheet import GROUP, LINE, TOTAL

NUMBER = "#,##0;[Red]-#,##0;0"
"""A spreadsheet writes its own separators, of whoever opens it."""
WORDS_ONLY = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def as_xlsx(paper: Paper) -> bytes:
    file = BytesIO()
    with Workbook(file, WORDS_ONLY) as book:
        book.set_properties({"title": paper.title, "author": paper.cooperative})
        formats = _formats(book)
        for sheet in paper.sheets:
            _write(book, formats, paper, sheet)
    return file.getvalue()


def _formats(book: Any) -> dict[str, Any]:
    line = {"num_format": NUMBER}
    strong = line | {"bold": True}
    return {
        "title": book.add_format({"bold": True, "font_size": 14}),
        "soft": book.add_format({"font_color": "#57504a"}),
        "head": book.add_format({"bold": True, "align": "right", "text_wrap": True, "bottom": 1}),
        LINE: book.add_format(line | {"indent": 1}),
        GROUP: book.add_format({"bold": True}),
        "subtotal": book.add_format(strong | {"top": 4}),
        TOTAL: book.add_format(strong | {"top": 1, "bottom": 6}),
        "figure": book.add_format(line),
    }


def _write(book: Any, formats: dict[str, Any], paper: Paper, sheet: Sheet) -> None:
    page = book.add_worksheet(sheet.title[:31])
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.set_column(0, 0, 9)
    page.set_column(1, 1, 46)
    page.set_column(2, 1 + len(sheet.columns), 18)
    page.write_string(0, 0, paper.cooperative, formats["title"])
    page.write_string(1, 0, f"{sheet.title}, {sheet.period}, {paper.part}", formats[GROUP])
    page.write_string(2, 0, paper.state, formats["soft"])
    page.write_string(3, 0, paper.printed, formats["soft"])
    for place, head in enumerate(sheet.columns):
        page.write_string(5, 2 + place, head, formats["head"])
    for number, row in enumerate(sheet.rows, 6):
        kind = formats[row.kind]
        page.write_string(number, 0, row.account or "", formats["soft"])
        page.write_string(number, 1, row.label, kind)
        for place, amount in enumerate(row.amounts):
            page.write_number(number, 2 + place, amount, formats["figure"] if row.kind == LINE else kind)
    page.freeze_panes(6, 2)
