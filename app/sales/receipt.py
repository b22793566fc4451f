"""A receipt as text: 32 columns on 58 mm paper, 48 on 80 mm. ASCII only, as thermal printers know no more. Pure."""

import textwrap
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from app.foundation.money import format_rupiah_ascii as rupiah
from app.foundation.quantity import format_quantity

COLUMNS = {58: 32, 80: 48}
"""Paper width in mm -> columns of the printer's own font."""


@dataclass(frozen=True)
class ReceiptLine:
    name: str
    unit: str
    quantity_milli: int
    unit_price: int
    discount: int
    amount: int


@dataclass(frozen=True)
class Receipt:
    """Everything a receipt says. Amounts in rupiah; ``tenders`` are (label, given)."""

    shop: str
    cooperative: str
    address: str
    number: str
    when: str
    cashier: str
    lines: Sequence[ReceiptLine]
    total: int
    rounding: int
    tenders: Sequence[tuple[str, int]]
    change: int
    words: "Words"


@dataclass(frozen=True)
class Words:
    """The words on paper, in the language of the screen."""

    cashier: str
    total: str
    rounding: str
    due: str
    change: str
    discount: str
    thanks: str


def ascii_only(text: str) -> str:
    """Letters without their accents; what is left over becomes a question mark."""
    plain = unicodedata.normalize("NFKD", text).replace("\N{MULTIPLICATION SIGN}", "x")
    kept = "".join(c for c in plain if not unicodedata.combining(c))
    return kept.encode("ascii", "replace").decode()


def pair(left: str, right: str, columns: int) -> list[str]:
    """Left and right on one line; where both do not fit, the right one goes below."""
    if len(left) + 1 + len(right) <= columns:
        return [left + " " * (columns - len(left) - len(right)) + right]
    return [*textwrap.wrap(left, columns), right[:columns].rjust(columns)]


def centred(text: str, columns: int) -> list[str]:
    return [line.center(columns).rstrip() for line in textwrap.wrap(text, columns)]


def layout(receipt: Receipt, columns: int) -> list[str]:
    """The lines of the receipt, none longer than ``columns``."""
    rule = "-" * columns
    rows = [
        *centred(ascii_only(receipt.shop), columns),
        *centred(ascii_only(receipt.cooperative), columns),
        *centred(ascii_only(receipt.address), columns),
        rule,
        *pair(receipt.number, receipt.when, columns),
        *textwrap.wrap(f"{receipt.words.cashier} {ascii_only(receipt.cashier)}", columns),
        rule,
        *(row for line in receipt.lines for row in _line(line, receipt.words, columns)),
        rule,
        *pair(receipt.words.total, rupiah(receipt.total), columns),
    ]
    if receipt.rounding:
        rows += pair(receipt.words.rounding, rupiah(receipt.rounding), columns)
        rows += pair(receipt.words.due, rupiah(receipt.total + receipt.rounding), columns)
    for label, given in receipt.tenders:
        rows += pair(label, rupiah(given), columns)
    rows += pair(receipt.words.change, rupiah(receipt.change), columns)
    return [*rows, rule, *centred(receipt.words.thanks, columns)]


def _line(line: ReceiptLine, words: Words, columns: int) -> list[str]:
    rows = textwrap.wrap(ascii_only(line.name), columns) or [""]
    quantity = f"  {format_quantity(line.quantity_milli)} {ascii_only(line.unit)} x {rupiah(line.unit_price)}"
    rows += pair(quantity, rupiah(line.amount + line.discount), columns)
    if line.discount:
        rows += pair(f"  {words.discount}", rupiah(-line.discount), columns)
    return rows
