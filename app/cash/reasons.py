"""Why cash goes into or out of a drawer, and the account that each reason stands for. Pure."""

from dataclasses import dataclass
from typing import Any

from flask_babel import lazy_gettext as _l

SHORTEST_REASON = 10
"""Letters of a reason that explains money; fewer explain nothing."""


@dataclass(frozen=True)
class CashReason:
    """``inward``: the drawer grows. ``account`` is the other side of it."""

    code: str
    name: Any
    account: str
    inward: bool = False


_ALL = (
    CashReason("stationery", _l("ATK dan cetak"), "6-1300"),
    CashReason("transport", _l("Transport dan angkut"), "6-1600"),
    CashReason("packaging", _l("Plastik dan kemasan"), "6-1720"),
    CashReason("utilities", _l("Listrik, air, internet"), "6-1200"),
    CashReason("upkeep", _l("Perbaikan kecil dan kebersihan"), "6-1400"),
    CashReason("meeting", _l("Konsumsi rapat"), "6-2100"),
    CashReason("other_cost", _l("Pengeluaran lain"), "8-1900"),
    CashReason("change", _l("Tambah uang kembalian dari brankas"), "1-1100", inward=True),
    CashReason("other_income", _l("Penerimaan lain"), "7-1900", inward=True),
)
REASONS = {each.code: each for each in _ALL}


def explains(reason: str) -> bool:
    """Is this long enough to tell somebody later what happened?"""
    return len(reason.strip()) >= SHORTEST_REASON
