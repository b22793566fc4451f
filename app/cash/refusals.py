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


class RegisterRetired(Refusal):
    sentence = _l("Huruf %(register)s sudah dipensiunkan karena perangkatnya hilang. Pakai kasir lain.")


class RegisterOnOtherDevice(Refusal):
    """The register is bound to a device, and this is not it."""

    sentence = _l(
        "Kasir %(register)s terikat pada perangkat lain. Pakai perangkatnya, pilih kasir lain, "
        "atau mintalah pengelola mengikat kasir ini ke perangkat ini."
    )


class ShiftStillOpen(Refusal):
    sentence = _l("Sif di kasir %(register)s masih buka. Tutup dulu sif itu.")


class CodeWrong(Refusal):
    sentence = _l("Kode ini tidak cocok atau sudah lewat waktunya. Mintalah kode baru kepada pengelola.")


class ReasonTooShort(Refusal):
    sentence = _l("Jelaskan sedikit lebih panjang, paling sedikit %(letters)s huruf.")


class ReasonUnknown(Refusal):
    sentence = _l("Pilih salah satu alasan.")


class UnitNotHere(Refusal):
    sentence = _l("Unit ini tidak ada di gerai ini.")


class AmountMissing(Refusal):
    sentence = _l("Tulis jumlahnya, lebih dari nol.")


class MovementOverLimit(Refusal):
    sentence = _l("Batas Anda %(limit)s sekali catat. Mintalah pengelola mencatatnya.")
    formats: ClassVar = {"limit": format_rupiah}


class SafeShort(Refusal):
    sentence = _l(
        "Kas brankas tercatat %(held)s. Periksa jumlahnya, atau catat dulu uang yang masuk brankas."
    )
    formats: ClassVar = {"held": format_rupiah}


class RouteUnknown(Refusal):
    sentence = _l("Pilih dari mana dan ke mana uangnya.")


class BankUnknown(Refusal):
    sentence = _l("Pilih rekening banknya.")


class TransferUnknown(Refusal):
    status = 404
    sentence = _l("Serah terima ini tidak ada.")


class TransferReceived(Refusal):
    sentence = _l("Uang ini sudah diterima.")


class OwnTransfer(Refusal):
    sentence = _l("Anda yang menyerahkan uang ini. Penerimanya harus orang lain.")


class TransferDiffers(Refusal):
    sentence = _l(
        "Yang diserahkan %(given)s, yang Anda hitung %(counted)s. Hitung ulang, atau terima dengan alasan."
    )
    formats: ClassVar = {"given": format_rupiah, "counted": format_rupiah}


class NothingToDecide(Refusal):
    sentence = _l("Selisih ini sudah diputuskan.")


class OwnDifference(Refusal):
    sentence = _l("Selisih ini menyangkut Anda sendiri. Mintalah orang lain memutuskannya.")


class DebtorUnknown(Refusal):
    sentence = _l("Pilih siapa yang menanggung.")


class PaysTooMuch(Refusal):
    sentence = _l("Utangnya tinggal %(owed)s.")
    formats: ClassVar = {"owed": format_rupiah}


class OwnDebt(Refusal):
    sentence = _l("Pembayaran utang Anda sendiri harus diterima orang lain.")


class NothingCounted(Refusal):
    sentence = _l("Belum ada yang dihitung. Bila memang kosong, tulis 0.")


class CountUnknown(Refusal):
    status = 404
    sentence = _l("Pemeriksaan kas ini tidak ada.")


class FindingWritten(Refusal):
    sentence = _l("Temuan pemeriksaan ini sudah ditulis.")


class NotYourCount(Refusal):
    sentence = _l("Temuan ditulis oleh pengawas yang menghitung.")


class OwnWitness(Refusal):
    sentence = _l("Saksinya harus orang lain yang bertugas di gerai ini.")


class BankExists(Refusal):
    sentence = _l("Rekening ini sudah ada.")


class LineUnknown(Refusal):
    status = 404
    sentence = _l("Baris mutasi ini tidak ada.")


class LineMatched(Refusal):
    sentence = _l("Baris mutasi ini sudah dicocokkan.")


class LineOtherWay(Refusal):
    sentence = _l("Arah uangnya tidak sesuai dengan pilihan ini.")


class DaysMissing(Refusal):
    sentence = _l("Pilih hari penerimaannya.")


class TakingsLess(Refusal):
    sentence = _l("Penerimaan hari yang dipilih %(gross)s, kurang dari %(amount)s yang masuk ke bank.")
    formats: ClassVar = {"gross": format_rupiah, "amount": format_rupiah}


class FeeTooLarge(Refusal):
    sentence = _l(
        "Potongannya jadi %(fee)s dari penerimaan %(gross)s, lebih dari yang wajar. Periksa hari yang dipilih."
    )
    formats: ClassVar = {"fee": format_rupiah, "gross": format_rupiah}


class TakingsDiffer(Refusal):
    sentence = _l("Transfer hari yang dipilih %(gross)s, padahal yang masuk ke bank %(amount)s.")
    formats: ClassVar = {"gross": format_rupiah, "amount": format_rupiah}


class DepositDiffers(Refusal):
    sentence = _l(
        "Setoran itu %(given)s, padahal baris ini %(amount)s. Catat dulu penerimaannya dengan selisih."
    )
    formats: ClassVar = {"given": format_rupiah, "amount": format_rupiah}


class EntryDiffers(Refusal):
    sentence = _l("Ayat itu tidak memindahkan jumlah ini di rekening ini.")
