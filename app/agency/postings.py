"""Services in the ledger: principal moves the drawer and the deposit, the fee alone is revenue. Pure."""

from datetime import date

from app.agency.rules import Effect
from app.cash import postings as cash
from app.ledger.draft import Draft, credit, debit, draft

UNIT = "TOKO"
DEPOSIT, REVENUE, LOSS = "1-1230", "4-7110", "8-1900"
SALE, CANCELLATION = "agency.sale", "agency.cancellation"
TOP_UP, RECONCILIATION = "agency.top_up", "agency.reconciliation"
RESERVED = {DEPOSIT: "agency"}


def service(source: str, no: int, on: date, *, drawer: str, deposit: str, moved: Effect) -> Draft:
    """A service sold; given back with everything turned round."""
    lines = [
        debit(cash.DRAWER, UNIT, moved.drawer, drawer),
        debit(DEPOSIT, UNIT, moved.deposit, deposit),
        credit(REVENUE, UNIT, moved.earned),
    ]
    return draft(source, no, on, lines)


def top_up(no: int, on: date, *, deposit: str, amount: int, bank: str) -> Draft:
    """Money from the safe, or from the bank where ``bank`` names it, into the deposit."""
    paid = credit(cash.BANK, UNIT, amount, bank) if bank else credit(cash.SAFE, UNIT, amount)
    return draft(TOP_UP, no, on, [debit(DEPOSIT, UNIT, amount, deposit), paid])


def reconciliation(no: int, on: date, *, deposit: str, difference: int) -> Draft:
    """The books follow the provider: what it left over was commission, what it took a cost."""
    account = REVENUE if difference > 0 else LOSS
    return draft(
        RECONCILIATION, no, on, [debit(DEPOSIT, UNIT, difference, deposit), credit(account, UNIT, difference)]
    )
