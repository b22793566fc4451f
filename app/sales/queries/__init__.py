"""Questions about sales, and about what came back of them."""

from app.sales.queries.back import (
    BackRow,
    back_document,
    back_kinds,
    back_lines,
    back_of_shift,
    backs,
    find_number,
    latest_of_shift,
    refunds,
    reprints,
)
from app.sales.queries.sales import (
    approval,
    exceptions,
    exceptions_of_day,
    latest_exceptions,
    lines,
    sale,
    sales,
    shift_figures,
    tenders,
)
from app.sales.queries.sold import Sold, sold

__all__ = [
    "BackRow",
    "Sold",
    "approval",
    "back_document",
    "back_kinds",
    "back_lines",
    "back_of_shift",
    "backs",
    "exceptions",
    "exceptions_of_day",
    "find_number",
    "latest_exceptions",
    "latest_of_shift",
    "lines",
    "refunds",
    "reprints",
    "sale",
    "sales",
    "shift_figures",
    "sold",
    "tenders",
]
