"""The statements as a PDF: A4, letterhead, page numbers, places to sign.

It is set in Helvetica, which every reader has and which therefore is not carried along. That font
knows Latin-1 and no minus sign; so what is below nought stands in brackets, as on paper it always has.
"""

import unicodedata
from datetime import datetime

from flask_babel import gettext as _
from fpdf import FPDF
from fpdf.enums import MethodReturnValue, XPos, YPos

from app.foundation.money import group_thousands
from app.statements.papers.paper import Paper
from app.statements.sheets import Row, Sheet, filled
from app.statements.sheets.sheet import GROUP, LINE, TOTAL

FONT = "Helvetica"
MARGIN, LINE_HEIGHT, INDENT = 18.0, 5.6, 4.0
WIDEST, NARROWEST = 34.0, 25.0
"""Millimetres: of the page, of a row, of a line within its group, and of a column of figures."""
SIGNING = 48.0
"""What the signatures need; they never stand alone on a page with nothing above."""
INK, SOFT, RULE = (26, 23, 20), (87, 80, 74), (190, 182, 172)
FLAG_RED = (206, 17, 38)
_PLAIN = str.maketrans({"\u2212": "-", "\u2013": "-", "\u2014": "-", "\u2018": "'", "\u2019": "'",
                        "\u201c": '"', "\u201d": '"', "\u2026": "..."})  # fmt: skip


def latin(text: str) -> str:
    """As the font can write it: other letters lose their marks, and what is left is a question mark."""
    return "".join(map(_sign, text.translate(_PLAIN)))


def _sign(sign: str) -> str:
    if sign.isascii() or sign.encode("latin-1", "ignore"):
        return sign
    bare = unicodedata.normalize("NFKD", sign)[0]
    return bare.encode("latin-1", "replace").decode("latin-1")


def figure(amount: int) -> str:
    """12500 -> ``12.500``; -1000 -> ``(1.000)``; nought -> ``-``."""
    if amount == 0:
        return "-"
    return group_thousands(amount) if amount > 0 else f"({group_thousands(-amount)})"


def as_pdf(paper: Paper, at: datetime) -> bytes:
    """Each statement begins on a page of its own."""
    document = _Document(paper)
    document.set_creation_date(at)
    for sheet in paper.sheets:
        document.write_sheet(sheet)
    return bytes(document.output())


