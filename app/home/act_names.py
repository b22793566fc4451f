"""What the acts of the rooms above gerai are called in the log, unless a room has said so itself."""

from flask_babel import lazy_gettext as _l

ACT_NAMES = {
    "cash.add_register": _l("Meja kasir ditambahkan"),
    "cash.open_shift": _l("Sif dibuka"),
    "cash.count_drawer": _l("Laci dihitung"),
    "sales.record": _l("Penjualan dicatat"),
    "cash.close_shift": _l("Sif ditutup"),
}
