"""What ways of paying are called on the screen."""

from flask_babel import lazy_gettext as _l

PAID_FROM = {
    "safe": _l("Uang brankas"),
    "unbilled": _l("Belum dibayar"),
}
PAID_HINTS = {
    "safe": _l("Dibayar tunai sekarang."),
    "unbilled": _l("Tagihan pemasok menyusul."),
}
