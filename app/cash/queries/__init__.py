"""Questions about registers, shifts and what a drawer should hold."""

from app.cash.queries.counter import (
    ShiftFacts,
    last_shift,
    next_receipt_no,
    open_shift_numbers,
    open_shift_of,
    open_shifts,
    receipt_counter,
    registers,
    shift_facts,
)
from app.cash.queries.drawer import (
    attempts,
    cash_taken,
    closing_of,
    count_lines,
    counts,
    drawer_by_unit,
    tender_totals,
)
from app.cash.queries.reports import shift_report
from app.cash.queries.shifts import (
    RegisterPlace,
    ShiftPage,
    ShiftRow,
    last_float,
    register_places,
    shift_page,
    shift_with_cashier,
    shifts_between,
)

__all__ = [
    "RegisterPlace",
    "ShiftFacts",
    "ShiftPage",
    "ShiftRow",
    "attempts",
    "cash_taken",
    "closing_of",
    "count_lines",
    "counts",
    "drawer_by_unit",
    "last_float",
    "last_shift",
    "next_receipt_no",
    "open_shift_numbers",
    "open_shift_of",
    "open_shifts",
    "receipt_counter",
    "register_places",
    "registers",
    "shift_facts",
    "shift_page",
    "shift_report",
    "shift_with_cashier",
    "shifts_between",
    "tender_totals",
]
