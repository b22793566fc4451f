"""A row of goods as a spreadsheet or a seed has it: what is said about an item, and nothing about the rest. Pure."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ItemPatch:
    """What one row says. ``None`` and empty say nothing, so what the item has stays as it is.

    The item is found by ``no``, or by ``name``; a name that nothing is called makes a new one. Prices in rupiah;
    ``break_price`` holds from ``break_milli`` thousandths on, ``pack_milli`` is a pack's content.
    """

    row: int
    no: int | None = None
    name: str = ""
    unit: str = ""
    decimals: int | None = None
    stock_group: str = ""
    price: int | None = None
    member_price: int | None = None
    break_milli: int | None = None
    break_price: int | None = None
    codes: tuple[str, ...] = ()
    pack: str = ""
    pack_milli: int | None = None
    pack_price: int | None = None
    pack_codes: tuple[str, ...] = ()
    plu: int | None = None
    good: str = ""
    net_milli: int | None = None
    container: str = ""
    deposit: int | None = None


@dataclass(frozen=True)
class PatchResult:
    """What became of a row: ``new``, ``changed``, ``same`` or ``bad`` (then ``sentence`` says why)."""

    row: int
    name: str
    state: str
    changes: tuple[str, ...] = ()
    sentence: str = ""
