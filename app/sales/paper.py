"""From a recorded sale to the text of its receipt."""

from collections.abc import Sequence

from flask_babel import gettext as _
from flask_babel import pgettext

from app.cash.models import Tender
from app.foundation.dates import local
from app.gerai.facts import GeraiFacts
from app.sales import sentences
from app.sales.models import SaleReprint
from app.sales.queries import Sold
from app.sales.receipt import Receipt, ReceiptLine, Words, layout


def words() -> Words:
    return Words(
        cashier=pgettext("orang", "Kasir"),
        total=_("TOTAL"),
        deposit=_("Uang jaminan"),
        rounding=_("Pembulatan"),
        due=_("DIBAYAR"),
        change=_("KEMBALI"),
        discount=_("Potongan"),
        thanks=_("Terima kasih. Belanja Anda membesarkan koperasi desa."),
    )


def text(
    gerai: GeraiFacts,
    sold: Sold,
    *,
    cashier: str,
    tenders: Sequence[Tender],
    columns: int,
    copy: SaleReprint | None = None,
) -> str:
    """The receipt of a sale as lines of at most ``columns`` characters; ``copy`` is how it was printed again."""
    kinds, sale = sentences.tender_names(), sold.sale
    receipt = Receipt(
        shop=gerai.name,
        cooperative=gerai.cooperative,
        address=gerai.address,
        number=sale.number,
        when=f"{local(sale.sold_at):%d-%m-%Y %H.%M}",
        cashier=cashier,
        lines=[
            ReceiptLine(x.name, x.unit, x.quantity_milli, x.unit_price, x.discount, x.amount)
            for x in sold.lines
        ],
        total=sale.total,
        deposit=sold.deposit,
        rounding=sale.rounding,
        tenders=[(str(kinds[tender.kind]), tender.given) for tender in tenders],
        change=sum(tender.given - tender.amount for tender in tenders),
        words=words(),
        marks=_marks(sold, copy),
    )
    return "\n".join(layout(receipt, columns))


def _marks(sold: Sold, copy: SaleReprint | None) -> list[str]:
    """What must be read before the rest."""
    marks = []
    if sold.void is not None:
        marks.append(_("DIBATALKAN"))
    if copy is not None:
        when = f"{local(copy.printed_at):%d-%m-%Y %H.%M}"
        marks.append(_("CETAK ULANG %(copy)s, %(when)s", copy=copy.copy, when=when))
    if sold.member_no is not None:
        marks.append(_("Anggota nomor %(no)s", no=sold.member_no))
    return marks
