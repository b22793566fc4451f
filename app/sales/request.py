"""What the till's door takes: a JSON body read into a ``SaleRequest``, every field checked for its shape. Pure.

Reading decides nothing about prices, stock or limits. Numbers must be JSON integers (no 1e3, no 1.0),
quantities strings with a point; what is wrong is named field by field.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from app.catalog.barcodes import NotBarcode, normalise
from app.foundation.dates import JAKARTA
from app.foundation.money import LARGEST
from app.foundation.quantity import NotQuantity, read_quantity
from app.sales.refusals import Malformed

MOST_LINES = 200
MOST_TENDERS = 10
MOST_PRICE = 10**9
NUMBER = re.compile(r"([A-Z]{1,2})-(\d{6,9})")
TENDER_KINDS = ("cash", "qris")


@dataclass(frozen=True)
class LineRequest:
    """One line as the counter has it. Exactly one of ``item`` and ``barcode`` is there."""

    item: int | None
    barcode: str | None
    quantity_milli: int
    unit: str | None
    unit_price: int | None
    discount: int


@dataclass(frozen=True)
class TenderRequest:
    kind: str
    amount: int


@dataclass(frozen=True)
class SaleRequest:
    """A basket. ``completed`` and the sender's own limit are no part of its content (``compare=False``).

    ``total`` is the sum of the lines before rounding. ``clock_offset_ms`` is the device's clock less the server's.
    """

    reference: str
    register: str
    number: str
    shift: int
    sold_at: datetime
    clock_offset_ms: int
    member: int | None
    lines: tuple[LineRequest, ...]
    rounding: int | None
    total: int | None
    tenders: tuple[TenderRequest, ...]
    completed: bool = field(compare=False, default=False)
    discount_limit: int | None = field(compare=False, default=None)

    @property
    def number_seq(self) -> int:
        return int(self.number.partition("-")[2])


class _Reader:
    """Reads fields out of one object and collects what is wrong with them."""

    def __init__(self, body: dict[str, Any], path: str, errors: list[dict[str, str]]) -> None:
        self.body, self.path, self.errors = body, path, errors

    def wrong(self, name: str, message: str) -> None:
        self.errors.append({"field": f"{self.path}{name}", "message": message})

    def whole(
        self, name: str, low: int, high: int, default: int | None = None, *, needed: bool = True
    ) -> int | None:
        value = self.body.get(name)
        if value is None and (not needed or default is not None):
            return default
        if type(value) is not int or not low <= value <= high:
            self.wrong(name, f"an integer from {low} to {high}")
            return default
        return value

    def text(self, name: str, longest: int, *, needed: bool = True) -> str | None:
        value = self.body.get(name)
        if value is None and not needed:
            return None
        if not isinstance(value, str) or not 0 < len(value) <= longest or "\0" in value:
            self.wrong(name, f"a text of 1 to {longest} characters")
            return None
        return value

    def parsed(self, name: str, parse: Callable[[str], Any], what: str) -> Any:
        value = self.text(name, 60)
        if value is None:
            return None
        try:
            return parse(value)
        except ValueError:
            self.wrong(name, what)
            return None

    def objects(self, name: str, low: int, high: int) -> list["_Reader"]:
        value = self.body.get(name)
        if not isinstance(value, list) or not low <= len(value) <= high:
            self.wrong(name, f"a list of {low} to {high} objects")
            return []
        readers = []
        for i, item in enumerate(value):
            if isinstance(item, dict):
                readers.append(_Reader(item, f"{self.path}{name}.{i}.", self.errors))
            else:
                self.wrong(f"{name}.{i}", "an object")
        return readers


def read(body: Any, *, discount_limit: int | None = None) -> SaleRequest:
    """The request in ``body``. Raises Malformed with every fault, each by its path (``lines.0.quantity``)."""
    if not isinstance(body, dict):
        raise Malformed(errors=[{"field": "", "message": "a JSON object"}])
    errors: list[dict[str, str]] = []
    reader = _Reader(body, "", errors)
    completed = body.get("completed", False)
    if not isinstance(completed, bool):
        reader.wrong("completed", "true or false")
    register, number = reader.text("register", 2), reader.parsed("number", _number, "like A-000123")
    if register and number and number.partition("-")[0] != register:
        reader.wrong("number", "it begins with the register's letter")
    request = SaleRequest(
        reference=reader.parsed("reference", _uuid, "a UUID"),
        register=register or "",
        number=number or "",
        shift=reader.whole("shift", 1, 2**31) or 0,
        sold_at=reader.parsed("sold_at", _moment, "a moment as in ISO 8601"),
        clock_offset_ms=reader.whole("clock_offset_ms", -(2**45), 2**45, 0) or 0,
        member=reader.whole("member", 1, 2**31, needed=False),
        lines=tuple(_line(line) for line in reader.objects("lines", 1, MOST_LINES)),
        rounding=reader.whole("rounding", -100_000, 100_000, needed=False),
        total=reader.whole("total", 0, LARGEST, needed=False),
        tenders=tuple(_tender(tender) for tender in reader.objects("tenders", 0, MOST_TENDERS)),
        completed=completed is True,
        discount_limit=discount_limit,
    )
    if errors:
        raise Malformed(errors=errors)
    return request


def _line(reader: _Reader) -> LineRequest:
    item = reader.whole("item", 1, 2**31, needed=False)
    barcode = reader.text("barcode", 20, needed=False)
    if (item is None) == (barcode is None):
        reader.wrong("item", "either item or barcode")
    return LineRequest(
        item=item,
        barcode=_barcode(barcode),
        quantity_milli=_quantity(reader),
        unit=reader.text("unit", 10, needed=False),
        unit_price=reader.whole("unit_price", 0, MOST_PRICE, needed=False),
        discount=reader.whole("discount", 0, LARGEST, 0) or 0,
    )


def _barcode(text: str | None) -> str | None:
    """In the form the catalogue keeps; what is no barcode stays as it was scanned and will not be found."""
    if text is None:
        return None
    try:
        return normalise(text)
    except NotBarcode:
        return text


def _quantity(reader: _Reader) -> int:
    value = reader.body.get("quantity")
    text = str(value) if type(value) is int else value
    try:
        milli = read_quantity(text) if isinstance(text, str) else 0
    except NotQuantity:
        milli = 0
    if milli <= 0:
        reader.wrong("quantity", 'a quantity above zero with at most three decimals, like "1.250"')
    return milli


def _tender(reader: _Reader) -> TenderRequest:
    kind = reader.text("kind", 10)
    if kind is not None and kind not in TENDER_KINDS:
        reader.wrong("kind", "cash or qris")
    return TenderRequest(kind or "", reader.whole("amount", 0, LARGEST) or 0)


def _uuid(text: str) -> str:
    if len(text) != 36:
        raise ValueError(text)
    return str(UUID(text))


def _number(text: str) -> str:
    if not text.isascii() or NUMBER.fullmatch(text) is None or int(text.partition("-")[2]) == 0:
        raise ValueError(text)
    return text


def _moment(text: str) -> datetime:
    """A moment without an offset is one on the clocks of Jakarta."""
    moment = datetime.fromisoformat(text)
    moment = moment if moment.tzinfo else moment.replace(tzinfo=JAKARTA)
    if not 2020 <= moment.year < 2100:
        raise ValueError(text)
    return moment
