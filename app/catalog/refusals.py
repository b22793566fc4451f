"""What the catalogue says no to."""

from flask_babel import lazy_gettext as _l

from app.foundation.money import format_rupiah
from app.foundation.refusals import Refusal


class ItemUnknown(Refusal):
    status = 404
    sentence = _l("Barang ini tidak ada di daftar gerai.")


class NameTaken(Refusal):
    sentence = _l("Sudah ada barang bernama %(name)s. Beri nama yang membedakan, misalnya dengan ukurannya.")


class MeasureFixed(Refusal):
    """Unit, decimals or group would change while what has been counted in them stays."""

    sentence = _l("Satuan dan kelompok barang ini tidak dapat diubah lagi: %(reason)s")


class ItemStays(Refusal):
    sentence = _l("Barang ini belum dapat dihentikan: %(reason)s")


class ItemEnded(Refusal):
    sentence = _l("%(name)s sudah tidak dijual.")


class ItemNotEnded(Refusal):
    sentence = _l("%(name)s masih dijual.")


class PriceMissing(Refusal):
    sentence = _l("Harga jual harus lebih dari nol.")


class BarcodeMalformed(Refusal):
    sentence = _l(
        "Ini bukan kode batang yang benar. Pindai lagi, atau periksa angka di bawah garis-garisnya."
    )


class BarcodeOfCarton(Refusal):
    sentence = _l("Ini kode karton. Pindai kode pada kemasan satuannya.")


class BarcodeTaken(Refusal):
    sentence = _l("Kode ini sudah dipakai untuk %(item)s.")


class BarcodeUnknown(Refusal):
    status = 404
    sentence = _l("Kode ini tidak terpasang pada barang ini.")


class OwnBarcodeExists(Refusal):
    sentence = _l("Barang ini sudah punya kode gerai, yaitu %(code)s.")


class PriceUnknown(Refusal):
    status = 404
    sentence = _l("Harga ini tidak ada pada barang ini.")


class QuantityMissing(Refusal):
    """A wholesale price without the quantity it begins at, or with one that cannot be bought."""

    sentence = _l("Tulis jumlah paling sedikit untuk harga grosir, dalam ukuran yang dapat dijual.")


class PriceOver(Refusal):
    sentence = _l("Harga ini sudah tidak berlaku.")


class RetailStays(Refusal):
    sentence = _l("Harga eceran tidak dapat dihapus. Tetapkan harga baru sebagai gantinya.")


class RetailMissing(Refusal):
    sentence = _l("%(name)s belum punya harga eceran pada hari itu. Tetapkan harga eceran lebih dulu.")


class PriceNotLower(Refusal):
    sentence = _l("Harga ini harus lebih rendah dari harga eceran, yaitu %(retail)s.")
    formats = {"retail": format_rupiah}


class PriceOrPercent(Refusal):
    sentence = _l("Isi salah satu: harga promosi, atau potongan 1 sampai 99 persen.")


class PriceInThePast(Refusal):
    sentence = _l("Harga hanya dapat berlaku mulai hari ini atau sesudahnya.")


class PriceTooFarAhead(Refusal):
    sentence = _l("Tanggal ini lebih dari setahun lagi. Periksa tahunnya.")


class EndsBeforeStart(Refusal):
    sentence = _l("Hari terakhir harus sama dengan atau sesudah hari pertama, paling lama setahun lagi.")


class PriceAboveCeiling(Refusal):
    """The state forbids a price above its ceiling."""

    sentence = _l("Harga melebihi harga eceran tertinggi dari pemerintah, yaitu %(most)s.")
    formats = {"most": format_rupiah}


class PriceAboveAdvice(Refusal):
    """The state advises a highest price: allowed, if it is meant."""

    sentence = _l(
        "Harga melebihi harga acuan pemerintah, yaitu %(most)s. Centang persetujuan di bawah bila memang begitu."
    )
    formats = {"most": format_rupiah}


class NoBundling(Refusal):
    sentence = _l("%(name)s tidak boleh ikut promosi: pemerintah mengatur penjualannya.")


class PackContent(Refusal):
    sentence = _l("Isi kemasan harus lebih dari 1 %(unit)s, dan dalam ukuran yang dapat dijual.")


class PackExists(Refusal):
    sentence = _l("Sudah ada kemasan %(name)s dengan nama atau isi yang sama.")


class PackUnknown(Refusal):
    status = 404
    sentence = _l("Kemasan ini tidak ada pada barang ini.")


class PluNotWeighed(Refusal):
    sentence = _l("Nomor timbangan hanya untuk barang yang ditimbang dalam kg.")


class PluTaken(Refusal):
    sentence = _l("Nomor timbangan ini sudah dipakai untuk %(item)s.")


class PluOnLabel(Refusal):
    sentence = _l("Nomor ini bertabrakan dengan kode %(code)s. Pilih nomor lain.")


class BarcodeOfScale(Refusal):
    sentence = _l("Ini kode dari timbangan untuk %(item)s, bukan kode tetap sebuah barang.")


class ContainerUnknown(Refusal):
    status = 404
    sentence = _l("Wadah ini tidak ada di gerai ini.")


class ContainerOfPieces(Refusal):
    sentence = _l("Hanya barang yang dihitung utuh dapat memakai wadah yang kembali.")


class GoodUnknown(Refusal):
    sentence = _l("Pilih jenis barang dari daftar.")


class ContentMissing(Refusal):
    sentence = _l("Tulis isi bersih satu satuan barang ini.")


class UnitMissing(Refusal):
    sentence = _l("Belum ada barang bernama ini. Tulis satuannya bila barang ini baru.")
