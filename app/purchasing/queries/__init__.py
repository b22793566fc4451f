"""Questions about suppliers, notas, what is owed, and goods on consignment."""

from app.purchasing.queries.consigned import consigned, consigned_of
from app.purchasing.queries.receivings import receiving, receiving_lines, receivings

__all__ = ["consigned", "consigned_of", "receiving", "receiving_lines", "receivings"]
