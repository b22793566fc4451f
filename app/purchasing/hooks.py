"""What this room's entries are called where lower rooms ask."""

from typing import Any

from flask import url_for
from flask_babel import gettext as _

from app.purchasing import postings


def describe_receiving(gerai: Any, source_no: str) -> tuple[str, str]:
    url = url_for("purchasing.receiving", code=gerai.code, no=int(source_no))
    return _("Barang masuk %(no)s", no=source_no), url


def describe_bill(gerai: Any, source_no: str) -> tuple[str, str]:
    return _("Tagihan %(no)s", no=source_no), url_for("purchasing.bill", code=gerai.code, no=int(source_no))


def describe_payment(gerai: Any, source_no: str) -> tuple[str, str]:
    url = url_for("purchasing.payment", code=gerai.code, no=int(source_no))
    return _("Pembayaran utang %(no)s", no=source_no), url


def describe_return(gerai: Any, source_no: str) -> tuple[str, str]:
    url = url_for("purchasing.goods_return", code=gerai.code, no=int(source_no))
    return _("Retur pembelian %(no)s", no=source_no), url


def describe_settlement(gerai: Any, source_no: str) -> tuple[str, str]:
    url = url_for("purchasing.settlement", code=gerai.code, no=int(source_no))
    return _("Pelunasan titipan %(no)s", no=source_no), url


DESCRIBERS = {
    postings.RECEIVING: describe_receiving,
    postings.BILL: describe_bill,
    postings.PAYMENT: describe_payment,
    postings.RETURN: describe_return,
    postings.SETTLEMENT: describe_settlement,
}
