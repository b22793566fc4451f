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


DESCRIBERS = {postings.OPENING: opening, postings.CLOSING: closing, postings.REVISION: revision}
