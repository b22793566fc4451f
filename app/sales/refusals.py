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
    sentence = _l("Pembayaran QRIS melebihi jumlah belanja %(over)s.")
    told = _l("Pembayaran QRIS lebih %(over)s; menjadi titipan pembeli.")
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
