"""The ledger's acts, and ``post``, through which every room's accounting is written."""

from app.ledger.operations.journal import Limit, post_journal, reverse_journal
from app.ledger.operations.periods import close_period, lock_year, open_period, postable_day, reopen_period
from app.ledger.operations.post import post, reverse

__all__ = [
    "Limit",
    "close_period",
    "lock_year",
    "open_period",
    "post",
    "post_journal",
    "postable_day",
    "reopen_period",
    "reverse",
    "reverse_journal",
]
