"""Goods on the shelves, at what they cost."""

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from app.books.book import OpenBook
from app.catalog import queries as catalog
from app.catalog.facts import ItemFacts
from app.foundation.database import db
from app.foundation.quantity import price_of
from app.foundation.sheets import Row
from app.inventory.models import Stock
from app.inventory.operations import Move, move, stock_on_hand
from app.inventory.postings import UNIT, VARIANCE, into_stock
from app.ledger.draft import Line, debit
from app.opening.parts.base import Data, Part, RowReader
from app.opening.postings import SOURCE
from app.opening.refusals import StockThere
from app.purchasing.queries import consigned


class Facts(NamedTuple):
    items: dict[int, ItemFacts]
    found: dict[str, int]
    there: frozenset[int]
    consigned: frozenset[int]


class StockPart(Part):
    key = "stock"
    title = _l("Stok barang")
    hint = _l("Barang yang ada di gerai dan harga belinya per satuan. Barang didaftarkan dulu di katalog.")
    columns = {
        "code": ("Kode", "Nomor", "Barcode"),
        "name": ("Nama barang", "Nama"),
        "quantity": ("Jumlah",),
        "cost": ("Harga beli satuan", "Harga beli"),
    }
    needed = ("code", "quantity", "cost")

    def known(self, gerai_id: int) -> Iterable[list[Any]]:
        return [[str(item.no), item.name, None, None] for item in catalog.offered(gerai_id)]

    def look_up(self, gerai_id: int, rows: list[Row]) -> Facts:
        codes = [row.get("code") for row in rows if row.get("code")]
        found = catalog.find_items(gerai_id, codes)
        found |= {code: int(code) for code in codes if code.isascii() and code.isdigit() and len(code) < 8}
        items = catalog.items_by_no(gerai_id, found.values())
        query = select(Stock.item_no).where(Stock.gerai_id == gerai_id, Stock.quantity_milli > 0)
        there = frozenset(db.session.scalars(query))
        return Facts(items, found, there, frozenset(consigned(gerai_id, items)))

    def read_row(self, reader: RowReader, facts: Facts, today: date) -> Data | None:
        if not reader.text("quantity"):
            return None
        item = facts.items.get(facts.found.get(reader.text("code"), 0))
        if item is None or item.ended:
            reader.wrong("code", _("Barang ini tidak ada di katalog."))
            return None
        self._check(reader, item, facts)
        quantity, unit_cost = reader.quantity("quantity", item.decimals), reader.rupiah("cost")
        if not quantity:
            return None
        if not unit_cost:
            reader.wrong("cost", _("Isi harga belinya."))
        return {
            "item": item.no,
            "quantity": quantity,
            "cost": price_of(unit_cost, quantity),
            "group": item.stock_group,
        }

    def _check(self, reader: RowReader, item: ItemFacts, facts: Facts) -> None:
        if item.no in facts.consigned:
            reader.wrong("code", _("Barang titipan dicatat saat diterima dari pemiliknya, bukan di sini."))
        elif item.no in facts.there:
            reader.wrong("code", _("Barang ini sudah punya stok di sini. Kosongkan jumlahnya."))

    def identity(self, data: Data) -> Any:
        return data["item"]

    def amount(self, data: Data) -> int:
        return int(data["cost"])

    def take(self, book: OpenBook, on: date, rows: list[Data]) -> list[Line]:
        """Raises StockThere for an item that was received since its row was read."""
        levels = stock_on_hand(book, (row["item"] for row in rows))
        for item_no, level in levels.items():
            if level.quantity_milli > 0:
                raise StockThere(item=item_no)
        moves = [Move(row["item"], row["quantity"], row["cost"]) for row in rows]
        moved = move(book, on=on, source=SOURCE, source_no=1, moves=moves) if moves else []
        changes = [(row["group"], each.value_change) for row, each in zip(rows, moved, strict=True)]
        variance = sum(each.variance for each in moved)
        return [*into_stock(changes), debit(VARIANCE, UNIT, variance)]
