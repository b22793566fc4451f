"""The acts of the savings room."""

from app.savings.operations.receiving import bring_in, receive_dues
from app.savings.operations.terms import set_terms

__all__ = ["bring_in", "receive_dues", "set_terms"]
