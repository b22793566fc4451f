"""What the drawer says no to."""

from typing import ClassVar

from flask_babel import lazy_gettext as _l

from app.foundation.money import format_rupiah
from app.foundation.refusals import Refusal


class RegisterUnknown(Refusal):
    sentence = _l("Kasir %(register)s tidak ada di gerai ini.")


class RegisterExists(Refusal):
    sentence = _l("Kasir %(register)s sudah ada.")


class RegisterBusy(Refusal):
    sentence = _l("Kasir %(register)s sedang dipakai sif lain. Pilih kasir lain, atau tutup dulu sif itu.")


class ShiftAlreadyOpen(Refusal):
    sentence = _l("Anda masih punya sif yang buka, yaitu sif %(shift)s. Tutup dulu sif itu.")


class ShiftUnknown(Refusal):
    status = 404
    sentence = _l("Sif ini tidak ada.")


class ShiftClosed(Refusal):
    sentence = _l("Sif ini sudah ditutup.")


class NotYourShift(Refusal):
    sentence = _l("Sif ini milik kasir lain. Hanya kasirnya atau pengelola yang dapat menutupnya.")


class DrawerShort(Refusal):
    sentence = _l("Uang di laci kurang %(amount)s dari catatan. Hitung ulang, atau lanjutkan dengan alasan.")
    formats: ClassVar = {"amount": format_rupiah}


class DrawerOver(Refusal):
    sentence = _l("Uang di laci lebih %(amount)s dari catatan. Hitung ulang, atau lanjutkan dengan alasan.")
    formats: ClassVar = {"amount": format_rupiah}


class NotCounted(Refusal):
    sentence = _l("Hitung dulu isi laci sebelum menutup sif.")


class CountOutdated(Refusal):
    sentence = _l("Ada penjualan masuk setelah laci dihitung. Hitung ulang isi laci.")
