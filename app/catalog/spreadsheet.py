"""The catalogue as a spreadsheet: what its columns are called, a row written, and a row read. No database."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict
from decimal import Decimal
from typing import Any, TypeVar

from flask_babel import gettext as _

from app.catalog.barcodes import NotBarcode, normalise
from app.catalog.ceilings import GOODS, name_of
from app.catalog.facts import ItemFacts
from app.catalog.patches import ItemPatch, PatchResult
from app.foundation.money import NotRupiah, parse_rupiah
from app.foundation.quantity import SCALE, NotQuantity, parse_quantity
from app.foundation.sheets import Cell, Row

T = TypeVar("T")
MOST_ROWS = 1_000
"""A preview's rows come back in one field of a form, which holds half a megabyte."""
HIGHEST_PRICE = 100_000_000

COLUMNS = {
    "no": ("Nomor",),
    "name": ("Nama barang", "Nama"),
    "unit": ("Satuan",),
    "decimals": ("Dihitung",),
    "stock_group": ("Kelompok",),
    "price": ("Harga eceran", "Harga jual", "Harga"),
    "member_price": ("Harga anggota",),
    "break_milli": ("Grosir mulai",),
    "break_price": ("Harga grosir",),
    "codes": ("Kode batang", "Barcode"),
    "pack": ("Kemasan",),
    "pack_milli": ("Isi kemasan",),
    "pack_price": ("Harga kemasan",),
    "pack_codes": ("Kode kemasan",),
    "plu": ("Nomor timbangan", "PLU"),
    "good": ("Harga diatur sebagai",),
    "net_milli": ("Isi bersih",),
    "container": ("Wadah",),
    "deposit": ("Uang jaminan",),
    "ceiling": ("Harga tertinggi pemerintah",),
}
HEADING = [words[0] for words in COLUMNS.values()]
COUNTED = {"utuh": 0, "ditimbang": 3}
STOCK_GROUPS = {"sembako": "sembako", "bersubsidi": "subsidised", "hasil tani": "produce"}


class NotSaid(ValueError):
    """A cell that says nothing a column can hold; its text is the sentence about it."""


def written(
    item: ItemFacts,
    codes: Iterable[tuple[str, int | None]],
    plu: int | None,
    container: tuple[str, int] | None,
) -> Iterator[list[Cell]]:
    """The rows of an item: one, and one more for each further break and pack."""
    all_codes = list(codes)
    breaks = [(rule.from_milli, rule.price) for rule in item.rules if rule.kind == "wholesale"]
    own = {rule.from_milli: rule.price for rule in item.rules if rule.kind == "pack"}
    member = next((rule.price for rule in item.rules if rule.kind == "member"), None)
    for place in range(max(1, len(breaks), len(item.packs))):
        first = place == 0
        cells: dict[str, Cell] = {"no": item.no, "name": item.name}
        if first:
            cells |= _base(item, [code for code, milli in all_codes if milli is None], member, plu, container)
        if place < len(breaks):
            cells |= {"break_milli": _number(breaks[place][0]), "break_price": breaks[place][1]}
        if place < len(item.packs):
            pack = item.packs[place]
            mine = " ".join(code for code, milli in all_codes if milli == pack.milli)
            cells |= {"pack": pack.name, "pack_milli": _number(pack.milli)}
            cells |= {"pack_price": own.get(pack.milli), "pack_codes": mine}
        yield [cells.get(column) for column in COLUMNS]


def _base(
    item: ItemFacts, codes: list[str], member: int | None, plu: int | None, container: tuple[str, int] | None
) -> dict[str, Cell]:
    ceiling = item.ceiling
    return {
        "unit": item.unit,
        "decimals": _word(COUNTED, item.decimals),
        "stock_group": _word(STOCK_GROUPS, item.stock_group),
        "price": item.price or None,
        "member_price": member,
        "codes": " ".join(codes),
        "plu": plu,
        "good": name_of(ceiling.good) if ceiling else None,
        "net_milli": _number(ceiling.net_milli) if ceiling else None,
        "container": container[0] if container else None,
        "deposit": container[1] if container else None,
        "ceiling": ceiling.max_price if ceiling else None,
    }


def _word(words: dict[str, Any], value: Any) -> str:
    return next(word for word, meant in words.items() if meant == value)


def _number(milli: int) -> Decimal:
    return Decimal(milli) / SCALE


def read(rows: Iterable[Row]) -> tuple[list[ItemPatch], list[PatchResult]]:
    """What the rows say, and the rows that say nothing readable, each with its sentence."""
    patches, bad = [], []
    for row in rows:
        try:
            patches.append(_patch(row))
        except NotSaid as fault:
            bad.append(PatchResult(row.no, row.get("name")[:60], "bad", sentence=str(fault)))
    return patches, bad


