"""Many rows of goods at once: rehearsed one by one, then done in one act."""

from collections.abc import Iterator, Sequence
from typing import Any

from flask_babel import gettext as _
from sqlalchemy import func, select

from app.books.acts import act
from app.books.book import OpenBook
from app.catalog import refusals
from app.catalog.facts import ItemFacts
from app.catalog.models import Barcode, Container, Item
from app.catalog.operations.barcodes import add_barcode
from app.catalog.operations.containers import add_container
from app.catalog.operations.items import add_item, change_item, known_item
from app.catalog.operations.packs import add_pack
from app.catalog.operations.prices import set_price
from app.catalog.operations.traits import Traits, set_traits
from app.catalog.patches import ItemPatch, PatchResult
from app.catalog.queries import items_by_no
from app.foundation import batch
from app.foundation.money import format_rupiah
from app.foundation.refusals import Refusal


class Rehearsed(Exception):
    """Carries what would have become of every row; nothing of it is kept."""

    def __init__(self, results: list[PatchResult]) -> None:
        super().__init__("rehearsed")
        self.results = results


@act("catalog.import_items")
def import_items(
    book: OpenBook, *, patches: tuple[ItemPatch, ...], above_ceiling: bool = False
) -> dict[str, Any]:
    """Do what every row says, or nothing at all. Raises what the first bad row is refused with."""
    states = []
    for patch in patches:
        _item, state, _changes = _apply(book, patch, above_ceiling=above_ceiling)
        states.append(state)
    return {"rows": len(states), "new": states.count("new"), "changed": states.count("changed")}


@act("catalog.rehearse_import")
def rehearse_import(book: OpenBook, *, patches: tuple[ItemPatch, ...], above_ceiling: bool = False) -> None:
    """Try every row, the bad ones too, and keep nothing. Always raises Rehearsed."""
    raise Rehearsed([_tried(book, patch, above_ceiling=above_ceiling) for patch in patches])


def _tried(book: OpenBook, patch: ItemPatch, *, above_ceiling: bool) -> PatchResult:
    counters = dict(book.counters)
    try:
        with book.connection.begin_nested():
            item, state, changes = _apply(book, patch, above_ceiling=above_ceiling)
            book.session.flush()
            batch.send(book.connection)
            return PatchResult(patch.row, item.name, state, tuple(changes))
    except Refusal as refusal:
        book.session.expunge_all()  # what it knows of this row is gone
        book.counters = counters
        name = patch.name or str(_("Nomor %(no)s", no=patch.no))
        return PatchResult(patch.row, name, "bad", sentence=refusal.message)


def _apply(book: OpenBook, patch: ItemPatch, *, above_ceiling: bool) -> tuple[Item, str, Sequence[str]]:
    item = _find(book, patch)
    fresh = item is None
    if item is None:
        item = _add(book, patch)
    changes = [
        *_described(book, item, patch),
        *_traits(book, item, patch, above_ceiling=above_ceiling),
        *_pack(book, item, patch),
        *_prices(book, item, patch, above_ceiling=above_ceiling),
        *_codes(book, item, patch.codes, None),
        *_codes(book, item, patch.pack_codes, patch.pack_milli),
    ]
    return item, "new" if fresh else "changed" if changes else "same", changes


def _find(book: OpenBook, patch: ItemPatch) -> Item | None:
    if patch.no is not None:
        return known_item(book, patch.no)
    name = " ".join(patch.name.split()).lower()
    query = select(Item).where(Item.gerai_id == book.gerai_id, func.lower(Item.name) == name)
    return book.session.scalar(query.where(Item.ended_at.is_(None)).limit(1))


def _add(book: OpenBook, patch: ItemPatch) -> Item:
    if not patch.unit:
        raise refusals.UnitMissing("unit")
    done = add_item(
        book,
        name=patch.name,
        unit=patch.unit,
        decimals=patch.decimals or 0,
        stock_group=patch.stock_group or "sembako",
    )
    return known_item(book, done.answer["item"])


