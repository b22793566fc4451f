"""What ways of paying and ages of a debt are called on the screen."""

from flask_babel import lazy_gettext as _l

PAID_FROM = {
    "safe": _l("Uang brankas"),
    "drawer": _l("Uang laci kasir"),
    "bank": _l("Rekening bank"),
    "tempo": _l("Tempo"),
    "unbilled": _l("Belum ada tagihan"),
    "consigned": _l("Titip jual"),
}
PAID_HINTS = {
    "safe": _l("Dibayar tunai sekarang."),
    "tempo": _l("Dibayar nanti, menjadi utang usaha."),
    "unbilled": _l("Tagihan pemasok menyusul."),
}
RETURN_SETTLED = {
    "payable": _l("Potong utang"),
    "safe": _l("Uang kembali ke brankas"),
    "bank": _l("Uang kembali ke rekening bank"),
    "unbilled": _l("Tidak ikut ditagih"),
}
AGES = {
    "not_due": _l("Belum jatuh tempo"),
    "days_30": _l("Lewat 1–30 hari"),
    "days_60": _l("Lewat 31–60 hari"),
    "days_90": _l("Lewat 61–90 hari"),
    "older": _l("Lewat 90 hari"),
}
