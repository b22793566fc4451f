"""What the till says no to.

An asked sale is refused with these. A sale that is told has already happened at the counter: it is
recorded all the same, and the same names become its exceptions, for the manager to see.
"""

from flask_babel import lazy_gettext as _l

from app.foundation.money import format_rupiah
from app.foundation.quantity import format_quantity
from app.foundation.refusals import Refusal


class Malformed(Refusal):
    sentence = _l("Isi penjualan tidak lengkap atau tidak terbaca. Muat ulang halaman kasir.")


class SaleUnknown(Refusal):
    status = 404
    sentence = _l("Penjualan ini tidak ada.")


class ShiftNotOpen(Refusal):
    sentence = _l("Sif ini sudah ditutup. Buka sif dulu.")


class ShiftUnknown(Refusal):
    sentence = _l("Sif ini tidak ada di gerai ini. Buka sif dulu.")


class ShiftOfAnother(Refusal):
    sentence = _l("Sif ini milik kasir lain.")


class RegisterDiffers(Refusal):
    sentence = _l("Sif ini bukan di kasir %(register)s.")


class NumberTaken(Refusal):
    status = 409
    sentence = _l("Nomor struk %(number)s sudah dipakai.")


class MemberUnknown(Refusal):
    sentence = _l("Nomor anggota %(member)s belum terdaftar di gerai ini.")


class ItemUnknown(Refusal):
    sentence = _l("Barang %(item)s tidak ada di daftar gerai ini.")


class ItemEnded(Refusal):
    sentence = _l("%(item)s sudah tidak dijual.")


class UnitDiffers(Refusal):
    sentence = _l("%(item)s dijual per %(unit)s.")


class QuantityNotWhole(Refusal):
    sentence = _l("%(item)s hanya dijual utuh per %(unit)s.")


class PriceDiffers(Refusal):
    sentence = _l("Harga %(item)s sekarang %(price)s.")
    formats = {"price": format_rupiah, "told": format_rupiah}


class ItemUnpriced(Refusal):
    sentence = _l("%(item)s belum punya harga jual. Mintalah pengelola mengisinya.")


class PriceMissing(Refusal):
    sentence = _l("Barang %(item)s tidak dikenal dan tidak ada harganya.")


class DiscountTooLarge(Refusal):
    sentence = _l("Potongan melebihi harga barangnya.")


class DiscountOverLimit(Refusal):
    sentence = _l("Potongan %(discount)s melewati batas peran Anda, yaitu %(limit)s. Mintalah pengelola.")
    formats = {"discount": format_rupiah, "limit": format_rupiah}


class TotalDiffers(Refusal):
    sentence = _l("Jumlah belanja seharusnya %(total)s.")
    formats = {"total": format_rupiah, "told": format_rupiah}


class RoundingDiffers(Refusal):
    sentence = _l("Pembulatan seharusnya %(rounding)s.")
    formats = {"rounding": format_rupiah, "told": format_rupiah}


class TenderShort(Refusal):
    sentence = _l("Uang yang diterima kurang %(short)s.")
    formats = {"short": format_rupiah}


class TenderOver(Refusal):
    sentence = _l("Pembayaran QRIS melebihi jumlah belanja %(over)s.")
    formats = {"over": format_rupiah}


class StockShort(Refusal):
    sentence = _l("Stok %(item)s tinggal %(left)s %(unit)s.")
    formats = {"left": format_quantity}


class ShiftClosedBefore(Refusal):
    sentence = _l("Penjualan tiba setelah sif %(shift)s ditutup.")


class ClockOff(Refusal):
    sentence = _l("Jam perangkat meleset %(minutes)s menit.")


class DatedInFuture(Refusal):
    sentence = _l("Penjualan bertanggal %(sold_on)s, hari yang belum tiba.")


class PeriodClosed(Refusal):
    sentence = _l("Bulan tanggal %(sold_on)s sudah ditutup; dicatat pada %(posted_on)s.")


BELOW_ZERO = _l("Stok %(item)s menjadi %(left)s %(unit)s setelah penjualan ini.")
