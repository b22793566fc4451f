"""What the catalogue says no to."""

from flask_babel import lazy_gettext as _l

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
