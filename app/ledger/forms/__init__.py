"""The shape of what is typed on the ledger's pages, and of what their addresses ask for."""

from app.ledger.forms.acts import JournalForm, OpeningForm, ReversalForm
from app.ledger.forms.filters import CardFilter, JournalFilter, TrialFilter
from app.ledger.forms.reading import read_month, write_month

__all__ = [
    "CardFilter",
    "JournalFilter",
    "JournalForm",
    "OpeningForm",
    "ReversalForm",
    "TrialFilter",
    "read_month",
    "write_month",
]
