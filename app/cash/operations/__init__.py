"""The acts of the drawer, and the doors through which every counter takes money."""

from app.cash.operations.banks import add_bank, import_statement, match_line, set_mdr
from app.cash.operations.closing import close_shift, count_drawer
from app.cash.operations.devices import enrol_device, invite_device, retire_register, unbind_register
from app.cash.operations.differences import decide_difference, pay_debt
from app.cash.operations.movements import move_cash, write_drawer_moves
from app.cash.operations.opening import add_register, furnish, open_shift
from app.cash.operations.surprises import count_by_surprise, record_finding
from app.cash.operations.tenders import revise_difference, write_tenders
from app.cash.operations.transfers import give_cash, receive_cash

__all__ = [
    "add_bank",
    "add_register",
    "close_shift",
    "count_by_surprise",
    "count_drawer",
    "decide_difference",
    "enrol_device",
    "furnish",
    "give_cash",
    "import_statement",
    "invite_device",
    "match_line",
    "move_cash",
    "open_shift",
    "pay_debt",
    "receive_cash",
    "record_finding",
    "retire_register",
    "revise_difference",
    "set_mdr",
    "unbind_register",
    "write_drawer_moves",
    "write_tenders",
]
