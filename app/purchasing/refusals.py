"""What buying says no to."""

from flask_babel import lazy_gettext as _l

from app.foundation.money import format_rupiah
from app.foundation.quantity import format_quantity
from app.foundation.refusals import Refusal
from app.foundation.written import tanggal


class NothingReceived(Refusal):
    sentence = _l("Isi paling sedikit satu barang yang diterima.")


class ItemNotSold(Refusal):
    sentence = _l("%(item)s sudah tidak dijual. Jual lagi dulu di daftar barang.")


class LineIncomplete(Refusal):
    sentence = _l("Lengkapi barang, jumlah, dan biayanya, atau kosongkan barisnya.")


class PackUnknown(Refusal):
    """The nota counts in a pack that the catalogue does not know of this item."""

    sentence = _l("%(item)s dihitung per %(packs)s. Kemasan lain ditambahkan dulu di daftar barang.")


class CostImplausible(Refusal):
    sentence = _l("Dengan angka ini satu %(unit)s berharga %(unit_cost)s. Periksa lagi jumlah dan biayanya.")
    formats = {"unit_cost": format_rupiah}


class DiscountTooLarge(Refusal):
    sentence = _l("Potongannya lebih besar daripada harganya.")


class FreightNeedsValue(Refusal):
    sentence = _l("Ongkos dan potongan dibagi menurut harga. Isi dulu harga barangnya.")


class ReceivingUnknown(Refusal):
    status = 404
    sentence = _l("Barang masuk ini tidak ada.")


class SupplierUnknown(Refusal):
    status = 404
    sentence = _l("Pemasok ini tidak ada.")


class SupplierNotListed(Refusal):
    """Typed, and nobody is called so: a slip, or somebody new."""

    sentence = _l("“%(name)s” belum ada di daftar pemasok. Periksa ejaannya, atau centang Pemasok baru.")


class SupplierNeeded(Refusal):
    sentence = _l("Pilih dulu pemasoknya.")


class SupplierTaken(Refusal):
    sentence = _l("Pemasok %(name)s sudah ada di daftar.")


class SupplierEnded(Refusal):
    sentence = _l("Pemasok %(name)s sudah tidak dipakai. Pakai lagi dulu di daftar pemasok.")


class SupplierStillOwed(Refusal):
    sentence = _l("Masih ada utang %(amount)s kepada pemasok ini. Lunasi dulu.")
    formats = {"amount": format_rupiah}


class SupplierStillOwns(Refusal):
    sentence = _l("Masih ada barang titipan pemasok ini di gerai. Kembalikan dulu.")


class NotaRepeated(Refusal):
    sentence = _l(
        "Nota %(nota)s dari pemasok ini sudah dicatat pada %(on)s sebagai barang masuk %(receiving)s."
    )
    formats = {"on": tanggal}


class NotaNeeded(Refusal):
    sentence = _l("Barang yang dibayar tempo perlu nomor nota.")


class DueBeforeReceipt(Refusal):
    sentence = _l("Jatuh temponya lebih awal daripada tanggal notanya.")


class DueNeeded(Refusal):
    sentence = _l("Isi tanggal jatuh temponya.")


class DrawerNeeded(Refusal):
    sentence = _l("Pilih laci kasir yang membayar.")


class BankNeeded(Refusal):
    sentence = _l("Pilih rekening bank yang membayar.")


class DrawerTooLow(Refusal):
    sentence = _l("Uang di laci menurut catatan %(left)s, tidak cukup untuk membayar ini.")
    formats = {"left": format_rupiah}


class NotUnbilled(Refusal):
    sentence = _l("Barang masuk ini tidak menunggu tagihan.")


class AlreadyBilled(Refusal):
    sentence = _l("Tagihan untuk barang masuk ini sudah dicatat.")


class AmountNotPositive(Refusal):
    sentence = _l("Jumlahnya harus lebih dari nol.")


class PaidTooMuch(Refusal):
    """Nobody is paid more than he is owed."""

    sentence = _l("Sisa utangnya %(left)s. Jangan membayar lebih dari itu.")
    formats = {"left": format_rupiah}


class NothingOwed(Refusal):
    sentence = _l("Tidak ada utang kepada pemasok ini.")


class PayableUnknown(Refusal):
    status = 404
    sentence = _l("Utang ini tidak ada.")


class PaymentUnknown(Refusal):
    status = 404
    sentence = _l("Pembayaran ini tidak ada.")


class ReturnUnknown(Refusal):
    status = 404
    sentence = _l("Retur ini tidak ada.")


class SettlementUnknown(Refusal):
    status = 404
    sentence = _l("Pelunasan titipan ini tidak ada.")


class NothingReturned(Refusal):
    sentence = _l("Isi paling sedikit satu barang yang dikembalikan.")


class ReturnedTooMuch(Refusal):
    sentence = _l("Dari nota ini tinggal %(left)s %(unit)s yang bisa dikembalikan.")
    formats = {"left": format_quantity}


class StockTooLow(Refusal):
    sentence = _l("Stok %(item)s tinggal %(left)s %(unit)s.")
    formats = {"left": format_quantity}


class CreditTooLarge(Refusal):
    """The supplier would end up owing the gerai: that money has to come back."""

    sentence = _l("Utang yang bisa dipotong tinggal %(left)s. Mintalah uangnya kembali.")
    formats = {"left": format_rupiah}


class SettledOtherwise(Refusal):
    sentence = _l("Cara ini tidak cocok untuk barang dari nota ini.")


class ItemOwned(Refusal):
    """Own goods and goods on consignment never lie in one heap."""

    sentence = _l(
        "Stok %(item)s milik gerai sendiri masih %(left)s %(unit)s. Habiskan dulu sebelum menerima titipan."
    )
    formats = {"left": format_quantity}


class ItemConsigned(Refusal):
    sentence = _l("%(item)s masih titipan %(supplier)s. Lunasi dan kembalikan dulu sisanya.")


class OwedPriceDiffers(Refusal):
    sentence = _l(
        "Sisa titipan %(item)s disepakati %(owed)s. Habiskan atau kembalikan dulu sebelum harganya berubah."
    )
    formats = {"owed": format_rupiah}


class OwedNeeded(Refusal):
    sentence = _l("Isi harga titip per %(unit)s, yaitu bagian pemilik untuk tiap %(unit)s yang terjual.")


class NothingConsigned(Refusal):
    sentence = _l("Pemasok ini tidak menitipkan barang.")


class NothingToSettle(Refusal):
    sentence = _l("Belum ada yang terjual, hilang, atau dikembalikan sejak pelunasan terakhir.")
