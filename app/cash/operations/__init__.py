"""The acts of the drawer, and the doors through which every counter takes money."""

from app.cash.operations.closing import close_shift, count_drawer
from app.cash.operations.opening import add_register, furnish, open_shift
from app.cash.operations.tenders import revise_difference, write_tenders

__all__ = [
    "add_register",
    "close_shift",
    "count_drawer",
    "furnish",
    "open_shift",
    "revise_difference",
    "write_tenders",
]
