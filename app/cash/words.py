"""What the acts of this room are called in the log."""

from flask_babel import lazy_gettext as _l

ACT_NAMES = {
    "cash.add_bank": _l("Rekening bank ditambahkan"),
    "cash.count_by_surprise": _l("Kas diperiksa mendadak"),
    "cash.decide_difference": _l("Selisih diputuskan"),
    "cash.enrol_device": _l("Perangkat diikat ke kasir"),
    "cash.give": _l("Uang diserahkan"),
    "cash.import_statement": _l("Mutasi bank dimasukkan"),
    "cash.invite_device": _l("Kode perangkat dibuat"),
    "cash.match_line": _l("Mutasi bank dicocokkan"),
    "cash.move": _l("Kas masuk atau keluar"),
    "cash.pay_debt": _l("Utang petugas dibayar"),
    "cash.receive": _l("Uang diterima"),
    "cash.record_finding": _l("Temuan pemeriksaan kas"),
    "cash.retire_register": _l("Huruf kasir dipensiunkan"),
    "cash.set_mdr": _l("Potongan QRIS diubah"),
    "cash.unbind_register": _l("Perangkat dilepas dari kasir"),
}
