"""What the drawer writes in the ledger: the float, the count, the difference. Pure.

A cash posting carries the unit of its act, so one drawer serves every unit; the float and the
difference belong to nobody's trade and stand under KANTOR. Money missing is the gerai's expense
(6-1700); money over stays a debt until somebody can explain it (2-1330).
"""

from collections.abc import Mapping
from datetime import date

from app.ledger.draft import Draft, Line, credit, debit, draft

SAFE, DRAWER, QRIS = "1-1100", "1-1110", "1-1210"
CASHIER_DEBT, CUSTOMER_ADVANCE = "1-1330", "2-1317"
OVER, SHORT, ROUNDING = "2-1330", "6-1700", "8-1300"
OFFICE = "KANTOR"
OPENING, CLOSING, REVISION = "cash.shift", "cash.closing", "cash.revision"
RESERVED = {DRAWER: "cash", QRIS: "cash"}
TENDER_ACCOUNTS = {"cash": DRAWER, "qris": QRIS, "transfer": QRIS}
TENDER_KINDS = (*TENDER_ACCOUNTS, "bon")
"""How something is paid. ``bon`` moves no money: the selling room posts what the member owes."""


def drawer_of(shift_no: int) -> str:
    """The subledger of a shift's drawer."""
    return f"shift:{shift_no}"


def tender_line(kind: str, unit: str, amount: int, drawer: str) -> Line:
    """Money taken at the counter: into the shift's drawer, or on its way to the bank under its kind.

    Negative when it is given back. KeyError for ``bon``, which is no money.
    """
    return debit(TENDER_ACCOUNTS[kind], unit, amount, drawer if kind == "cash" else kind)


def opening(shift_no: int, drawer: str, on: date, opening_float: int) -> Draft:
    """The float leaves the safe for the drawer."""
    lines = [debit(DRAWER, OFFICE, opening_float, drawer), credit(SAFE, OFFICE, opening_float)]
    return draft(OPENING, shift_no, on, lines)


def closing(drawer: str, by_unit: Mapping[str, int], difference: int) -> list[Line]:
    """Everything counted goes to the safe; what differs from the books is named.

    ``by_unit`` is what the books hold in the drawer for each unit, KANTOR with the float;
    ``difference`` is counted less expected. The lines may be empty: an empty drawer, rightly counted.
    """
    lines = difference_lines(0, difference)
    held = dict(by_unit)
    to_safe = held | {OFFICE: held.get(OFFICE, 0) + difference}
    for unit in sorted(to_safe):
        lines += [debit(SAFE, unit, to_safe[unit]), credit(DRAWER, unit, held.get(unit, 0), drawer)]
    return [line for line in lines if line.amount]


def difference_lines(before: int, after: int) -> list[Line]:
    """From one difference to another: a shortage is debited, an overage credited, both under KANTOR."""
    over = max(after, 0) - max(before, 0)
    short = max(-after, 0) - max(-before, 0)
    return [debit(SHORT, OFFICE, short), credit(OVER, OFFICE, over)]


def revision(shift_no: int, drawer: str, on: date, *, unit: str, late_cash: int, before: int) -> Draft:
    """A sale that arrived after the count: its cash had been counted already, as money over.

    The drawer gives it to the safe under the sale's unit, KANTOR gives it back, and the difference
    of the shift (``before``) shrinks by it.
    """
    lines = [
        debit(SAFE, unit, late_cash),
        credit(DRAWER, unit, late_cash, drawer),
        *difference_lines(before, before - late_cash),
        credit(SAFE, OFFICE, late_cash),
    ]
    return draft(REVISION, shift_no, on, lines)
