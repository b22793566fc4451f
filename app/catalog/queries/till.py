"""The catalogue as a till keeps it: docs/till-api.md says what each key means."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from sqlalchemy import bindparam, select

from app.catalog.facts import ItemFacts, Rule
from app.catalog.models import Barcode, Container, ItemTrait, PackBarcode
from app.catalog.pricing import in_force, price_for, usual_price
from app.catalog.queries import rows
from app.foundation import batch
from app.foundation.database import db

SCALE_CODES = {"prefixes": [f"2{digit}" for digit in range(10)], "plu": [2, 7], "milli": [7, 12]}
"""How a scale's label is read: places in the 13 digits. A code that an item has for itself goes first."""

_GERAI: Any = bindparam("gerai_id")
_STANDS_ON = (PackBarcode.gerai_id == Barcode.gerai_id) & (PackBarcode.code == Barcode.code)
_CODES = (
    select(Barcode.item_no, Barcode.code, PackBarcode.milli)
    .outerjoin(PackBarcode, _STANDS_ON)
    .where(Barcode.gerai_id == _GERAI)
    .order_by(Barcode.item_no, Barcode.code)
)
_PLUS = select(ItemTrait.item_no, ItemTrait.plu).where(
    ItemTrait.gerai_id == _GERAI, ItemTrait.plu.is_not(None)
)
_CONTAINERS = (
    select(Container.no, Container.name, Container.deposit)
    .where(Container.gerai_id == _GERAI)
    .order_by(Container.no)
)
Codes = Sequence[tuple[str, int | None]]
"""(code, thousandths in the pack it stands on, or none)"""


def till_items(gerai_id: int, on: date | None = None) -> list[dict[str, Any]]:
    """Everything on sale that has a price on that day (without one: a price at all). Three queries."""
    codes: dict[int, list[tuple[str, int | None]]] = {}
    for item_no, code, milli in _ask(_CODES, gerai_id):
        codes.setdefault(item_no, []).append((code, milli))
    plus: dict[int, int] = dict(_ask(_PLUS, gerai_id))
    items = rows.gather(rows.rows_on_sale(gerai_id, on)).values()
    sold = sorted((item for item in items if item.price), key=lambda item: (item.name, item.no))
    return [_for_till(item, codes.get(item.no, []), plus.get(item.no), on or rows.NO_DAY) for item in sold]


def till_containers(gerai_id: int) -> list[dict[str, Any]]:
    return [{"no": no, "name": name, "deposit": deposit} for no, name, deposit in _ask(_CONTAINERS, gerai_id)]


def _for_till(item: ItemFacts, codes: Codes, plu: int | None, on: date) -> dict[str, Any]:
    """A promotion is for everybody, so its price is simply the price; what it usually costs stands beside it."""
    price = price_for(item, 1, member=False, on=on).unit_price
    shown: dict[str, Any] = {name: getattr(item, name) for name in ("no", "name", "unit", "decimals")}
    shown |= {"price": price, "group": item.stock_group}
    shown["barcodes"] = [code for code, milli in codes if milli is None]
    return shown | dict(_besides(item, codes, plu, price, on))


def _besides(
    item: ItemFacts, codes: Codes, plu: int | None, price: int, on: date
) -> Iterator[tuple[str, Any]]:
    """What only some items have; the till's store stays small for the others."""
    usual = usual_price(item, on)
    lower = [rule for rule in item.rules if in_force(rule, on) and 0 < rule.price < price]
    special: dict[str, Any] = {
        "usual_price": usual if usual > price else None,
        "member_price": next((rule.price for rule in lower if rule.kind == "member"), None),
        "breaks": [_break(rule) for rule in sorted(lower) if rule.kind == "wholesale"],
        "packs": list(_packs(item, codes, on)),
        "ceiling": _ceiling(item),
        "no_bundling": item.no_bundling,
        "container": item.container_no,
        "plu": plu,
    }
    yield from ((name, value) for name, value in special.items() if value)


def _break(rule: Rule) -> dict[str, int]:
    return {"milli": rule.from_milli, "price": rule.price}


def _ceiling(item: ItemFacts) -> dict[str, Any] | None:
    return item.ceiling and {"price": item.ceiling.max_price, "action": item.ceiling.action}


def _packs(item: ItemFacts, codes: Codes, on: date) -> Iterator[dict[str, Any]]:
    """Once for each code on a pack; a pack without one comes with ``null``."""
    own = {rule.from_milli: rule.price for rule in item.rules if rule.kind == "pack" and in_force(rule, on)}
    for pack in item.packs:
        mine: list[str | None] = [code for code, milli in codes if milli == pack.milli]
        for code in mine or [None]:
            facts = {"unit": pack.name, "milli": pack.milli, "price": own.get(pack.milli)}
            yield {"barcode": code, **facts}


def _ask(statement: Any, gerai_id: int) -> list[tuple[Any, ...]]:
    return batch.ask(db.session.connection(), statement, gerai_id=gerai_id)
