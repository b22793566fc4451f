"""Pages of this room: shifts from the float to the Z report, and the registers they stand at."""

from app.cash.routes import closing, opening, registers, shifts
from app.cash.routes.pages import blueprint

__all__ = ["blueprint", "closing", "opening", "registers", "shifts"]
