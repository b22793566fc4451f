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

SCOPES = {
    "all": _l("Semua barang"),
    "sembako": _l("Sembako"),
    "subsidised": _l("LPG, pupuk, BBM"),
    "produce": _l("Hasil tani dan ikan"),
    "search": _l("Sebagian, menurut nama"),
}
OUTCOMES = {"approved": _l("Disetujui"), "cancelled": _l("Dibatalkan")}
CONTAINER_PLACES = {"empty": _l("Kosong di gerai"), "lent": _l("Dipinjam pembeli")}
CONTAINER_REASONS = {
    "counted": _l("Dihitung ulang"),
    "lost": _l("Hilang atau tidak kembali"),
    "damaged": _l("Rusak"),
    "bought": _l("Dibeli"),
    "sold": _l("Dijual"),
}
