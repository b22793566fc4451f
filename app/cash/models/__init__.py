"""Tables of the drawer, the safe and the bank."""

from app.cash.models.banks import BankAccount, BankImport, BankLine, BankMatch, SettledDay
from app.cash.models.devices import RegisterDevice
from app.cash.models.movements import (
    CashMovement,
    CashReceipt,
    CashTransfer,
    DebtPayment,
    DifferenceDecision,
    DrawerMove,
)
from app.cash.models.shifts import (
    Register,
    Shift,
    ShiftClosing,
    ShiftCount,
    ShiftCountLine,
    Tender,
)
from app.cash.models.surprises import SurpriseCount, SurpriseCountLine, SurpriseFinding
from app.cash.postings import drawer_of

__all__ = [
    "BankAccount",
    "BankImport",
    "BankLine",
    "BankMatch",
    "CashMovement",
    "CashReceipt",
    "CashTransfer",
    "DebtPayment",
    "DifferenceDecision",
    "DrawerMove",
    "Register",
    "RegisterDevice",
    "SettledDay",
    "Shift",
    "ShiftClosing",
    "ShiftCount",
    "ShiftCountLine",
    "SurpriseCount",
    "SurpriseCountLine",
    "SurpriseFinding",
    "Tender",
    "drawer_of",
]
