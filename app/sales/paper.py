"""From a recorded sale to the text of its receipt."""

from collections.abc import Sequence

from flask_babel import gettext as _
from flask_babel import pgettext

from app.cash.models import Tender
from app.foundation.dates import local
from app.gerai.facts import GeraiFacts
from app.sales import sentences
from app.sales.models import Sale, SaleLine
from app.sales.receipt import Receipt, ReceiptLine, Words, layout


def words() -> Words:
    return Words(
        cashier=pgettext("orang", "Kasir"),
        total=_("TOTAL"),
        rounding=_("Pembulatan"),
        due=_("DIBAYAR"),
        change=_("KEMBALI"),
        discount=_("Potongan"),
        thanks=_("Terima kasih. Belanja Anda membesarkan koperasi desa."),
    )


def text(
    gerai: GeraiFacts,
    sale: Sale,
    *,
    cashier: str,
    lines: Sequence[SaleLine],
    tenders: Sequence[Tender],
    columns: int,
) -> str:
    """The receipt of ``sale`` as lines of at most ``columns`` characters."""
    kinds = sentences.tender_names()
    receipt = Receipt(
        shop=gerai.name,
        cooperative=gerai.cooperative,
        address=gerai.address,
        number=sale.number,
        when=f"{local(sale.sold_at):%d-%m-%Y %H.%M}",
        cashier=cashier,
        lines=[
            ReceiptLine(x.name, x.unit, x.quantity_milli, x.unit_price, x.discount, x.amount) for x in lines
        ],
        total=sale.total,
        rounding=sale.rounding,
        tenders=[(str(kinds[tender.kind]), tender.given) for tender in tenders],
        change=sum(tender.given - tender.amount for tender in tenders),
        words=words(),
    )
    return "\n".join(layout(receipt, columns))
