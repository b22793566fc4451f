"""The shape of what is typed on the ledger's pages, and of what their addresses ask for."""

from app.ledger.forms.acts import JournalForm, OpeningForm, ReversalForm
from app.ledger.forms.fields import DayField
from app.ledger.forms.filters import CardFilter, JournalFilter, TrialFilter
from app.ledger.forms.reading import one_line, read_month, read_number, write_month

__all__ = [
    "CardFilter",
    "DayField",
    "JournalFilter",
    "JournalForm",
    "OpeningForm",
    "ReversalForm",
    "TrialFilter",
    "one_line",
    "read_month",
    "read_number",
    "write_month",
]
