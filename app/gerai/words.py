"""What permissions and acts are called on the screen."""

from flask_babel import lazy_gettext as _l

ROOMS = {
    "home": _l("Beranda"),
    "sales": _l("Penjualan"),
    "receivables": _l("Bon anggota"),
    "cash": _l("Laci kas"),
    "catalog": _l("Barang dan harga"),
    "inventory": _l("Stok"),
    "purchasing": _l("Pembelian"),
    "statements": _l("Laporan"),
    "ledger": _l("Pembukuan"),
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
    "cash.shift": _l("Membuka dan menutup sif sendiri"),
    "cash.read": _l("Melihat semua sif dan hitungan laci"),
    "cash.report": _l("Membaca laporan sif: milik sendiri, atau semua bila boleh melihat semua sif"),
    "cash.registers": _l("Menambah meja kasir"),
    "catalog.prices": _l("Melihat daftar harga"),
    "catalog.read": _l("Melihat daftar barang"),
    "catalog.write": _l("Menambah dan mengubah barang"),
    "catalog.set_price": _l("Menetapkan harga jual"),
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
