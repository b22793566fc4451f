"""The till's page and its JSON doors; sales, receipts, returns and exceptions to look back on."""

from app.sales.routes import backs, door, find, giving_back, pages, returning
from app.sales.routes.blueprint import blueprint
from app.sales.routes.describe import DESCRIBERS

__all__ = ["DESCRIBERS", "backs", "blueprint", "door", "find", "giving_back", "pages", "returning"]
