"""What only some items have: a number on the scale, a vessel, a good whose price the state limits."""

from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import insert, select, update

from app.books.acts import act
from app.books.book import OpenBook
from app.catalog import refusals
from app.catalog.barcodes import plu_of
from app.catalog.models import Barcode, Container, Item, ItemTrait, RegulatedGood
from app.catalog.operations.items import changed, known_item
from app.catalog.queries import items_by_no


@dataclass(frozen=True)
class Traits:
    """All of an item's traits; what is None it has not."""

    plu: int | None = None
    container_no: int | None = None
    good: str | None = None
    net_milli: int | None = None


@act("catalog.set_traits")
def set_traits(
    book: OpenBook, *, item_no: int, traits: Traits, above_ceiling: bool = False
) -> dict[str, Any]:
    """Say anew what is special about an item.

    Raises ItemUnknown, PluNotWeighed, PluTaken, ContainerUnknown, ContainerOfPieces, GoodUnknown,
    ContentMissing, PriceAboveCeiling, PriceAboveAdvice (of the price it has today).
    """
    item = known_item(book, item_no)
    _check_plu(book, item, traits.plu)
    _check_container(book, item, traits.container_no)
    if traits.good is not None and book.session.get(RegulatedGood, traits.good) is None:
        raise refusals.GoodUnknown("good")
    if traits.good is not None and not traits.net_milli:
        raise refusals.ContentMissing("net_milli")
    values = asdict(traits)
    if traits.good is None:
        values["net_milli"] = None
    _write(book, item_no, values)
    _check_price(book, item_no, above_ceiling=above_ceiling)
    changed(book)
    return {"item": item_no, **values}


def _write(book: OpenBook, item_no: int, values: dict[str, Any]) -> None:
    mine = (ItemTrait.gerai_id == book.gerai_id, ItemTrait.item_no == item_no)
    if book.session.scalar(select(ItemTrait.item_no).where(*mine)) is None:
        book.session.execute(insert(ItemTrait), [{"gerai_id": book.gerai_id, "item_no": item_no, **values}])
    else:
        book.session.execute(update(ItemTrait).where(*mine).values(**values))
    book.session.expire_all()


def _check_plu(book: OpenBook, item: Item, plu: int | None) -> None:
    """A PLU is for what is weighed in kg, belongs to one item, and to no label that is fixed to one."""
    if plu is None:
        return
    if item.unit.lower() != "kg" or item.decimals == 0:
        raise refusals.PluNotWeighed("plu")
    taken = plu_owner(book, plu, but=item.no)
    if taken is not None:
        raise refusals.PluTaken("plu", item=taken)
    labels = select(Barcode.code).where(Barcode.gerai_id == book.gerai_id, Barcode.code.startswith("2"))
    for code in book.session.scalars(labels):
        if plu_of(code) == plu:
            raise refusals.PluOnLabel("plu", code=code)


def plu_owner(book: OpenBook, plu: int, but: int = 0) -> str | None:
    """The name of the item that has this number on the scale."""
    query = (
        select(Item.name)
        .join(ItemTrait, (ItemTrait.gerai_id == Item.gerai_id) & (ItemTrait.item_no == Item.no))
        .where(Item.gerai_id == book.gerai_id, ItemTrait.plu == plu, Item.no != but)
    )
    return book.session.scalar(query) if plu else None


def _check_container(book: OpenBook, item: Item, container_no: int | None) -> None:
    if container_no is None:
        return
    if book.session.get(Container, (book.gerai_id, container_no)) is None:
        raise refusals.ContainerUnknown("container_no")
    if item.decimals:
        raise refusals.ContainerOfPieces("container_no")


def _check_price(book: OpenBook, item_no: int, *, above_ceiling: bool) -> None:
    """A price that is too high once the good is known stands in the way of a sale; better said now."""
    facts = items_by_no(book.gerai_id, [item_no], book.today)[item_no]
    if facts.ceiling is None or facts.price <= facts.ceiling.max_price:
        return
    if facts.ceiling.action == "block":
        raise refusals.PriceAboveCeiling("good", most=facts.ceiling.max_price)
    if not above_ceiling:
        raise refusals.PriceAboveAdvice("good", most=facts.ceiling.max_price)
