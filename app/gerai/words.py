"""What permissions and acts are called on the screen."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from app.foundation.dates import local_date
from app.foundation.written import tanggal
from app.gerai.queries.appointments import Appointment
from app.gerai.roles import NAMES, Role

ROOMS = {
    "home": _l("Beranda"),
    "sales": _l("Penjualan"),
    "receivables": _l("Bon anggota"),
    "members": _l("Anggota"),
    "savings": _l("Simpanan"),
    "cash": _l("Kas dan bank"),
    "agency": _l("Layanan"),
    "catalog": _l("Barang dan harga"),
    "inventory": _l("Stok"),
    "purchasing": _l("Pembelian"),
    "statements": _l("Laporan"),
    "ledger": _l("Pembukuan"),
    "opening": _l("Saldo awal"),
    "gerai": _l("Petugas"),
    "books": _l("Catatan kegiatan"),
    "district": _l("Dinas kabupaten"),
}
"""In the order of the page; a permission's room stands before its point."""

PERMISSION_WORDS = {
    "home.open": _l("Membuka beranda gerai"),
    "sales.sell": _l("Menjual di kasir"),
    "sales.discount": _l("Memberi potongan harga"),
    "sales.void": _l("Membatalkan penjualan"),
    "sales.return": _l("Menerima retur barang"),
    "sales.read": _l("Melihat daftar penjualan dan struk"),
    "sales.exceptions": _l("Memeriksa pengecualian penjualan"),
    "receivables.read": _l("Melihat bon anggota"),
    "receivables.receive": _l("Menerima pembayaran bon"),
    "receivables.limit": _l("Menetapkan batas bon anggota"),
    "members.read": _l("Melihat daftar anggota, alamat, dan teleponnya"),
    "members.write": _l("Mendaftarkan anggota, mengubah datanya, dan mencatat ahli waris"),
    "members.leave": _l("Mencatat anggota yang mengundurkan diri atau meninggal"),
    "members.expel": _l("Memberhentikan anggota"),
    "members.cards": _l("Membuat, mencabut, dan mengganti kartu anggota"),
    "members.accounts": _l("Menghubungkan akun dengan anggota"),
    "members.reveal_nik": _l("Melihat NIK lengkap; setiap kali tercatat"),
    "members.import": _l("Mendaftarkan banyak anggota dari berkas"),
    "members.export": _l("Mengunduh daftar anggota"),
    "savings.read": _l("Melihat simpanan anggota"),
    "savings.receive": _l("Menerima setoran simpanan ke laci sif sendiri"),
    "savings.terms": _l("Menetapkan besar simpanan pokok dan wajib"),
    "cash.shift": _l("Membuka dan menutup sif sendiri"),
    "cash.read": _l("Melihat semua sif dan hitungan laci"),
    "cash.report": _l("Membaca laporan sif: milik sendiri, atau semua bila boleh melihat semua sif"),
    "cash.registers": _l("Menambah meja kasir dan mengikatnya ke perangkat"),
    "cash.move": _l("Mencatat kas masuk dan keluar laci"),
    "cash.give": _l("Menyerahkan uang dari laci, brankas, atau bank"),
    "cash.receive": _l("Menghitung dan menerima uang yang diserahkan"),
    "cash.money": _l("Melihat kas, bank, dan selisih"),
    "cash.bank": _l("Memasukkan dan mencocokkan mutasi bank"),
    "cash.decide": _l("Memutuskan selisih kas"),
    "cash.surprise": _l("Memeriksa kas mendadak"),
    "agency.sell": _l("Menjual pulsa, token, tagihan, dan layanan agen bank"),
    "agency.cancel": _l("Membatalkan layanan yang gagal"),
    "agency.read": _l("Melihat layanan dan saldo depositnya"),
    "agency.deposit": _l("Mengisi dan mencocokkan deposit layanan"),
    "agency.products": _l("Mengatur layanan dan biayanya"),
    "catalog.prices": _l("Melihat daftar harga"),
    "catalog.read": _l("Melihat daftar barang"),
    "catalog.write": _l("Menambah dan mengubah barang"),
    "catalog.set_price": _l("Menetapkan harga jual, promosi, dan wadah"),
    "catalog.import": _l("Mengunggah daftar barang"),
    "inventory.read": _l("Melihat stok"),
    "inventory.adjust": _l("Menyesuaikan stok dengan alasan"),
    "inventory.count": _l("Menghitung stok"),
    "inventory.approve_count": _l("Menyetujui hasil opname"),
    "inventory.containers": _l("Mencatat tabung dan galon"),
    "purchasing.read": _l("Melihat pembelian dan utang usaha"),
    "purchasing.receive": _l("Mencatat barang masuk"),
    "purchasing.return": _l("Mengembalikan barang ke pemasok"),
    "purchasing.suppliers": _l("Mengelola daftar pemasok"),
    "purchasing.bill": _l("Mencatat tagihan pemasok"),
    "purchasing.pay": _l("Membayar pemasok"),
    "statements.day": _l("Membaca ringkasan hari gerai"),
    "statements.month": _l("Membaca laporan keuangan bulanan"),
    "ledger.read": _l("Membaca jurnal, kartu akun, dan neraca saldo"),
    "ledger.post": _l("Mencatat jurnal umum"),
    "ledger.reverse": _l("Membalik jurnal umum"),
    "ledger.close": _l("Membuka dan menutup bulan buku"),
    "ledger.reopen": _l("Membuka kembali bulan buku yang sudah ditutup"),
    "opening.read": _l("Melihat saldo awal"),
    "opening.prepare": _l("Mengunggah bagian saldo awal"),
    "opening.record": _l("Mencatat saldo awal yang diunggah orang lain"),
    "gerai.roles": _l("Membaca daftar wewenang"),
    "gerai.officers": _l("Melihat daftar petugas"),
    "gerai.appoint": _l("Mengangkat petugas, mengakhiri tugas, dan membuatkan kata sandi baru"),
    "books.acts": _l("Membaca catatan kegiatan"),
    "district.read": _l("Melihat semua gerai sekabupaten"),
    "district.open_gerai": _l("Membuka gerai baru"),
    "district.officers": _l("Mengangkat petugas dinas"),
}