def _described(book: OpenBook, item: Item, patch: ItemPatch) -> Iterator[str]:
    name = " ".join(patch.name.split()) or item.name
    unit = patch.unit or item.unit
    decimals = item.decimals if patch.decimals is None else patch.decimals
    group = patch.stock_group or item.stock_group
    if (name, unit, decimals, group) == (item.name, item.unit, item.decimals, item.stock_group):
        return
    if name != item.name:
        yield _("Nama %(was)s menjadi %(now)s", was=item.name, now=name)
    if (unit, decimals, group) != (item.unit, item.decimals, item.stock_group):
        yield _("Satuan atau kelompok")
    change_item(book, item_no=item.no, name=name, unit=unit, decimals=decimals, stock_group=group)


def _traits(book: OpenBook, item: Item, patch: ItemPatch, *, above_ceiling: bool) -> Iterator[str]:
    had = item.trait
    was = Traits(had.plu, had.container_no, had.good, had.net_milli) if had else Traits()
    now = Traits(
        patch.plu or was.plu,
        _container(book, patch) or was.container_no,
        patch.good or was.good,
        patch.net_milli or was.net_milli,
    )
    if now != was:
        set_traits(book, item_no=item.no, traits=now, above_ceiling=above_ceiling)
        yield _("Nomor timbangan, wadah, atau aturan harga")


def _container(book: OpenBook, patch: ItemPatch) -> int | None:
    if not patch.container:
        return None
    name = " ".join(patch.container.split())
    same = (Container.gerai_id == book.gerai_id, func.lower(Container.name) == name.lower())
    known = book.session.scalar(select(Container.no).where(*same))
    return known or int(add_container(book, name=name, deposit=patch.deposit or 0).answer["container"])


def _pack(book: OpenBook, item: Item, patch: ItemPatch) -> Iterator[str]:
    if patch.pack_milli is None or any(pack.milli == patch.pack_milli for pack in item.packs):
        return
    add_pack(book, item_no=item.no, name=patch.pack, milli=patch.pack_milli)
    yield _("Kemasan %(name)s", name=patch.pack)


def _prices(book: OpenBook, item: Item, patch: ItemPatch, *, above_ceiling: bool) -> Iterator[str]:
    wanted = [
        ("retail", 0, patch.price, _("Harga eceran")),
        ("member", 0, patch.member_price, _("Harga anggota")),
        ("wholesale", patch.break_milli or 0, patch.break_price, _("Harga grosir")),
        ("pack", patch.pack_milli or 0, patch.pack_price, _("Harga kemasan")),
    ]
    if not any(price for _kind, _milli, price, _word in wanted):
        return
    facts = items_by_no(book.gerai_id, [item.no], book.today)[item.no]
    for kind, milli, price, word in wanted:
        was = _price_now(facts, kind, milli)
        if price and price != was:
            set_price(
                book, item_no=item.no, price=price, kind=kind, from_milli=milli, above_ceiling=above_ceiling
            )
            yield _changed(word, was, price)


def _price_now(facts: ItemFacts, kind: str, milli: int) -> int:
    return next((rule.price for rule in facts.rules if (rule.kind, rule.from_milli) == (kind, milli)), 0)


def _changed(word: str, was: int, now: int) -> str:
    if not was:
        return f"{word} {format_rupiah(now)}"
    facts = {"what": word, "was": format_rupiah(was), "now": format_rupiah(now)}
    return str(_("%(what)s %(was)s menjadi %(now)s", **facts))


def _codes(book: OpenBook, item: Item, codes: tuple[str, ...], milli: int | None) -> Iterator[str]:
    mine = select(Barcode.code).where(Barcode.gerai_id == book.gerai_id, Barcode.item_no == item.no)
    known = set(book.session.scalars(mine)) if codes else set()
    for code in codes:
        if code not in known:
            add_barcode(book, item_no=item.no, code=code, milli=milli)
            yield _("Kode batang %(code)s", code=code)
