"""What the till says no to.

An asked sale is refused with these. A sale that is told has already happened at the counter: it is
recorded all the same, and the same names become its exceptions, for the manager to see.
"""

from typing import ClassVar

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from app.foundation.money import format_rupiah
from app.foundation.quantity import format_quantity
from app.foundation.refusals import Refusal


class Objection(Refusal):
    """What is wrong with a basket. ``told`` is the sentence for the manager when it was recorded all the same."""

    told: ClassVar[LazyString | str | None] = None

    @property
    def note(self) -> str:
        """The sentence of the exception that was kept."""
        sentence = type(self).sentence if self.told is None else self.told
        return str(sentence) % self.written()


class Malformed(Refusal):
    sentence = _l("Isi penjualan tidak lengkap atau tidak terbaca. Muat ulang halaman kasir.")


class SaleUnknown(Refusal):
    status = 404
    sentence = _l("Penjualan ini tidak ada.")


class ShiftNotOpen(Objection):
    sentence = _l("Sif ini sudah ditutup. Buka sif dulu.")


class ShiftUnknown(Objection):
    sentence = _l("Sif ini tidak ada di gerai ini. Buka sif dulu.")
    told = _l("Sifnya tidak dikenal; dicatat pada sif terakhir kasir ini.")


class ShiftOfAnother(Objection):
    sentence = _l("Sif ini milik kasir lain.")
    told = _l("Dikirim oleh orang lain, bukan kasir sifnya.")


class RegisterDiffers(Objection):
    sentence = _l("Sif ini bukan di kasir %(register)s.")
    told = _l("Dikirim dari kasir %(register)s, padahal sifnya di kasir lain.")


class DeviceDiffers(Objection):
    """Of told sales alone; whoever asks is refused before, with RegisterOnOtherDevice."""

    sentence = _l("Kasir %(register)s terikat pada perangkat lain.")
    told = _l("Dikirim dari perangkat lain, padahal kasir %(register)s terikat pada perangkatnya sendiri.")


class NumberTaken(Objection):
    status = 409
    sentence = _l("Nomor struk %(number)s sudah dipakai.")
    told = _l("Nomor struk %(number)s pernah dipakai.")


class NumberAhead(Objection):
    status = 409
    sentence = _l("Nomor struk %(number)s melompat terlalu jauh. Muat ulang halaman kasir.")
    told = _l("Nomor struk %(number)s melompat terlalu jauh; urutan nomor tidak mengikutinya.")


class MemberUnknown(Objection):
    sentence = _l("Nomor anggota %(member)s belum terdaftar di gerai ini.")
    told = _l("Nomor anggota %(member)s belum terdaftar; dicatat sebagai bukan anggota.")


class MemberNotActive(Objection):
    sentence = _l(
        "%(name)s (nomor %(member)s) bukan anggota penuh: harga anggota belum atau tidak lagi berlaku."
    )
    told = _l("%(name)s (nomor %(member)s) bukan anggota penuh; dicatat sebagai bukan anggota.")


class ItemUnknown(Objection):
    sentence = _l("Barang %(item)s tidak ada di daftar gerai ini.")
    told = _l("Barang %(item)s tidak ada di daftar; stoknya tidak berkurang.")


class ItemEnded(Objection):
    sentence = _l("%(item)s sudah tidak dijual.")
    told = _l("%(item)s dijual, padahal sudah tidak dijual lagi.")


class UnitDiffers(Objection):
    sentence = _l("%(item)s dijual per %(unit)s.")
    told = _l("%(item)s dijual dengan satuan lain, padahal satuannya %(unit)s.")


class QuantityNotWhole(Objection):
    sentence = _l("%(item)s hanya dijual utuh per %(unit)s.")
    told = _l("%(item)s dijual tidak utuh, padahal satuannya %(unit)s.")


class PriceDiffers(Objection):
    sentence = _l("Harga %(item)s sekarang %(price)s.")
    told = _l("%(item)s dijual %(told)s, padahal harganya %(price)s.")
    formats = {"price": format_rupiah, "told": format_rupiah}


class ItemUnpriced(Objection):
    sentence = _l("%(item)s belum punya harga jual. Mintalah pengelola mengisinya.")
    told = _l("%(item)s dijual sebelum punya harga jual.")


class QuantityMissing(Objection):
    sentence = _l("Jumlah %(item)s belum ditulis.")


class PriceAboveCeiling(Objection):
    sentence = _l("%(item)s tidak boleh dijual di atas %(ceiling)s, harga tertinggi dari pemerintah.")
    told = _l("%(item)s dijual di atas %(ceiling)s, harga tertinggi dari pemerintah.")
    formats = {"ceiling": format_rupiah}


class PriceAboveAdvice(Objection):
    sentence = _l("%(item)s dijual di atas %(ceiling)s, harga acuan dari pemerintah.")
    formats = {"ceiling": format_rupiah}


class DiscountNotAllowed(Objection):
    sentence = _l("%(item)s tidak boleh diberi potongan.")
    told = _l("%(item)s diberi potongan, padahal tidak boleh.")


class ContainersDiffer(Objection):
    sentence = _l("Tabung atau kemasan kosong dan jaminan %(item)s harus berjumlah %(needed)s.")
    told = _l(
        "Tabung atau kemasan kosong dan jaminan %(item)s tidak berjumlah %(needed)s; sisanya dipinjamkan tanpa jaminan."
    )


class DepositDiffers(Objection):
    sentence = _l("Uang jaminan seharusnya %(deposit)s.")
    told = _l("Uang jaminan di struk %(told)s, padahal seharusnya %(deposit)s.")
    formats = {"deposit": format_rupiah, "told": format_rupiah}


