"""The parts of a saldo awal, in the order they are asked for."""

from app.opening.parts.accounts import AccountsPart
from app.opening.parts.base import Data, Fault, Part, Reading
from app.opening.parts.bon import BonPart
from app.opening.parts.cash import CashPart
from app.opening.parts.payables import PayablesPart
from app.opening.parts.savings import SavingsPart
from app.opening.parts.stock import StockPart

PARTS: dict[str, Part] = {
    part.key: part
    for part in (CashPart(), StockPart(), BonPart(), PayablesPart(), SavingsPart(), AccountsPart())
}

__all__ = ["PARTS", "Data", "Fault", "Part", "Reading"]