ACT_NAMES = {
    "books.reference_conflict": _l("Kiriman ulang dengan isi berbeda"),
    "gerai.start_district": _l("Kabupaten dimulai"),
    "gerai.open": _l("Gerai dibuka"),
    "gerai.opened": _l("Gerai dibuka"),
    "gerai.appoint": _l("Petugas diangkat"),
    "gerai.appoint_new": _l("Petugas baru diangkat"),
    "gerai.dismiss": _l("Tugas diakhiri"),
    "gerai.renew_password": _l("Kata sandi dibuatkan ulang"),
    "ledger.post_journal": _l("Jurnal umum dicatat"),
    "ledger.reverse_journal": _l("Jurnal umum dibalik"),
    "ledger.open_period": _l("Bulan buku dibuka"),
    "ledger.close_period": _l("Bulan buku ditutup"),
    "ledger.reopen_period": _l("Bulan buku dibuka kembali"),
    "ledger.lock_year": _l("Tahun buku dikunci"),
    "ledger.audit": _l("Pembukuan diperiksa"),
    "ledger.rebuild": _l("Saldo dihitung ulang"),
}
"""Acts of this room and of those below it, which know no screens; the rooms above add theirs."""

DISTRICT_ACTS = frozenset({"gerai.start_district", "gerai.open"})
"""Acts that only the district's book holds."""


def appointment_words(each: Appointment, *, yours: bool = False) -> str:
    """What somebody did for another's account, or for that of the reader, in a sentence."""
    facts = {
        "by": each.by_name or "Lumbung",
        "name": _("Anda") if yours else each.name,
        "on": tanggal(local_date(each.at)),
    }
    if each.role is None:
        return str(_("%(by)s membuatkan kata sandi baru untuk %(name)s pada %(on)s.", **facts))
    role = NAMES[Role(each.role)]
    return str(_("%(by)s mengangkat %(name)s sebagai %(role)s pada %(on)s.", role=role, **facts))
