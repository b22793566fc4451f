"""What the counter needs to know of an item. Pure."""

from typing import NamedTuple


class ItemFacts(NamedTuple):
    """What the counter needs to know of an item; ``price`` in rupiah a unit."""

    no: int
    name: str
    unit: str
    decimals: int
    stock_group: str
    price: int
    ended: bool
