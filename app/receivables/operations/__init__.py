"""The acts of bon, and the doors through which a selling room charges it."""

from app.receivables.operations.charging import charge, credit_charge, owed, room_left
from app.receivables.operations.limits import set_limit
from app.receivables.operations.paying import receive_payment

__all__ = ["charge", "credit_charge", "owed", "receive_payment", "room_left", "set_limit"]
