"""What this room's entries are called where lower rooms ask."""

from typing import Any

from flask import url_for
from flask_babel import gettext as _

from app.purchasing import postings


def describe_receiving(gerai: Any, source_no: str) -> tuple[str, str]:
    url = url_for("purchasing.receiving", code=gerai.code, no=int(source_no))
    return _("Barang masuk %(no)s", no=source_no), url


DESCRIBERS = {postings.RECEIVING: describe_receiving}
