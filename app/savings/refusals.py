"""What the savings room says no to."""

from typing import ClassVar

from flask_babel import lazy_gettext as _l

from app.foundation.money import format_rupiah
from app.foundation.refusals import Refusal
from app.foundation.written import bulan


class NoTerms(Refusal):
    sentence = _l("Besar simpanan pokok dan wajib belum ditetapkan. Mintalah pengurus atau bendahara.")


class StillCandidate(Refusal):
    """Wajib and sukarela are for members; a candidate pays the pokok first."""

    sentence = _l("Calon anggota melunasi simpanan pokok dulu, baru dapat menyetor simpanan lain.")


class MemberLeft(Refusal):
    sentence = _l("Anggota nomor %(member)s sudah keluar. Setoran tidak dapat diterima.")


class PokokPaid(Refusal):
    sentence = _l("Simpanan pokok sudah lunas.")


class MoreThanOwed(Refusal):
    sentence = _l("Simpanan pokok tinggal %(rest)s.")
    formats: ClassVar = {"rest": format_rupiah}


class WajibNotAsked(Refusal):
    sentence = _l("Simpanan wajib tidak dipungut untuk %(month)s.")
    formats: ClassVar = {"month": bulan}


class WajibUneven(Refusal):
    """An amount that does not make whole months."""

    sentence = _l("Simpanan wajib dibayar bulan demi bulan, %(wajib)s sebulan.")
    formats: ClassVar = {"wajib": format_rupiah}


class MonthPaid(Refusal):
    sentence = _l("Simpanan wajib %(month)s sudah dibayar.")
    formats: ClassVar = {"month": bulan}


class MonthUnfit(Refusal):
    """Before the person was a member, or further ahead than a year."""

    sentence = _l(
        "Bulan ini di luar masa yang dapat dibayar: sejak menjadi anggota, paling jauh setahun ke depan."
    )


class AmountUnfit(Refusal):
    sentence = _l("Tulis jumlah yang lebih dari nol.")


class TenderUnfit(Refusal):
    sentence = _l("Cara bayar ini tidak diterima untuk simpanan.")


class GivenShort(Refusal):
    sentence = _l("Uang yang diterima kurang %(short)s.")
    formats: ClassVar = {"short": format_rupiah}


class ShiftNotOpen(Refusal):
    """Money goes into one's own open drawer."""

    sentence = _l("Buka sif dulu. Setoran masuk ke laci sif Anda sendiri.")


class TermsUnfit(Refusal):
    """Terms change from a day to come; only the first may reach back."""

    sentence = _l("Ketentuan baru berlaku paling cepat besok, dan setelah ketentuan yang terakhir.")


class MovementUnknown(Refusal):
    status = 404
    sentence = _l("Setoran ini tidak ada di gerai ini.")