class _Document(FPDF):
    """One paper in the making."""

    def __init__(self, paper: Paper) -> None:
        super().__init__("P", "mm", "A4")
        self.paper = paper
        self.set_title(latin(paper.title))
        self.set_author(latin(paper.cooperative))
        self.set_creator("Lumbung")
        self.set_lang("id")
        self.set_margins(MARGIN, 16, MARGIN)
        self.set_auto_page_break(True, 20)
        self.alias_nb_pages()

    def header(self) -> None:
        top = self.t_margin
        self.set_fill_color(*FLAG_RED)
        self.rect(MARGIN, top, 12, 4, "F")
        self.set_draw_color(150, 150, 150)
        self.rect(MARGIN, top, 12, 8, "D")
        self._ink(INK, "B", 12)
        self.set_xy(MARGIN + 16, top - 1)
        self._line(self.paper.cooperative, 5.5, indent=16)
        self._ink(SOFT, "", 9)
        for line in self.paper.lines:
            self._line(line, 4.3, indent=16)
        self.set_draw_color(*INK)
        below = max(self.get_y(), top + 9) + 1.5
        self.line(MARGIN, below, self.w - MARGIN, below)
        self.line(MARGIN, below + 0.8, self.w - MARGIN, below + 0.8)
        self.set_y(below + 5)

    def footer(self) -> None:
        self.set_y(-14)
        self._ink(SOFT, "", 8)
        self.cell(self.epw - 40, 4, latin(self.paper.printed))
        self.cell(40, 4, _("Halaman %(no)s dari %(all)s", no=self.page_no(), all="{nb}"), align="R")

    def write_sheet(self, sheet: Sheet) -> None:
        self.add_page()
        self._title(sheet)
        self._heads(sheet)
        for row in sheet.rows if filled(sheet) else ():
            self._row(sheet, row)
        if not filled(sheet):
            self._ink(SOFT, "", 9.5)
            self._line(_("Belum ada angka sampai bulan ini."), 8)
        self._ink(SOFT, "", 8)
        self.ln(2)
        self._line(_("Dalam rupiah. Angka dalam kurung di bawah nol."), 4)
        self._sign()

    def _title(self, sheet: Sheet) -> None:
        self._ink(INK, "B", 13)
        self._line(sheet.title, 7, align="C")
        self._ink(SOFT, "", 10)
        self._line(f"{sheet.period}, {self.paper.part}", 5, align="C")
        self._ink(SOFT, "", 8)
        self.multi_cell(0, 4, latin(self.paper.state), align="C", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        self.ln(4)

    def _heads(self, sheet: Sheet) -> None:
        self._ink(SOFT, "B", 8.5)
        width = _column(sheet)
        top, bottom = self.get_y(), self.get_y()
        for place, head in enumerate(sheet.columns):
            self.set_xy(self.w - MARGIN - width * (len(sheet.columns) - place), top)
            self.multi_cell(width, 4, latin(head), align="R", new_x=XPos.RIGHT, new_y=YPos.NEXT)
            bottom = max(bottom, self.get_y())
        self.set_y(bottom + 1)
        self._rule(INK)

    def _row(self, sheet: Sheet, row: Row) -> None:
        width, strong = _column(sheet), row.kind != LINE
        room = self.epw - width * len(sheet.columns)
        height = LINE_HEIGHT + (2 if row.kind in (GROUP, TOTAL) else 0)
        self._ink(INK, "B" if strong else "", 9.5)
        label = latin(row.label)
        indent = 0.0 if strong else INDENT
        tall = self._lines_of(label, room - indent - 2)
        if self.will_page_break(height * tall):
            self.add_page()
            self._heads(sheet)
            self._ink(INK, "B" if strong else "", 9.5)
        if row.kind == GROUP:
            self.ln(2)
        if strong and row.amounts:
            self._rule(INK if row.kind == TOTAL else RULE, left=self.w - MARGIN - width * len(sheet.columns))
        top = self.get_y()
        self.set_x(MARGIN + indent)
        self.multi_cell(room - indent - 2, LINE_HEIGHT, label, align="L", new_x=XPos.RIGHT, new_y=YPos.NEXT)
        bottom = self.get_y()
        self.set_xy(self.w - MARGIN - width * len(sheet.columns), bottom - LINE_HEIGHT)
        for amount in row.amounts:
            self.cell(width, LINE_HEIGHT, figure(amount), align="R")
        self.set_y(max(bottom, top + LINE_HEIGHT))
        if row.kind == TOTAL:
            self._rule(INK, left=self.w - MARGIN - width * len(sheet.columns))
            self.ln(1.5)

    def _lines_of(self, label: str, room: float) -> int:
        lines = self.multi_cell(room, LINE_HEIGHT, label, dry_run=True, output=MethodReturnValue.LINES)
        return len(lines) if isinstance(lines, list) else 1

    def _sign(self) -> None:
        if self.will_page_break(SIGNING):
            self.add_page()
        self.ln(10)
        self._ink(INK, "", 9.5)
        width, top = self.epw / len(self.paper.roles), self.get_y()
        for place, role in enumerate(self.paper.roles):
            left = MARGIN + width * place
            self.set_xy(left, top)
            self.cell(width, 5, latin(role), align="C")
            self.line(left + 6, top + 27, left + width - 6, top + 27)
        self.set_y(top + 29)

    def _line(self, text: str, height: float, *, align: str = "L", indent: float = 0) -> None:
        self.set_x(MARGIN + indent)
        self.cell(self.epw - indent, height, latin(text), align=align, new_x=XPos.LMARGIN, new_y=YPos.NEXT)

    def _rule(self, colour: tuple[int, int, int], left: float = MARGIN) -> None:
        self.set_draw_color(*colour)
        self.line(left, self.get_y(), self.w - MARGIN, self.get_y())

    def _ink(self, colour: tuple[int, int, int], style: str, size: float) -> None:
        self.set_text_color(*colour)
        self.set_font(FONT, style, size)


def _column(sheet: Sheet) -> float:
    return WIDEST if len(sheet.columns) <= 3 else NARROWEST
