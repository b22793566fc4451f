"""What the savings room writes in the ledger. Pure.

Pokok and wajib are equity of the cooperative under KANTOR, sukarela a debt of the savings-and-loan unit under
USP. The money goes into the drawer under the same unit, so no entry crosses units.
"""

from datetime import date

from app.cash.postings import drawer_of, tender_line
from app.ledger.draft import Draft, credit, draft
from app.members.status import subledger_of
from app.savings.kinds import ACCOUNTS, UNITS, SavingsKind

SOURCE = "savings.movement"
RESERVED = dict.fromkeys(ACCOUNTS.values(), "savings")


def receipt(
    no: int, member_no: int, kind: SavingsKind, amount: int, *, tender: str, shift_no: int, on: date
) -> Draft:
    """Money of a member, received at the counter."""
    unit = UNITS[kind]
    lines = [
        tender_line(tender, unit, amount, drawer_of(shift_no)),
        credit(ACCOUNTS[kind], unit, amount, subledger_of(member_no)),
    ]
    return draft(SOURCE, no, on, lines)
