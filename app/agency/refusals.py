"""What this room says no to."""

from typing import ClassVar

from flask_babel import lazy_gettext as _l

from app.foundation.money import format_rupiah
from app.foundation.refusals import Refusal


class ProductUnknown(Refusal):
    status = 404
    sentence = _l("Layanan ini tidak ada.")


class ProductEnded(Refusal):
    sentence = _l("Layanan ini sudah dihentikan.")


class ProductExists(Refusal):
    sentence = _l("Layanan dengan nama ini sudah ada.")


class ProviderUnknown(Refusal):
    status = 404
    sentence = _l("Penyedia ini tidak ada.")


class DepositShort(Refusal):
    sentence = _l("Deposit pada %(provider)s tinggal %(left)s. Mintalah bendahara mengisinya dulu.")
    formats: ClassVar = {"left": format_rupiah}


class CommissionTooLarge(Refusal):
    sentence = _l("Komisinya lebih besar dari nominalnya. Periksa nominalnya.")


class CustomerMissing(Refusal):
    sentence = _l("Tulis nomor pelanggan, paling sedikit 6 angka.")


class ServiceUnknown(Refusal):
    status = 404
    sentence = _l("Layanan yang dijual ini tidak ada.")


class AlreadyCancelled(Refusal):
    sentence = _l("Layanan ini sudah dibatalkan.")


class NoDrawer(Refusal):
    sentence = _l("Sif layanan ini sudah ditutup. Buka sif Anda dulu, lalu batalkan dari laci itu.")


class ReasonNeeded(Refusal):
    sentence = _l("Jelaskan sedikit lebih panjang, paling sedikit %(letters)s huruf.")
