"""What the drawer, the safe and the bank write in the ledger. Pure.

A cash posting carries the unit of its act, so one drawer serves every unit; the float and the
difference belong to nobody's trade and stand under KANTOR. Money missing is the gerai's expense
(6-1700) until somebody decides that it is the cashier's debt; money over stays a debt until somebody
can explain it (2-1330). What goes from hand to hand lies in 1-1130 until it has been received.
"""

from collections.abc import Mapping
from datetime import date

from app.ledger.draft import Draft, Line, credit, debit, draft

SAFE, DRAWER, TRANSIT, BANK, QRIS = "1-1100", "1-1110", "1-1130", "1-1200", "1-1210"
CASHIER_DEBT, CUSTOMER_ADVANCE = "1-1330", "2-1317"
OVER, SHORT, ROUNDING, INCOME = "2-1330", "6-1700", "8-1300", "7-1400"
MDR, BANK_INTEREST, BANK_FEE = "6-1710", "7-1100", "8-1100"
OFFICE = "KANTOR"
OPENING, CLOSING, REVISION = "cash.shift", "cash.closing", "cash.revision"
MOVEMENT, TRANSFER, RECEIPT = "cash.movement", "cash.transfer", "cash.receipt"
DECISION, DEBT_PAYMENT, SETTLEMENT = "cash.decision", "cash.debt_payment", "cash.settlement"
RESERVED = {DRAWER: "cash", QRIS: "cash", TRANSIT: "cash"}
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


def movement(no: int, on: date, *, drawer: str, unit: str, amount: int, account: str) -> Draft:
    """Cash into the drawer (positive) or out of it, against the account of its reason."""
    return draft(MOVEMENT, no, on, [debit(DRAWER, unit, amount, drawer), credit(account, unit, amount)])


PLACES = {"drawer": DRAWER, "safe": SAFE, "bank": BANK}


def giving(no: int, on: date, *, origin: str, subledger: str, by_unit: Mapping[str, int]) -> Draft:
    """Money leaves where it lay and is on its way, under the units it belongs to."""
    lines: list[Line] = []
    for unit in sorted(by_unit):
        lines += [debit(TRANSIT, unit, by_unit[unit]), credit(PLACES[origin], unit, by_unit[unit], subledger)]
    return draft(TRANSFER, no, on, lines)


def receiving(
    no: int, on: date, *, destination: str, subledger: str, by_unit: Mapping[str, int], difference: int
) -> Draft:
    """What was on its way has arrived; what differs is named as at a closing, under KANTOR."""
    place, lines = PLACES[destination], difference_lines(0, difference)
    for unit in sorted(by_unit):
        lines += [debit(place, unit, by_unit[unit], subledger), credit(TRANSIT, unit, by_unit[unit])]
    return draft(RECEIPT, no, on, [*lines, debit(place, OFFICE, difference, subledger)])


def decision(no: int, on: date, *, outcome: str, amount: int, debtor: str) -> Draft | None:
    """A surplus becomes income, a shortage somebody's debt; as the gerai's expense it stands already."""
    if outcome == "income":
        lines = [debit(OVER, OFFICE, amount), credit(INCOME, OFFICE, amount)]
    elif outcome == "debt":
        lines = [debit(CASHIER_DEBT, OFFICE, -amount, debtor), credit(SHORT, OFFICE, -amount)]
    else:
        return None
    return draft(DECISION, no, on, lines)


def debt_payment(no: int, on: date, *, debtor: str, by_unit: Mapping[str, int]) -> Draft:
    """An officer pays into the safe what they owe, unit by unit."""
    lines: list[Line] = []
    for unit in sorted(by_unit):
        lines += [debit(SAFE, unit, by_unit[unit]), credit(CASHIER_DEBT, unit, by_unit[unit], debtor)]
    return draft(DEBT_PAYMENT, no, on, lines)


def settlement(
    line_no: int, on: date, *, kind: str, bank: str, by_unit: Mapping[str, int], fees: Mapping[str, int]
) -> Draft:
    """Takings have reached the bank; what the provider kept of them is the units' expense."""
    lines: list[Line] = []
    for unit in sorted(by_unit):
        gross, fee = by_unit[unit], fees.get(unit, 0)
        lines += [
            debit(BANK, unit, gross - fee, bank),
            debit(MDR, unit, fee),
            credit(QRIS, unit, gross, kind),
        ]
    return draft(SETTLEMENT, line_no, on, lines)


def bank_own(line_no: int, on: date, *, kind: str, bank: str, amount: int) -> Draft:
    """What the bank itself gave (positive) or took: interest, or its administration."""
    account = {"interest": BANK_INTEREST, "fee": BANK_FEE}[kind]
    return draft(
        SETTLEMENT, line_no, on, [debit(BANK, OFFICE, amount, bank), credit(account, OFFICE, amount)]
    )
