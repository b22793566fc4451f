"""Questions about stock: what is there, how it came to be there, and the documents that moved it."""

from app.inventory.queries.card import CARD_PAGE, Card, Key, card
from app.inventory.queries.containers import ContainerPlace, container_movements, container_places
from app.inventory.queries.counts import (
    Counted,
    count_end,
    count_session,
    count_sessions,
    counted_items,
    counters,
    first_counters,
    open_session,
    progress,
)
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
    "ContainerPlace",
    "Counted",
    "DocumentPage",
    "Key",
    "adjustment",
    "adjustments",
    "card",
    "container_movements",
    "container_places",
    "count_end",
    "count_session",
    "count_sessions",
    "counted_items",
    "counters",
    "document_page",
    "first_counters",
    "level",
    "open_session",
    "progress",
    "recorded",
    "stock_page",
    "totals",
]
