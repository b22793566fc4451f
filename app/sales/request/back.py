"""What comes back, as the till's door takes it: a void or a return. Pure."""

from dataclasses import dataclass, field
from typing import Any

from app.sales.approval import Approval
from app.sales.request.reader import Reader, as_uuid, reader_of
from app.sales.request.sale import MOST_LINES, MOST_TENDERS, TenderRequest, tender

LONGEST_REASON = 120


@dataclass(frozen=True)
class BackLine:
    """So much of one line of the receipt, in what that line counts; lines are numbered from 1."""

    line: int
    quantity_milli: int


@dataclass(frozen=True)
class VoidRequest:
    """``limit`` is what the sender may void alone, in rupiah (None: any); ``any_shift``: another's shift too."""

    reference: str
    sale: int
    shift: int
    reason: str
    limit: int | None = field(compare=False, default=None)
    any_shift: bool = field(compare=False, default=False)
    approval: Approval | None = field(compare=False, default=None)


@dataclass(frozen=True)
class ReturnRequest:
    """``refund`` empty leaves the way of giving back to the server: by ``prefer`` as far as that can be."""

    reference: str
    sale: int
    shift: int
    lines: tuple[BackLine, ...]
    refund: tuple[TenderRequest, ...]
    reason: str
    prefer: str = "cash"
    limit: int | None = field(compare=False, default=None)
    any_shift: bool = field(compare=False, default=False)
    approval: Approval | None = field(compare=False, default=None)


def read_void(body: Any) -> VoidRequest:
    """Raises Malformed."""
    reader = reader_of(body)
    request = VoidRequest(
        reference=reader.parsed("reference", as_uuid, "a UUID"),
        sale=reader.whole("sale", 1, 2**53) or 0,
        shift=reader.whole("shift", 1, 2**31) or 0,
        reason=_reason(reader),
    )
    reader.done()
    return request


def read_return(body: Any) -> tuple[ReturnRequest, bool]:
    """The return, and whether only a quote is wanted. Raises Malformed."""
    reader = reader_of(body)
    quote = reader.flag("quote")
    request = ReturnRequest(
        reference=reader.parsed("reference", as_uuid, "a UUID") if not quote else "",
        sale=reader.whole("sale", 1, 2**53) or 0,
        shift=(reader.whole("shift", 1, 2**31) if not quote else 0) or 0,
        lines=tuple(_line(line) for line in reader.objects("lines", 1, MOST_LINES)),
        refund=_refund(reader),
        reason=_reason(reader) if not quote else "",
    )
    if len({line.line for line in request.lines}) < len(request.lines):
        reader.wrong("lines", "each line once")
    reader.done()
    return request, quote


def _refund(reader: Reader) -> tuple[TenderRequest, ...]:
    if reader.body.get("refund") is None:
        return ()
    return tuple(tender(each) for each in reader.objects("refund", 0, MOST_TENDERS))


def _reason(reader: Reader) -> str:
    text = reader.text("reason", LONGEST_REASON) or ""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def _line(reader: Reader) -> BackLine:
    return BackLine(reader.whole("line", 1, MOST_LINES) or 0, reader.quantity())
