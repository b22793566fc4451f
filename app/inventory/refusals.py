"""What the stock says no to."""

from flask_babel import lazy_gettext as _l

from app.foundation.money import format_rupiah
from app.foundation.quantity import format_quantity
from app.foundation.refusals import Refusal


class NothingReceived(Refusal):
    sentence = _l("Isi paling sedikit satu barang yang diterima.")


class ItemNotFound(Refusal):
    """Typed or scanned, and nothing in the catalogue is called so."""

    sentence = _l("Barang ini tidak ditemukan. Pilih dari daftar, atau pindai kodenya.")


class ItemNotSold(Refusal):
    sentence = _l("%(item)s sudah tidak dijual. Jual lagi dulu di daftar barang.")


class LineIncomplete(Refusal):
    sentence = _l("Lengkapi barang, jumlah, dan biayanya, atau kosongkan barisnya.")


class QuantityNotWhole(Refusal):
    sentence = _l("%(item)s dihitung per %(unit)s utuh, lebih dari nol, tanpa koma.")


class QuantityNotPositive(Refusal):
    sentence = _l("Jumlahnya harus lebih dari nol.")


class CostImplausible(Refusal):
    sentence = _l("Dengan angka ini satu %(unit)s berharga %(unit_cost)s. Periksa lagi jumlah dan biayanya.")
    formats = {"unit_cost": format_rupiah}


class StockTooLow(Refusal):
    """More would be written off than there is."""

    sentence = _l("Menurut catatan stoknya %(left)s %(unit)s. Bila kurang catat, catat dulu barang masuknya.")
    formats = {"left": format_quantity}


class CostUnknown(Refusal):
    """Found, but never received: nobody knows what it is worth."""

    sentence = _l("Harga beli barang ini belum diketahui. Catat dulu sebagai barang masuk.")


class AdjustmentOverLimit(Refusal):
    sentence = _l("Nilainya %(amount)s, melebihi batas Anda %(limit)s. Mintalah pengelola gerai mencatatnya.")
    formats = {"amount": format_rupiah, "limit": format_rupiah}


class ReceivingUnknown(Refusal):
    status = 404
    sentence = _l("Barang masuk ini tidak ada.")


class AdjustmentUnknown(Refusal):
    status = 404
    sentence = _l("Penyesuaian ini tidak ada.")
