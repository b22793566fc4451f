"""Questions about stock: what is there, how it came to be there, and the documents that moved it."""

from app.inventory.queries.card import CARD_PAGE, Card, Key, card
from app.inventory.queries.documents import (
    DocumentPage,
    adjustment,
    adjustments,
    document_page,
    recorded,
)
from app.inventory.queries.levels import SHOWN, level, stock_page, totals

__all__ = [
    "CARD_PAGE",
    "SHOWN",
    "Card",
    "DocumentPage",
    "Key",
    "adjustment",
    "adjustments",
    "card",
    "document_page",
    "level",
    "recorded",
    "stock_page",
    "totals",
]
