"""The receipt of a payment, for thermal paper: 32 columns on 58 mm, 48 on 80 mm. ASCII only."""

from collections.abc import Iterable
from datetime import date

from flask_babel import gettext as _

from app.foundation.dates import local
from app.foundation.money import format_rupiah_ascii as rupiah
from app.foundation.paper import ascii_only, centred, pair
from app.foundation.written import bulan
from app.savings.kinds import NAMES, SavingsKind
from app.savings.queries import Receipt


def receipt_text(receipt: Receipt, heads: Iterable[str], columns: int) -> str:
    """``heads`` are the cooperative and the gerai, each centred on top."""
    rule = "-" * columns
    lines = [line for head in heads for line in centred(ascii_only(head), columns)]
    lines += [rule, *centred(_("Kuitansi simpanan"), columns), *_facts(receipt, columns), rule]
    lines += pair(ascii_only(str(NAMES[SavingsKind(receipt.kind)])), rupiah(receipt.amount), columns)
    if receipt.months:
        lines += pair(_("untuk"), ascii_only(span(receipt.months)), columns)
    lines += _paid(receipt, columns)
    lines += [rule, *pair(_("Saldo sekarang"), rupiah(receipt.balance), columns), rule]
    lines += [*_signature(columns), *centred(_("Terima kasih."), columns)]
    return "\n".join(lines)


def _facts(receipt: Receipt, columns: int) -> list[str]:
    return [
        *pair(_("Nomor"), str(receipt.no), columns),
        *pair(_("Waktu"), f"{local(receipt.at):%d-%m-%Y %H.%M}", columns),
        *pair(_("Petugas"), ascii_only(receipt.by)[: columns - 9], columns),
        *pair(_("Anggota"), f"{receipt.member_no}", columns),
        *pair("", ascii_only(receipt.name)[:columns], columns),
    ]


def _paid(receipt: Receipt, columns: int) -> list[str]:
    if receipt.tender != "cash":
        return []
    lines = pair(_("Tunai"), rupiah(receipt.given), columns)
    change = receipt.given - receipt.amount
    return lines + (pair(_("Kembali"), rupiah(change), columns) if change else [])


def _signature(columns: int) -> list[str]:
    return ["", *centred(_("Tanda tangan petugas"), columns), "", "", *centred("." * 20, columns), ""]


def span(months: tuple[date, ...]) -> str:
    """``November 2026``; ``November 2026 - Januari 2027`` of months that follow each other."""
    first, last = months[0], months[-1]
    return bulan(first) if first == last else f"{bulan(first)} - {bulan(last)}"
