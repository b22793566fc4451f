"""What this room says no to."""

from flask_babel import lazy_gettext as _l

from app.foundation.refusals import Refusal


class OpeningDone(Refusal):
    status = 409
    sentence = _l("Saldo awal gerai ini sudah dicatat. Perbaikannya lewat jurnal.")


class PartUnknown(Refusal):
    status = 404
    sentence = _l("Bagian saldo awal ini tidak ada.")


class NothingPrepared(Refusal):
    sentence = _l("Belum ada bagian yang diunggah.")


class RowsFaulty(Refusal):
    sentence = _l("Masih ada baris yang salah di bagian %(part)s. Perbaiki lembarnya lalu unggah lagi.")


class PreparedByYourself(Refusal):
    sentence = _l("Saldo awal yang Anda unggah sendiri dicatat oleh orang lain, setelah ia memeriksanya.")


class PartsChanged(Refusal):
    status = 409
    sentence = _l("Ada bagian yang diunggah ulang sejak halaman ini dibuka. Periksa sekali lagi.")


class StockThere(Refusal):
    sentence = _l("Barang nomor %(item)s sudah punya stok. Unggah ulang bagian stok tanpa barang itu.")
