"""Pages of this room: shifts and their registers, cash and bank, differences, surprise counts."""

from app.cash.routes import (
    banks,
    closing,
    devices,
    differences,
    money,
    movements,
    opening,
    registers,
    shifts,
    surprises,
)
from app.cash.routes.pages import blueprint

__all__ = [
    "banks",
    "blueprint",
    "closing",
    "devices",
    "differences",
    "money",
    "movements",
    "opening",
    "registers",
    "shifts",
    "surprises",
]
