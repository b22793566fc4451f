"""The four statements as sheets of rows, out of a month's books. Pure but for the words.

They follow SAK EP (SAK Indonesia untuk Entitas Privat), which Permenkop UKM 2/2024 prescribes to every
cooperative with savings and loans: posisi keuangan, hasil usaha, arus kas (Bab 7, the indirect method)
and perubahan ekuitas. Hasil usaha keeps members and others apart, as SHU does (UU 25/1992, Pasal 45).
"""

from app.statements.sheets.cash_flow import cash_flow
from app.statements.sheets.equity import equity
from app.statements.sheets.position import position
from app.statements.sheets.results import results
from app.statements.sheets.sheet import Row, Sheet, filled

SHEETS = {"position": position, "results": results, "cash-flow": cash_flow, "equity": equity}
"""In the order in which they are read and printed; a statement's key stands in its address."""

__all__ = ["SHEETS", "Row", "Sheet", "cash_flow", "equity", "filled", "position", "results"]