class BonNeedsMember(Objection):
    sentence = _l("Bon hanya untuk anggota. Pilih dulu anggotanya.")
    told = _l("Dibayar bon tanpa anggota yang dikenal; menjadi tanggungan kasir.")


class BonOverLimit(Objection):
    sentence = _l("Sisa batas bon anggota ini %(left)s, kurang untuk bon %(bon)s.")
    told = _l("Bon %(bon)s melewati batas anggota ini, yang tinggal %(left)s.")
    formats = {"left": format_rupiah, "bon": format_rupiah}


class ApprovalNotEnough(Objection):
    sentence = _l("Batas orang yang menyetujui hanya %(limit)s. Mintalah orang lain.")
    told = _l("Disetujui oleh orang yang batasnya hanya %(limit)s.")
    formats = {"limit": format_rupiah}


class ApprovalWrong(Objection):
    sentence = _l("Nama pengguna atau PIN yang menyetujui salah.")
    told = _l("Persetujuannya memakai nama pengguna atau PIN yang salah.")


class PriceMissing(Objection):
    sentence = _l("Barang %(item)s tidak dikenal dan tidak ada harganya.")


class DiscountTooLarge(Objection):
    sentence = _l("Potongan melebihi harga barangnya.")


class DiscountOverLimit(Objection):
    sentence = _l("Potongan %(discount)s melewati batas Anda, yaitu %(limit)s. Mintalah pengelola.")
    told = _l("Potongan %(discount)s melewati batas penjual, yaitu %(limit)s.")
    formats = {"discount": format_rupiah, "limit": format_rupiah}


class TotalDiffers(Objection):
    sentence = _l("Jumlah belanja seharusnya %(total)s.")
    told = _l("Jumlah di struk %(told)s, padahal seharusnya %(total)s.")
    formats = {"total": format_rupiah, "told": format_rupiah}


class RoundingDiffers(Objection):
    sentence = _l("Pembulatan seharusnya %(rounding)s.")
    told = _l("Pembulatan di struk %(told)s, padahal seharusnya %(rounding)s.")
    formats = {"rounding": format_rupiah, "told": format_rupiah}


class TenderShort(Objection):
    sentence = _l("Uang yang diterima kurang %(short)s.")
    told = _l("Uang yang diterima kurang %(short)s; menjadi tanggungan kasir.")
    formats = {"short": format_rupiah}


class TenderOver(Objection):
    sentence = _l("Pembayaran selain tunai melebihi jumlah belanja %(over)s.")
    told = _l("Pembayaran selain tunai lebih %(over)s; menjadi titipan pembeli.")
    formats = {"over": format_rupiah}


class StockShort(Objection):
    sentence = _l("Stok %(item)s tinggal %(left)s %(unit)s.")
    told = _l("Stok %(item)s menjadi %(left)s %(unit)s setelah penjualan ini.")
    formats = {"left": format_quantity}


class ShiftClosedBefore(Objection):
    sentence = _l("Penjualan tiba setelah sif %(shift)s ditutup.")


class ClockOff(Objection):
    sentence = _l("Jam perangkat meleset %(minutes)s menit.")


class DatedInFuture(Objection):
    sentence = _l("Penjualan bertanggal %(sold_on)s, hari yang belum tiba.")


class PeriodClosed(Objection):
    sentence = _l("Bulan tanggal %(sold_on)s sudah ditutup; dicatat pada %(posted_on)s.")


class ReceiptUnknown(Refusal):
    sentence = _l("Struk dengan nomor ini tidak ada di gerai ini.")


class ReturnUnknown(Refusal):
    status = 404
    sentence = _l("Pembatalan atau retur ini tidak ada.")


class AlreadyVoided(Refusal):
    status = 409
    sentence = _l("Penjualan ini sudah dibatalkan.")


class AlreadyReturned(Refusal):
    status = 409
    sentence = _l("Sebagian barang penjualan ini sudah diretur, jadi tidak dapat dibatalkan. Retur sisanya.")


class ReturnedTooMuch(Refusal):
    status = 409
    sentence = _l("%(item)s yang masih dapat diretur tinggal %(left)s %(unit)s.")
    formats = {"left": format_quantity}


class NothingReturned(Refusal):
    sentence = _l("Tulis dulu jumlah barang yang diretur.")


class LineUnknown(Refusal):
    sentence = _l("Baris %(line)s tidak ada pada struk ini.")


class ShiftDiffers(Refusal):
    sentence = _l(
        "Pembatalan hanya pada sif penjualannya sendiri selama sif itu masih buka. Setelah itu, terima sebagai retur."
    )


class ReasonMissing(Refusal):
    sentence = _l("Tulis alasannya.")


class RefundDiffers(Refusal):
    sentence = _l("Uang yang dikembalikan seharusnya %(due)s.")
    formats = {"due": format_rupiah}


class BonPaidAlready(Refusal):
    sentence = _l("Bon penjualan ini sudah dibayar, jadi tidak dapat dibatalkan. Terima sebagai retur.")


class VoidOverLimit(Refusal):
    sentence = _l(
        "Pembatalan %(amount)s melewati batas Anda, yaitu %(limit)s. Mintalah persetujuan pengelola."
    )
    formats = {"amount": format_rupiah, "limit": format_rupiah}


class ReturnOverLimit(Refusal):
    sentence = _l("Retur %(amount)s melewati batas Anda, yaitu %(limit)s. Mintalah persetujuan pengelola.")
    formats = {"amount": format_rupiah, "limit": format_rupiah}
