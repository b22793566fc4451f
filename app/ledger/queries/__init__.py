"""The questions that the ledger's pages ask. Nothing here writes; the gerai always comes first."""

from app.ledger.queries.accounts import account, accounts, subledgers, units
from app.ledger.queries.card import Card, card
from app.ledger.queries.entries import entry, journal, note, postings, recorder, reversals
from app.ledger.queries.periods import months, period, periods
from app.ledger.queries.totals import standing_before, trial_balance

__all__ = [
    "Card",
    "account",
    "accounts",
    "card",
    "entry",
    "journal",
    "months",
    "note",
    "period",
    "periods",
    "postings",
    "recorder",
    "reversals",
    "standing_before",
    "subledgers",
    "trial_balance",
    "units",
]
