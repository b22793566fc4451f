"""What kinds of goods and ways of counting are called on the screen."""

from flask_babel import lazy_gettext as _l

GROUPS = {
    "sembako": _l("Sembako dan kebutuhan rumah"),
    "subsidised": _l("LPG, pupuk, dan BBM bersubsidi"),
    "produce": _l("Hasil tani dan ikan"),
}
COUNTED = {"0": _l("Utuh, tanpa pecahan"), "3": _l("Ditimbang atau ditakar, boleh pecahan")}
"""By the item's decimals, as a form writes them."""
PRICES = {
    "retail": _l("Eceran"),
    "wholesale": _l("Grosir"),
    "member": _l("Anggota"),
    "pack": _l("Kemasan"),
    "promotion": _l("Promosi"),
}
UNITS = (
    "kg",
    "bungkus",
    "botol",
    "buah",
    "karung",
    "liter",
    "tabung",
    "kaleng",
    "dus",
    "sachet",
    "ikat",
    "papan",
)
"""Offered while typing; any other word does too."""
