"""How the span of a shift is said."""

from datetime import datetime

from flask_babel import gettext as _

from app.foundation.dates import local, local_date
from app.foundation.written import jam, tanggal, tanggal_jam


def hours(opened_at: datetime, closed_at: datetime | None) -> str:
    """07.02–17.16 WIB, as far as it goes; a shift that ends on another day says so."""
    if closed_at is None:
        return jam(opened_at)
    if local_date(opened_at) == local_date(closed_at):
        return f"{local(opened_at):%H.%M}–{jam(closed_at)}"
    return str(_("%(opened)s sampai %(closed)s", opened=jam(opened_at), closed=tanggal_jam(closed_at)))


def day_and_hours(opened_at: datetime, closed_at: datetime | None) -> str:
    """10 November 2026, 07.02–17.16 WIB."""
    return str(_("%(day)s, %(time)s", day=tanggal(local_date(opened_at)), time=hours(opened_at, closed_at)))
