"""What the drawer's entries are called in the journal, and where the shift behind them stands."""

from typing import Any

from flask import url_for
from flask_babel import gettext as _

from app.cash import postings
from app.foundation.guard import may


def _with_shift(words: str, gerai: Any, shift_no: str) -> tuple[str, str | None]:
    if not may("cash.report"):
        return words, None
    return words, url_for("cash.shift", code=gerai.code, no=int(shift_no))


def opening(gerai: Any, shift_no: str) -> tuple[str, str | None]:
    return _with_shift(_("Uang awal sif %(no)s", no=shift_no), gerai, shift_no)


def closing(gerai: Any, shift_no: str) -> tuple[str, str | None]:
    return _with_shift(_("Tutup sif %(no)s", no=shift_no), gerai, shift_no)


def revision(gerai: Any, shift_no: str) -> tuple[str, str | None]:
    return _with_shift(_("Perubahan selisih sif %(no)s", no=shift_no), gerai, shift_no)


def _page(words: str, permission: str, endpoint: str, gerai: Any, **values: Any) -> tuple[str, str | None]:
    return words, url_for(endpoint, code=gerai.code, **values) if may(permission) else None


def movement(gerai: Any, no: str) -> tuple[str, str | None]:
    return _page(_("Kas masuk atau keluar %(no)s", no=no), "cash.money", "cash.movement", gerai, no=int(no))


def transfer(gerai: Any, no: str) -> tuple[str, str | None]:
    return _page(_("Serah terima uang %(no)s", no=no), "cash.money", "cash.transfer", gerai, no=int(no))


def receipt(gerai: Any, no: str) -> tuple[str, str | None]:
    return _page(_("Penerimaan serah terima %(no)s", no=no), "cash.money", "cash.transfer", gerai, no=int(no))


def decision(gerai: Any, no: str) -> tuple[str, str | None]:
    return _page(_("Keputusan selisih %(no)s", no=no), "cash.money", "cash.differences", gerai)


def debt_payment(gerai: Any, no: str) -> tuple[str, str | None]:
    return _page(_("Pembayaran utang petugas %(no)s", no=no), "cash.money", "cash.differences", gerai)


def settlement(gerai: Any, no: str) -> tuple[str, str | None]:
    return _page(_("Mutasi bank %(no)s", no=no), "cash.bank", "cash.match_line", gerai, no=int(no))


DESCRIBERS = {
    postings.OPENING: opening,
    postings.CLOSING: closing,
    postings.REVISION: revision,
    postings.MOVEMENT: movement,
    postings.TRANSFER: transfer,
    postings.RECEIPT: receipt,
    postings.DECISION: decision,
    postings.DEBT_PAYMENT: debt_payment,
    postings.SETTLEMENT: settlement,
}
