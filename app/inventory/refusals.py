"""What the stock says no to."""

from flask_babel import lazy_gettext as _l

from app.foundation.money import format_rupiah
from app.foundation.quantity import format_quantity
from app.foundation.refusals import Refusal


class ItemNotFound(Refusal):
    """Typed or scanned, and nothing in the catalogue is called so."""

    sentence = _l("Barang ini tidak ditemukan. Pilih dari daftar, atau pindai kodenya.")


class QuantityNotWhole(Refusal):
    sentence = _l("%(item)s dihitung per %(unit)s utuh, lebih dari nol, tanpa koma.")


class QuantityNotPositive(Refusal):
    sentence = _l("Jumlahnya harus lebih dari nol.")


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


class AdjustmentUnknown(Refusal):
    status = 404
    sentence = _l("Penyesuaian ini tidak ada.")


class ContainersNotLent(Refusal):
    """More come back than ever went out against a deposit."""

    sentence = _l("Menurut catatan yang dipinjam %(lent)s. Bila kurang catat, perbaiki dulu jumlahnya.")


class DepositTooHigh(Refusal):
    sentence = _l("Uang jaminan yang dipegang gerai %(held)s. Periksa lagi jumlahnya.")
    formats = {"held": format_rupiah}


class DrawerTooLow(Refusal):
    sentence = _l(
        "Uang di laci menurut catatan %(left)s, tidak cukup. Pilih laci lain, atau ambil dari brankas."
    )
    formats = {"left": format_rupiah}


class EmptiesTooFew(Refusal):
    sentence = _l(
        "%(container)s kosong menurut catatan %(left)s. Bila kurang catat, perbaiki dulu jumlahnya."
    )


class NothingChanged(Refusal):
    sentence = _l("Jumlahnya sama dengan catatan, tidak ada yang perlu diperbaiki.")


class ContainerUnknown(Refusal):
    status = 404
    sentence = _l("Wadah ini tidak ada.")


class CountOpen(Refusal):
    sentence = _l("Opname %(count)s belum selesai. Selesaikan atau batalkan dulu.")


class CountUnknown(Refusal):
    status = 404
    sentence = _l("Opname ini tidak ada.")


class CountEnded(Refusal):
    sentence = _l("Opname ini sudah selesai, hitungan baru tidak bisa ditambahkan.")


class NothingToCount(Refusal):
    sentence = _l("Tidak ada barang yang cocok untuk dihitung.")


class ItemNotInCount(Refusal):
    sentence = _l("%(item)s tidak termasuk opname ini.")


class CountedQuantityWrong(Refusal):
    sentence = _l("%(item)s dihitung per %(unit)s utuh, tanpa koma. Tulis 0 bila tidak ada.")


class ItemMovedMeanwhile(Refusal):
    """Adding to a count that is older than the item's last movement would count some goods twice or never."""

    sentence = _l("%(item)s sudah terjual atau masuk lagi sejak hitungan tadi. Hitung semuanya dari awal.")


class SecondLookByAnother(Refusal):
    sentence = _l("Hitung ulang %(item)s harus oleh orang lain, bukan yang menghitung pertama.")


class NotCountedYet(Refusal):
    """The second look needs a first one."""

    sentence = _l("%(item)s belum dihitung.")


class SecondLookMissing(Refusal):
    sentence = _l("Masih ada %(count)s barang yang harus dihitung ulang oleh orang lain.")


class NothingCounted(Refusal):
    sentence = _l("Belum ada barang yang dihitung.")


class CountOverLimit(Refusal):
    sentence = _l(
        "Selisihnya %(amount)s, melebihi batas Anda %(limit)s. Mintalah pengelola gerai menyetujuinya."
    )
    formats = {"amount": format_rupiah, "limit": format_rupiah}
