"""What services and acts of this room are called."""

from flask_babel import lazy_gettext as _l

SERVICE_NAMES = {
    "pulsa": _l("Pulsa dan paket data"),
    "token": _l("Token listrik"),
    "pdam": _l("Air PDAM"),
    "bpjs": _l("Iuran BPJS"),
    "deposit": _l("Setor tunai"),
    "withdrawal": _l("Tarik tunai"),
    "transfer": _l("Kirim uang"),
}
CUSTOMER_NAMES = {
    "pulsa": _l("Nomor HP"),
    "token": _l("Nomor meter"),
    "pdam": _l("Nomor pelanggan"),
    "bpjs": _l("Nomor peserta"),
    "deposit": _l("Nomor rekening"),
    "withdrawal": _l("Nomor rekening"),
    "transfer": _l("Nomor rekening tujuan"),
}
ACT_NAMES = {
    "agency.add_product": _l("Layanan ditambahkan"),
    "agency.cancel": _l("Layanan dibatalkan"),
    "agency.end_product": _l("Layanan dihentikan"),
    "agency.reconcile": _l("Deposit layanan dicocokkan"),
    "agency.sell": _l("Layanan dijual"),
    "agency.top_up": _l("Deposit layanan diisi"),
}
