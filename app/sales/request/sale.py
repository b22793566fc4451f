"""A basket as the till's door takes it: ``SaleRequest``, every field checked for its shape. Pure.

Reading decides nothing about prices, stock or limits. Numbers must be JSON integers (no 1e3, no 1.0),
quantities strings with a point; what is wrong is named field by field.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from app.books.canonical import LATER
from app.cash.postings import TENDER_KINDS
from app.catalog.barcodes import NotBarcode, normalise
from app.foundation.money import LARGEST
from app.sales.approval import Approval
from app.sales.request.reader import Reader, as_moment, as_number, as_uuid, reader_of

MOST_LINES = 200
MOST_TENDERS = 10
MOST_PRICE = 10**9
MOST_CONTAINERS = 10_000


@dataclass(frozen=True)
class LineRequest:
    """One line as the counter has it. Exactly one of ``item`` and ``barcode`` is there.

    ``quantity_milli`` is 0 where the scale's label says it, and counts packs where ``unit`` is a pack's name.
    """

    item: int | None
    barcode: str | None
    quantity_milli: int
    unit: str | None
    unit_price: int | None
    discount: int
    empties: int | None = field(default=None, metadata=LATER)
    deposits: int | None = field(default=None, metadata=LATER)


@dataclass(frozen=True)
class TenderRequest:
    kind: str
    amount: int


@dataclass(frozen=True)
class SaleRequest:
    """A basket. What stands below with ``compare=False`` is no part of its content: who sends it, and from where.

    ``total`` is the sum of the lines before rounding. ``clock_offset_ms`` is the device's clock less the server's.
    ``other_device``: the register is bound to a device, and this did not come from it.
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
    deposit: int | None = field(default=None, metadata=LATER)
    completed: bool = field(compare=False, default=False)
    discount_limit: int | None = field(compare=False, default=None)
    approval: Approval | None = field(compare=False, default=None)
    other_device: bool = field(compare=False, default=False)

    @property
    def number_seq(self) -> int:
        return int(self.number.partition("-")[2])


def read(body: Any, *, discount_limit: int | None = None, approval: Approval | None = None) -> SaleRequest:
    """The request in ``body``. Raises Malformed with every fault, each by its path (``lines.0.quantity``)."""
    reader = reader_of(body)
    completed = reader.flag("completed")
    register, number = reader.text("register", 2), reader.parsed("number", as_number, "like A-000123")
    if register and number and number.partition("-")[0] != register:
        reader.wrong("number", "it begins with the register's letter")
    request = SaleRequest(
        reference=reader.parsed("reference", as_uuid, "a UUID"),
        register=register or "",
        number=number or "",
        shift=reader.whole("shift", 1, 2**31) or 0,
        sold_at=reader.parsed("sold_at", as_moment, "a moment as in ISO 8601"),
        clock_offset_ms=reader.whole("clock_offset_ms", -(2**45), 2**45, 0) or 0,
        member=reader.whole("member", 1, 2**31, needed=False),
        lines=tuple(_line(line) for line in reader.objects("lines", 1, MOST_LINES)),
        rounding=reader.whole("rounding", -100_000, 100_000, needed=False),
        total=reader.whole("total", 0, LARGEST, needed=False),
        tenders=tuple(tender(each) for each in reader.objects("tenders", 0, MOST_TENDERS)),
        deposit=reader.whole("deposit", 0, LARGEST, needed=False),
        completed=completed,
        discount_limit=discount_limit,
        approval=approval,
    )
    reader.done()
    return request


def _line(reader: Reader) -> LineRequest:
    item = reader.whole("item", 1, 2**31, needed=False)
    barcode = reader.text("barcode", 20, needed=False)
    if (item is None) == (barcode is None):
        reader.wrong("item", "either item or barcode")
    return LineRequest(
        item=item,
        barcode=_barcode(barcode),
        quantity_milli=reader.quantity(needed=barcode is None),
        unit=reader.text("unit", 10, needed=False),
        unit_price=reader.whole("unit_price", 0, MOST_PRICE, needed=False),
        discount=reader.whole("discount", 0, LARGEST, 0) or 0,
        empties=reader.whole("empties", 0, MOST_CONTAINERS, needed=False),
        deposits=reader.whole("deposits", 0, MOST_CONTAINERS, needed=False),
    )


def _barcode(text: str | None) -> str | None:
    """In the form the catalogue keeps; what is no barcode stays as it was scanned and will not be found."""
    if text is None:
        return None
    try:
        return normalise(text, carton=True)
    except NotBarcode:
        return text


def tender(reader: Reader) -> TenderRequest:
    kind = reader.text("kind", 10)
    if kind is not None and kind not in TENDER_KINDS:
        reader.wrong("kind", " or ".join(TENDER_KINDS))
    return TenderRequest(kind or "", reader.whole("amount", 0, LARGEST) or 0)
