"""A receipt as text: 32 columns on 58 mm paper, 48 on 80 mm. ASCII only, as thermal printers know no more. Pure."""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

from app.foundation.money import format_rupiah_ascii as rupiah
from app.foundation.paper import ascii_only, centred, pair
from app.foundation.quantity import format_quantity


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
    """Everything a receipt says. Amounts in rupiah; ``tenders`` are (label, given); ``marks`` stand at its head."""

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
    deposit: int = 0
    marks: Sequence[str] = ()


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
    deposit: str = ""


def layout(receipt: Receipt, columns: int) -> list[str]:
    """The lines of the receipt, none longer than ``columns``."""
    rule = "-" * columns
    rows = [
        *centred(ascii_only(receipt.shop), columns),
        *centred(ascii_only(receipt.cooperative), columns),
        *centred(ascii_only(receipt.address), columns),
        rule,
        *(row for mark in receipt.marks for row in centred(ascii_only(mark), columns)),
        *pair(receipt.number, receipt.when, columns),
        *textwrap.wrap(f"{receipt.words.cashier} {ascii_only(receipt.cashier)}", columns),
        rule,
        *(row for line in receipt.lines for row in _line(line, receipt.words, columns)),
        rule,
        *pair(receipt.words.total, rupiah(receipt.total), columns),
    ]
    if receipt.deposit:
        rows += pair(receipt.words.deposit, rupiah(receipt.deposit), columns)
    if receipt.rounding:
        rows += pair(receipt.words.rounding, rupiah(receipt.rounding), columns)
    if receipt.rounding or receipt.deposit:
        due = receipt.total + receipt.deposit + receipt.rounding
        rows += pair(receipt.words.due, rupiah(due), columns)
    for label, given in receipt.tenders:
        rows += pair(label, rupiah(given), columns)
    rows += pair(receipt.words.change, rupiah(receipt.change), columns)
    return [*rows, rule, *centred(receipt.words.thanks, columns)]


def _line(line: ReceiptLine, words: Words, columns: int) -> list[str]:
    rows = textwrap.wrap(ascii_only(line.name), columns) or [""]
    counted = (
        f"{format_quantity(line.quantity_milli)} {ascii_only(line.unit)}".rstrip()
    )  # an unknown item has no unit
    quantity = f"  {counted} x {rupiah(line.unit_price)}"
    rows += pair(quantity, rupiah(line.amount + line.discount), columns)
    if line.discount:
        rows += pair(f"  {words.discount}", rupiah(-line.discount), columns)
    return rows
