"""What is objected to: a sale that is asked is refused, one that is told is recorded with exceptions. Pure."""

from app.foundation.quantity import wire_quantity
from app.foundation.refusals import Refusal
from app.sales import refusals


class Verdict:
    """Takes objections: refuses an asked sale, keeps exceptions of one that is told."""

    def __init__(self, *, told: bool) -> None:
        self.told = told
        self.exceptions: list[Refusal] = []

    def object(self, refusal: Refusal) -> None:
        """Raises the refusal unless the sale is told."""
        if not self.told:
            raise refusal
        self.note(refusal)

    def note(self, refusal: Refusal) -> None:
        """Keep an exception that is no reason to refuse even an asked sale."""
        self.exceptions.append(refusal)


def exception_json(refusal: Refusal) -> dict[str, object]:
    """An exception as the door answers it: its code and its facts."""
    facts = {key: value for key, value in refusal.facts.items() if isinstance(value, int | str)}
    if isinstance(refusal, refusals.StockShort):
        facts["left"] = wire_quantity(refusal.facts["left"])
    return {"code": refusal.code, **facts}
