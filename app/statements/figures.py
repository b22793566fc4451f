"""What a day of the books comes to. Pure.

Turnover is what was sold after discount, members and others apart; the cost of the goods and so the
gross profit are known from the same entries. All in rupiah.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.cash.postings import OVER, ROUNDING, SHORT
from app.foundation.money import divide_half_up
from app.inventory.postings import VARIANCE
from app.sales.postings import COMMISSION, COSTS, DISCOUNTS, SALES

ACCOUNTS = (
    *SALES.values(),
    *DISCOUNTS.values(),
    *COSTS.values(),
    COMMISSION,
    OVER,
    SHORT,
    ROUNDING,
    VARIANCE,
)


@dataclass(frozen=True)
class Figures:
    """One day: ``moved`` is account -> debit less credit, ``receipts`` how many baskets were sold.

    ``counts`` are all measures of that day; a measure that nobody kept is not there.
    """

    moved: Mapping[str, int] = field(default_factory=dict)
    receipts: int = 0
    counts: Mapping[str, int] = field(default_factory=dict)

    def _debit(self, *accounts: str) -> int:
        return sum(self.moved.get(account, 0) for account in accounts)

    def _turnover(self, member: bool) -> int:
        return -self._debit(SALES[member], DISCOUNTS[member])

    @property
    def from_members(self) -> int:
        return self._turnover(member=True)

    @property
    def from_others(self) -> int:
        return self._turnover(member=False)

    @property
    def turnover(self) -> int:
        return self.from_members + self.from_others

    @property
    def discounts(self) -> int:
        return self._debit(*DISCOUNTS.values())

    @property
    def cost(self) -> int:
        return self._debit(*COSTS.values())

    @property
    def commission(self) -> int:
        """What the gerai keeps of goods on consignment."""
        return -self._debit(COMMISSION)

    @property
    def gross_profit(self) -> int:
        """Of the gerai's own goods, and the commission on those of others."""
        return self.turnover - self.cost + self.commission

    @property
    def rounding(self) -> int:
        """Given to buyers by rounding cash down."""
        return self._debit(ROUNDING)

    @property
    def cash_short(self) -> int:
        return self._debit(SHORT)

    @property
    def cash_over(self) -> int:
        return -self._debit(OVER)

    @property
    def stock_loss(self) -> int:
        """Goods broken, expired, lost or costing more than thought; negative when they turned up."""
        return self._debit(VARIANCE)

    @property
    def average(self) -> int:
        """Rupiah a receipt; 0 without receipts."""
        return divide_half_up(self.turnover, self.receipts) if self.receipts else 0

    @property
    def is_empty(self) -> bool:
        return self.receipts == 0 and not any(self.moved.values())


def permille(part: int, whole: int) -> int | None:
    """``part`` of ``whole`` in thousandths, half up; None where there is nothing to compare with."""
    return divide_half_up(1000 * part, whole) if whole > 0 else None


def percent(thousandths: int) -> str:
    """123 -> ``12,3%``, as it is written here."""
    whole, tenth = divmod(abs(thousandths), 10)
    return f"{whole},{tenth}%"
