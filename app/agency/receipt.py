"""The receipt of a service on thermal paper."""

import textwrap
from collections.abc import Iterable
from datetime import datetime

from flask_babel import gettext as _

from app.agency.models import AgencySale
from app.agency.rules import PAYS_OUT
from app.agency.words import CUSTOMER_NAMES
from app.foundation.dates import local
from app.foundation.money import format_rupiah_ascii as rupiah
from app.foundation.paper import ascii_only, centred, pair


def text_of(
    sale: AgencySale, seller: str, columns: int, heading: Iterable[str], *, cancelled_at: datetime | None
) -> str:
    """``cancelled_at`` marks the receipt as one that counts no more."""
    rows = [row for line in heading for row in centred(ascii_only(line), columns)]
    rows += [
        "-" * columns,
        *pair(_("Layanan %(no)s", no=sale.no), f"{local(sale.sold_at):%d-%m-%Y %H.%M}", columns),
    ]
    rows += [*pair(_("Petugas"), ascii_only(seller), columns), "-" * columns]
    rows += textwrap.wrap(ascii_only(sale.name), columns)
    rows += pair(str(CUSTOMER_NAMES[sale.service]), sale.customer, columns)
    rows += pair(_("Nominal"), rupiah(sale.principal), columns)
    rows += pair(_("Biaya layanan"), rupiah(sale.fee), columns)
    rows += _total(sale, columns)
    if sale.provider_ref:
        rows += ["-" * columns, *centred(_("Token / bukti"), columns)]
        rows += textwrap.wrap(ascii_only(sale.provider_ref), columns)
    if cancelled_at is not None:
        rows += [
            "-" * columns,
            *centred(_("DIBATALKAN"), columns),
            *centred(f"{local(cancelled_at):%d-%m-%Y %H.%M}", columns),
        ]
    rows += ["-" * columns, *centred(_("Terima kasih"), columns)]
    return "\n".join(row.rstrip() for row in rows)


def _total(sale: AgencySale, columns: int) -> list[str]:
    if sale.service in PAYS_OUT:
        return pair(_("UANG DITERIMA PELANGGAN"), rupiah(sale.principal - sale.fee), columns)
    return pair(_("DIBAYAR TUNAI"), rupiah(sale.principal + sale.fee), columns)
