"""What reasons are called on the screen."""

from flask_babel import lazy_gettext as _l

REASONS = {
    "damaged": _l("Rusak"),
    "expired": _l("Kedaluwarsa"),
    "lost": _l("Hilang"),
    "own_use": _l("Dipakai sendiri"),
    "found": _l("Ditemukan"),
}
REASON_HINTS = {
    "damaged": _l("Pecah, bocor, tikus, atau basah."),
    "lost": _l("Tidak ada di rak, sebabnya tidak diketahui."),
    "own_use": _l("Untuk keperluan gerai, misalnya sabun cuci."),
    "found": _l("Ada di rak tetapi tidak tercatat."),
}
