"""What the counter needs to know of an item. Pure."""

from typing import NamedTuple

from app.foundation.money import divide_half_up
from app.foundation.quantity import SCALE


class Pack(NamedTuple):
    """A pack under its own name: ``milli`` thousandths of the item's unit."""

    name: str
    milli: int


class Rule(NamedTuple):
    """A price that holds from one day to another (ISO dates, both included).

    ``kind``: retail, wholesale (from ``from_milli`` on), member, pack (of ``from_milli``), promotion.
    """

    kind: str
    from_milli: int
    price: int
    percent: int
    starts: str
    ends: str


class Ceiling(NamedTuple):
    """The highest price the state allows for a good: ``per_unit`` rupiah a kg, litre or cylinder.

    ``net_milli`` is what one unit of the item holds of it. ``action`` is ``block`` or ``warn``.
    """

    good: str
    action: str
    per_unit: int
    net_milli: int

    @property
    def max_price(self) -> int:
        """For one unit of the item, in rupiah."""
        return self.most(SCALE)

    def most(self, milli: int) -> int:
        """For ``milli`` thousandths of the item's unit; rounded down, since nothing above it is allowed."""
        return self.per_unit * self.net_milli * milli // (SCALE * SCALE)


class ItemFacts(NamedTuple):
    """What the counter needs to know of an item; ``price`` is the retail price in rupiah a unit, 0 without one.

    ``rules``, ``ceiling`` and ``no_bundling`` are those of the day the facts were asked for.
    """

    no: int
    name: str
    unit: str
    decimals: int
    stock_group: str
    price: int
    ended: bool
    rules: tuple[Rule, ...] = ()
    packs: tuple[Pack, ...] = ()
    ceiling: Ceiling | None = None
    no_bundling: bool = False
    container_no: int | None = None

    def pack(self, name: str) -> Pack | None:
        return next((pack for pack in self.packs if pack.name.lower() == name.lower()), None)


class Found(NamedTuple):
    """What a scanned code means: an item, the pack it stands on, or the weight it carries (``milli``)."""

    item: ItemFacts
    pack: Pack | None = None
    milli: int | None = None


def percent_off(price: int, percent: int) -> int:
    """A price less some percent, half up to whole rupiah."""
    return divide_half_up(price * (100 - percent), 100)
