"""How a bon stands in the books. Pure.

The room that sells debits ``1-1300`` under ``member:<number>`` in its own entry; here only money that
comes in for it: debit the drawer (or what bank and QRIS provider owe), credit the member's bon.
"""

from datetime import date

from app.cash import postings as cash
from app.ledger.draft import Draft, Line, credit, debit, draft

BON = "1-1300"
UNIT = "TOKO"
PAYMENT = "receivables.payment"
RESERVED = {BON: "receivables"}


def subledger(member_no: int) -> str:
    return f"member:{member_no}"


def charge_line(member_no: int, amount: int) -> Line:
    """What a member owes from now on; a negative amount takes it back."""
    return debit(BON, UNIT, amount, subledger(member_no))


def payment(no: int, on: date, *, member_no: int, amount: int, kind: str, shift_no: int) -> Draft:
    money = cash.tender_line(kind, UNIT, amount, cash.drawer_of(shift_no))
    return draft(PAYMENT, no, on, [money, credit(BON, UNIT, amount, subledger(member_no))])
