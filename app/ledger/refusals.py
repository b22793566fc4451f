"""What the ledger says no to."""

from flask_babel import lazy_gettext as _l

from app.foundation.money import format_rupiah
from app.foundation.refusals import Refusal
from app.foundation.written import tanggal


class EntryUnbalanced(Refusal):
    sentence = _l("Debit dan kredit unit %(unit)s berselisih %(difference)s. Samakan dulu.")
    formats = {"difference": format_rupiah}


class TooFewLines(Refusal):
    sentence = _l("Satu ayat jurnal perlu paling sedikit dua baris.")


class PeriodClosed(Refusal):
    sentence = _l(
        "Pembukuan bulan ini sudah ditutup. Buka kembali dulu, atau catat di bulan yang masih buka."
    )


class PeriodLocked(Refusal):
    sentence = _l("Tahun buku ini sudah dikunci setelah RAT dan tidak dapat dibuka lagi.")


class PeriodUnknown(Refusal):
    sentence = _l("Bulan ini belum ada di pembukuan gerai.")


class PeriodNotOver(Refusal):
    sentence = _l("Bulan ini belum berakhir, jadi belum dapat ditutup.")


class EarlierPeriodOpen(Refusal):
    sentence = _l("Tutup dulu bulan sebelumnya.")


class LaterPeriodClosed(Refusal):
    sentence = _l("Bulan sesudahnya sudah ditutup. Buka kembali yang paling akhir dulu.")


class PeriodNotNext(Refusal):
    sentence = _l("Bulan dibuka berurutan. Buka dulu bulan sebelumnya.")


class PeriodTooFar(Refusal):
    sentence = _l("Bulan hanya dapat dibuka sampai satu bulan ke depan.")


class ClosingObjected(Refusal):
    sentence = _l("Bulan ini belum dapat ditutup: %(reason)s")


class SecondPersonNeeded(Refusal):
    sentence = _l("Yang menutup bulan ini tidak boleh membukanya kembali sendiri. Mintalah orang kedua.")


class SecondPersonTooNew(Refusal):
    """One of the two made the other an officer, or gave them a password, too short a while ago."""

    sentence = _l(
        "Yang menutup dan yang membuka baru saja saling mengangkat atau membuatkan kata sandi. Mintalah orang lain, atau tunggu sampai %(until)s."
    )
    formats = {"until": tanggal}


class PeriodNotClosed(Refusal):
    sentence = _l("Bulan ini tidak sedang ditutup.")


class YearNotClosed(Refusal):
    sentence = _l("Semua bulan dalam tahun ini harus ditutup dulu sebelum dikunci.")


class EntryUnknown(Refusal):
    status = 404
    sentence = _l("Ayat jurnal ini tidak ada.")


class AlreadyReversed(Refusal):
    sentence = _l("Ayat ini sudah dibalik, tidak dapat dibalik lagi.")


class ReversalOfReversal(Refusal):
    sentence = _l("Ayat pembalik tidak dapat dibalik. Catat ayat baru bila perlu.")


class BelongsToItsRoom(Refusal):
    sentence = _l("Ayat ini berasal dari dokumen lain dan hanya dapat dibetulkan dari dokumennya.")


class AccountUnknown(Refusal):
    sentence = _l("Akun %(account)s tidak ada di bagan akun gerai ini.")


class AccountReserved(Refusal):
    sentence = _l(
        "Akun %(account)s bergerak lewat dokumennya sendiri (sif, penerimaan, penjualan), tidak lewat jurnal umum."
    )


class SubledgerNeeded(Refusal):
    sentence = _l("Akun %(account)s perlu rincian (buku pembantu).")


class SubledgerNotKept(Refusal):
    sentence = _l("Akun %(account)s tidak memakai rincian. Kosongkan rinciannya.")


class SubledgerMalformed(Refusal):
    sentence = _l("Rincian akun %(account)s hanya boleh berisi huruf, angka, dan tanda : . _ / -.")


class UnitUnknown(Refusal):
    sentence = _l("Unit %(unit)s tidak ada.")


class FutureDate(Refusal):
    sentence = _l("Tanggalnya belum tiba.")


class LineMalformed(Refusal):
    sentence = _l("Baris %(line)s: isi salah satu saja, debit atau kredit.")


class AccountMissing(Refusal):
    sentence = _l("Baris %(line)s: pilih akunnya.")


class AmountOverLimit(Refusal):
    sentence = _l(
        "Jumlah debit %(total)s melewati batas Anda, yaitu %(limit)s. Mintalah pengelola gerai mencatatnya."
    )
    formats = {"total": format_rupiah, "limit": format_rupiah}
