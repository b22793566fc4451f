"""What bon says no to."""

from typing import ClassVar

from flask_babel import lazy_gettext as _l

from app.foundation.money import format_rupiah
from app.foundation.refusals import Refusal


class MemberUnknown(Refusal):
    status = 404
    sentence = _l("Anggota ini tidak ada di gerai ini.")


class NotAMember(Refusal):
    sentence = _l("Hanya anggota penuh yang boleh berutang. Batas bon calon atau mantan anggota adalah nol.")


class NothingOwed(Refusal):
    sentence = _l("Anggota ini tidak punya bon.")


class PaidTooMuch(Refusal):
    sentence = _l("Bonnya tinggal %(owed)s. Terima paling banyak sebesar itu.")
    formats: ClassVar = {"owed": format_rupiah}


class AmountMissing(Refusal):
    sentence = _l("Tulis jumlah yang dibayar.")


class ShiftNeeded(Refusal):
    sentence = _l("Buka sif dulu. Uang bon masuk ke laci.")


class PaymentUnknown(Refusal):
    status = 404
    sentence = _l("Pembayaran bon ini tidak ada.")


class ChargeUnknown(Refusal):
    sentence = _l("Penjualan ini tidak ada bonnya.")
