"""Ways on from a home: a page is offered when it is there and this person may open it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from flask import current_app, url_for
from flask_babel import lazy_gettext as _l

from app.foundation.guard import may, need_of
from app.gerai.facts import GeraiFacts


@dataclass(frozen=True)
class Door:
    label: Any
    about: Any
    endpoint: str


@dataclass(frozen=True)
class Link:
    label: Any
    about: Any
    url: str


def link(gerai: GeraiFacts, door: Door, **values: Any) -> Link | None:
    """Where a door leads; None when the page is not there or not for this person."""
    if door.endpoint not in current_app.view_functions or not may(need_of(current_app, door.endpoint)):
        return None
    return Link(door.label, door.about, url_for(door.endpoint, code=gerai.code, **values))


def links(gerai: GeraiFacts, doors: Iterable[Door]) -> list[Link]:
    return [found for door in doors if (found := link(gerai, door)) is not None]


TILL = Door(_l("Buka kasir"), _l("Layani pembeli"), "sales.till")
OPEN_SHIFT = Door(_l("Buka sif"), _l("Hitung uang kembalian, lalu mulai"), "cash.open_shift_form")
CLOSE_SHIFT = Door(_l("Tutup sif"), _l("Hitung laci dan selesai"), "cash.closing_form")
REGISTERS = Door(_l("Meja kasir"), _l("Tambah atau lihat meja kasir"), "cash.registers")
RECEIVE = Door(
    _l("Catat barang masuk"), _l("Dari nota pemasok, dengan harga belinya"), "purchasing.receive_form"
)
STOCK = Door(_l("Stok"), _l("Sisa barang dan nilainya"), "inventory.stock")
DAY = Door(_l("Ringkasan hari ini"), _l("Penjualan, kas, stok, dan pembukuan satu hari"), "statements.day")
EXCEPTIONS = Door(_l("Pengecualian penjualan"), _l("Yang perlu diperiksa pengelola"), "sales.exceptions")
JOURNAL = Door(_l("Jurnal"), _l("Semua ayat jurnal menurut urutan"), "ledger.journal")
PERIODS = Door(_l("Bulan buku"), _l("Buka, tutup, dan keadaannya"), "ledger.periods")
PRICES = Door(_l("Daftar harga"), _l("Harga semua barang di gerai"), "catalog.prices")
OFFICERS = Door(_l("Petugas"), _l("Siapa bekerja sebagai apa"), "gerai.officers")
ACTS = Door(_l("Catatan kegiatan"), _l("Apa berubah, oleh siapa, kapan"), "gerai.acts")

AREAS: tuple[tuple[Any, tuple[Door, ...]], ...] = (
    (
        _l("Penjualan"),
        (
            Door(_l("Kasir"), _l("Layani pembeli"), "sales.till"),
            Door(_l("Daftar penjualan"), _l("Struk yang sudah dibuat"), "sales.sales"),
            EXCEPTIONS,
            Door(_l("Sif saya"), _l("Hitungan laci saya"), "cash.my_shifts"),
            Door(_l("Semua sif"), _l("Siapa berjaga dan selisihnya"), "cash.shifts"),
            REGISTERS,
        ),
    ),
    (
        _l("Anggota"),
        (
            Door(_l("Daftar anggota"), _l("Cari, daftarkan, cetak kartu"), "members.members"),
            Door(_l("Simpanan"), _l("Setoran pokok, wajib, dan sukarela"), "savings.savings"),
            Door(_l("Bon"), _l("Siapa masih berutang, sejak kapan"), "receivables.debtors"),
        ),
    ),
    (
        _l("Uang"),
        (
            Door(_l("Kas dan bank"), _l("Brankas, rekening, dan serah terima"), "cash.money"),
            Door(_l("Layanan"), _l("Pulsa, listrik, tarik dan setor tunai"), "agency.services"),
        ),
    ),
    (
        _l("Barang"),
        (
            RECEIVE,
            Door(_l("Barang masuk"), _l("Nota yang sudah dicatat"), "purchasing.receivings"),
            Door(_l("Utang usaha"), _l("Kepada pemasok, menurut jatuh temponya"), "purchasing.payables"),
            STOCK,
            Door(_l("Opname"), _l("Hitung rak dan cocokkan dengan catatan"), "inventory.counts"),
            Door(_l("Daftar barang"), _l("Satuan, kode batang, dan harga jual"), "catalog.items"),
            PRICES,
        ),
    ),
    (
        _l("Pembukuan"),
        (
            DAY,
            JOURNAL,
            Door(_l("Neraca saldo"), _l("Saldo setiap akun"), "ledger.trial_balance"),
            PERIODS,
            Door(_l("Saldo awal"), _l("Membawa saldo dari pembukuan lama"), "opening.overview"),
        ),
    ),
    (
        _l("Gerai"),
        (
            OFFICERS,
            Door(_l("Wewenang"), _l("Siapa boleh mengerjakan apa"), "gerai.roles"),
            ACTS,
        ),
    ),
)