def _patch(row: Row) -> ItemPatch:
    number, name = _read(row, "no", _whole), row.get("name")
    if number is None and not name:
        raise NotSaid(_("Tulis nama barangnya."))
    if len(name) > 60:
        raise NotSaid(_("Nama barang paling banyak 60 huruf."))
    return ItemPatch(
        row.no,
        no=number,
        name=name,
        unit=_short(row, "unit"),
        decimals=_read(row, "decimals", lambda text: _one_of(COUNTED, text)),
        stock_group=_read(row, "stock_group", lambda text: _one_of(STOCK_GROUPS, text)) or "",
        price=_read(row, "price", _rupiah),
        member_price=_read(row, "member_price", _rupiah),
        **_together(row, "break_milli", "break_price"),
        codes=_codes(row, "codes"),
        **_of_pack(row),
        plu=_read(row, "plu", _whole),
        **_of_good(row),
        container=row.get("container")[:40],
        deposit=_read(row, "deposit", _rupiah),
    )


def _together(row: Row, milli: str, price: str) -> dict[str, Any]:
    found = {milli: _read(row, milli, _quantity), price: _read(row, price, _rupiah)}
    if (found[milli] is None) != (found[price] is None):
        raise NotSaid(_("Grosir mulai dan harga grosir diisi bersama-sama."))
    return found


def _of_pack(row: Row) -> dict[str, Any]:
    facts = {
        "pack": _short(row, "pack"),
        "pack_milli": _read(row, "pack_milli", _quantity),
        "pack_price": _read(row, "pack_price", _rupiah),
        "pack_codes": _codes(row, "pack_codes"),
    }
    if any(facts.values()) and not (facts["pack"] and facts["pack_milli"]):
        raise NotSaid(_("Kemasan perlu nama dan isinya."))
    return facts


def _of_good(row: Row) -> dict[str, Any]:
    names = {str(name).lower(): code for code, name in GOODS.items()} | {code: code for code in GOODS}
    good = _read(row, "good", lambda text: _one_of(names, text)) or ""
    net = _read(row, "net_milli", _quantity)
    if bool(good) != (net is not None):
        raise NotSaid(_("Harga diatur sebagai dan isi bersih diisi bersama-sama."))
    return {"good": good, "net_milli": net}


def _read(row: Row, column: str, parse: Callable[[str], T]) -> T | None:
    text = row.get(column)
    if not text:
        return None
    try:
        return parse(text)
    except ValueError:
        facts = {"column": COLUMNS[column][0], "text": text[:40]}
        raise NotSaid(_("%(column)s tidak terbaca: %(text)s.", **facts)) from None


def _whole(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise ValueError(text)
    return int(text)


def _rupiah(text: str) -> int:
    try:
        amount = parse_rupiah(text)
    except NotRupiah as fault:
        raise ValueError(text) from fault
    if amount > HIGHEST_PRICE:
        raise ValueError(text)
    return amount


def _quantity(text: str) -> int:
    try:
        milli = parse_quantity(text)
    except NotQuantity as fault:
        raise ValueError(text) from fault
    if milli <= 0:
        raise ValueError(text)
    return milli


def _one_of(words: dict[str, T], text: str) -> T:
    if text.lower() not in words:
        raise ValueError(text)
    return words[text.lower()]


def _short(row: Row, column: str) -> str:
    text = row.get(column)
    if len(text) > 10:
        raise NotSaid(_("%(column)s paling banyak 10 huruf.", column=COLUMNS[column][0]))
    return text


def _codes(row: Row, column: str) -> tuple[str, ...]:
    found = []
    for text in row.get(column).replace(",", " ").replace(";", " ").split():
        try:
            found.append(normalise(text.zfill(8), carton=column == "pack_codes"))
        except NotBarcode:
            raise NotSaid(_("Kode batang %(code)s tidak benar.", code=text[:20])) from None
    return tuple(found)


def pack_up(patches: Iterable[ItemPatch]) -> str:
    """Rows as a form can carry them; what says nothing is left out."""
    empty = asdict(ItemPatch(0))
    return json.dumps(
        [{name: value for name, value in asdict(patch).items() if value != empty[name]} for patch in patches],
        separators=(",", ":"),
        ensure_ascii=False,
    )


def unpack(text: str) -> tuple[ItemPatch, ...]:
    """The rows of ``pack_up``. Raises ValueError for anything else: a form may be tampered with."""
    rows = json.loads(text)
    if not isinstance(rows, list) or len(rows) > MOST_ROWS:
        raise ValueError("rows")
    return tuple(_unpacked(row) for row in rows)


def _unpacked(row: Any) -> ItemPatch:
    empty = asdict(ItemPatch(0))
    if not isinstance(row, dict) or not set(row) <= set(empty):
        raise ValueError("row")
    for name, value in row.items():
        if isinstance(empty[name], tuple):
            row[name] = tuple(_text(code) for code in value) if isinstance(value, list) else _text(None)
        elif isinstance(empty[name], str):
            row[name] = _text(value)
        elif type(value) is not int or not 0 <= value <= 10**10:
            raise ValueError(name)
    return ItemPatch(**{"row": 0, **row})


def _text(value: Any) -> str:
    if not isinstance(value, str) or len(value) > 60 or not value.isprintable():
        raise ValueError("text")
    return value
