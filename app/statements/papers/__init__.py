"""The statements on paper: a PDF to print and sign, and a spreadsheet to reckon on with."""

from app.statements.papers.paper import Paper
from app.statements.papers.pdf import as_pdf
from app.statements.papers.spreadsheet import as_xlsx

__all__ = ["Paper", "as_pdf", "as_xlsx"]
