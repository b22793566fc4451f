"""Every word the till's scripts say, by the name they know it by. ``%(name)s`` is filled in by the scripts."""

from flask_babel import gettext as _


def words() -> dict[str, str]:
    """The sentences in the language of the moment."""
    return {
        "online": _("Tersambung"),
        "offline": _("Luring"),
        "offline_text": _(
            "Jaringan perangkat ini terputus. Kalau penjualan belum terkirim, keranjangnya tetap tersimpan."
        ),
        "who": _("Kasir %(register)s · %(cashier)s"),
        "who_since": _("Kasir %(register)s · %(cashier)s · sif sejak %(time)s"),
        "no_shift_title": _("Buka sif dulu"),
        "no_shift_text": _("Hitung uang awal di laci, lalu buka sif. Setelah itu penjualan bisa dimulai."),
        "no_shift_act": _("Buka sif"),
        "no_register_title": _("Perangkat ini belum terdaftar sebagai kasir"),
        "no_register_text": _("Minta pengelola mendaftarkan perangkat ini, lalu buka halaman kasir lagi."),
        "no_register_act": _("Ke beranda"),
        "signed_out_title": _("Masuk lagi untuk melanjutkan"),
        "signed_out_text": _("Waktu masuk Anda sudah habis. Isi keranjang tetap tersimpan di perangkat ini."),
        "signed_out_act": _("Masuk"),
        "forbidden_title": _("Kasir tidak bisa dibuka"),
        "forbidden_text": _("Akun ini tidak bertugas sebagai kasir di gerai ini."),
        "forbidden_act": _("Ke beranda"),
        "failed_title": _("Daftar barang belum termuat"),
        "failed_text": _("Server belum menjawab. Periksa sambungan jaringan, lalu coba lagi."),
        "retry": _("Coba lagi"),
        "sending": _("Mengirim…"),
        "not_yet": _("Tunggu sebentar, daftar barang sedang dimuat."),
        "unknown_code": _(
            "Kode %(code)s belum ada di daftar barang. Cari dengan namanya, atau sisihkan dan lapor pengelola."
        ),
        "unknown_name": _(
            "Tidak ada barang bernama “%(code)s”. Periksa ejaannya, atau ketik bagian lain dari namanya."
        ),
        "count_whole": _(
            "%(name)s dijual utuh per %(unit)s, jadi %(count)s tidak bisa. Ketik bilangan bulat, misalnya 3*."
        ),
        "count_wrong": _("Jumlah %(count)s %(unit)s tidak bisa dibaca. Ketik dengan koma, misalnya 1,25*."),
        "count_nothing": _(
            "Belum ada barang yang dipilih. Ketik jumlahnya lalu pindai barangnya, misalnya 3* lalu kode."
        ),
        "quantity_wrong": _("Tulis jumlah seperti 2 atau 1,25. Paling banyak 9.999."),
        "pieces_wrong": _("Tulis bilangan bulat, misalnya 3. Paling banyak 9.999."),
        "quantity_zero": _("Jumlah harus lebih dari nol. Untuk membatalkan barang ini, pakai Hapus."),
        "quantity_most": _("Satu barang paling banyak 9.999. Periksa lagi jumlahnya."),
        "last_piece": _("Tinggal satu. Untuk membatalkan barang ini, pakai Hapus."),
        "ask_quantity": _("Jumlah"),
        "ask_weight": _("Jumlah atau berat"),
        "unit_price": _("Harga %(price)s per %(unit)s"),
        "ask_discount": _("Potongan untuk barang ini"),
        "discount_none": _("Tanpa potongan"),
        "discount_not_yours": _("Potongan hanya dengan PIN pengelola, diminta saat bayar."),
        "becomes": _("%(before)s menjadi %(after)s"),
        "rupiah_wrong": _("Tulis angka rupiah saja, misalnya 50.000."),
        "price_per": _("%(price)s / %(unit)s"),
        "line_discount": _("potongan %(amount)s"),
        "count": _("%(count)s barang"),
        "spoken_line": _("%(name)s %(quantity)s %(unit)s, total %(total)s"),
        "removed": _("%(name)s dihapus dari keranjang."),
        "bring_back": _("Kembalikan"),
        "clear_title": _("Kosongkan keranjang?"),
        "clear_text": _("%(count)s barang senilai %(total)s akan dihapus dari layar ini."),
        "clear_received": _(
            "Uang %(amount)s sudah masuk lewat QRIS atau transfer; kembalikan dulu kepada pembeli."
        ),
        "clear_yes": _("Kosongkan"),
        "cart_empty_pay": _("Keranjang masih kosong. Pindai barang dulu."),
        "pay_done": _("Selesai"),
        "pay_exact": _("Uang pas"),
        "pay_cash_owed": _("Uang tunai yang harus dibayar"),
        "pay_missing": _("Masih kurang"),
        "pay_change": _("Kembalian"),
        "cash_missing": _("Ketik uang yang diterima, atau tekan F9 kalau uangnya pas."),
        "too_little": _("Masih kurang %(missing)s. Tambah uang tunai, atau terima sisanya dengan cara lain."),
        "too_much": _("Kembaliannya jadi %(change)s. Periksa lagi uang yang diterima."),
        "unsent_sale": _("Penjualan %(number)s · %(due)s"),
        "unsent_text": _(
            "Server belum menjawab. Keranjang ini tersimpan di perangkat dan tidak berubah. Coba lagi sampai terkirim: penjualan yang sama tidak akan tercatat dua kali."
        ),
        "unsent_signed_out": _(
            "Waktu masuk Anda sudah habis. Masuk lagi, lalu kirim penjualan ini dari sini. Keranjangnya tetap tersimpan."
        ),
        "refused_plainly": _("Penjualan ini tidak diterima server (%(code)s). Lapor pengelola."),
        "price_now": _("Harga %(name)s sekarang %(price)s."),
        "done_exceptions": _("%(count)s catatan untuk pengelola."),
        "spoken_done": _("Penjualan %(number)s tersimpan. Kembalian %(change)s."),
        "last_sale": _("%(number)s · kembalian %(change)s"),
        "receipt_title": _("Struk %(number)s"),
        # Price, discount, containers
        "why_member": _("harga anggota"),
        "why_wholesale": _("grosir ≥ %(from)s %(unit)s"),
        "why_promotion": _("promo"),
        "why_pack": _("harga %(unit)s"),
        "saved": _("hemat anggota %(amount)s"),
        "with_deposit": _("termasuk uang jaminan %(amount)s"),
        "discount_wrong": _("Tulis rupiah atau persen, misalnya 5.000 atau 10%%."),
        "discount_most": _("Potongan paling banyak seharga barangnya, yaitu %(most)s."),
        "discount_free": _("Dalam rupiah atau persen."),
        "discount_limit": _("Dalam rupiah atau persen. Di atas %(limit)s perlu PIN pengelola."),
        "discount_rest": _(
            "Dalam rupiah atau persen. Tanpa PIN pengelola tersisa %(rest)s dari %(limit)s untuk belanja ini."
        ),
        "discount_forbidden": _("%(name)s tidak boleh diberi potongan, karena harganya diatur pemerintah."),
        "becomes_with_pin": _("%(before)s menjadi %(after)s, dengan PIN pengelola"),
        "line_percent": _("potongan %(percent)s%%, %(amount)s"),
        "ask_empties": _("%(container)s kosong dibawa?"),
        "empties_count": _("Kosong yang dibawa"),
        "of_units": _("dari %(units)s"),
        "empties_hint": _("%(name)s. Tanpa yang kosong, uang jaminan %(deposit)s tiap satu."),
        "empties_brought": _("Dibawa semua"),
        "empties_none": _("Tidak dibawa"),
        "empties_all": _("Tanpa uang jaminan"),
        "empties_missing": _("%(count)s tanpa kosong, uang jaminan %(deposit)s"),
        "empties_wrong": _("Tulis bilangan bulat dari 0 sampai %(units)s."),
        "line_empties": _("%(count)s kosong kembali"),
        "line_deposits": _("%(count)s uang jaminan %(deposit)s"),
        # Buyer
        "member_no": _("Anggota %(no)s"),
        "member_prices": _("harga anggota"),
        "not_a_member_yet": _("belum anggota penuh, harga umum"),
        "bon_left": _("sisa bon %(amount)s"),
        "bon_rest": _("sisa %(amount)s"),
        "bon_none": _("tanpa sisa bon"),
        "bon_for_members": _("pilih anggota dulu"),
        "member_unknown": _("Tidak ada anggota yang cocok dengan “%(text)s”."),
        "member_unreachable": _("Daftar anggota belum bisa dibaca. Periksa jaringan, lalu coba lagi."),
        "card_unknown": _("Kartu ini tidak dikenal di gerai ini, atau sudah diganti."),
        "member_dropped": _("%(name)s dilepas. Harga kembali ke harga umum."),
        "spoken_member": _("Anggota %(no)s, %(name)s"),
        # Parked baskets
        "parked_done": _("Keranjang %(total)s ditahan. Ambil lagi lewat Ditahan (F4)."),
        "parked_full": _("Sudah %(most)s keranjang ditahan. Selesaikan salah satu dulu."),
        "parked_refused": _(
            "Keranjang tidak bisa ditahan, karena penyimpanan perangkat ini penuh atau dimatikan."
        ),
        "parked_gone": _("Keranjang itu sudah diambil di jendela lain."),
        "parked_nobody": _("Pembeli umum"),
        "parked_facts": _("ditahan %(time)s · %(count)s barang"),
        "parked_chip": _("Keranjang yang ditahan: %(count)s"),
        # Paying
        "pay_without_cash": _("Tanpa tunai"),
        "others_above_total": _("%(other)s melebihi tagihan %(total)s. Kembalian hanya dari uang tunai."),
        "cash_not_needed": _(
            "Tagihan sudah lunas tanpa tunai. Kosongkan uang tunai, atau kecilkan yang lain."
        ),
        "bon_needs_member": _("Bon hanya untuk anggota. Pilih anggotanya dulu dengan F2."),
        "bon_above_room": _("Sisa bon anggota ini %(room)s. Kecilkan bonnya."),
        "sure_qris": _("Uang QRIS sudah masuk?"),
        "sure_transfer": _("Uang transfer sudah masuk?"),
        "sure_both": _("Uang QRIS dan transfer sudah masuk?"),
        "kind_qris": _("QRIS"),
        "kind_transfer": _("Transfer"),
        "paid_cash": _("tunai %(amount)s"),
        "paid_qris": _("QRIS %(amount)s"),
        "paid_transfer": _("transfer %(amount)s"),
        "paid_bon": _("bon %(amount)s"),
        "done_bon": _("Bon %(name)s bertambah %(amount)s."),
        "done_approved": _("Disetujui %(name)s."),
        # Approval
        "approval_discount": _("Potongan %(discount)s melewati batas Anda, yaitu %(limit)s."),
        "approval_void": _("Membatalkan %(amount)s melewati batas Anda, yaitu %(limit)s."),
        "approval_name_missing": _("Isi nama masuk pengelola."),
        "approval_pin_missing": _("PIN empat sampai enam angka."),
        # Taking a sale back
        "copy_refused": _("Struk %(number)s belum bisa dicetak ulang. Periksa jaringan, lalu coba lagi."),
        "receipts_unreachable": _("Server belum menjawab. Periksa jaringan, lalu coba lagi."),
        "is_voided": _("batal"),
        "is_returned": _("ada retur"),
        "is_voided_long": _("Penjualan ini sudah dibatalkan."),
        "is_returned_long": _("Sudah dikembalikan %(amount)s dari penjualan ini."),
        "line_returned": _("%(count)s %(unit)s sudah dikembalikan"),
        "void_title": _("Batalkan %(number)s?"),
        "void_hint": _("Semua barang kembali ke stok dan uangnya kembali ke pembeli, sebagaimana dibayar."),
        "void_yes": _("Batalkan penjualan"),
        "void_done": _("%(number)s dibatalkan"),
        "void_reasons": _("Salah barang|Pembeli batal|Salah cara bayar"),
        "return_title": _("Retur dari %(number)s"),
        "return_hint": _("Tulis berapa yang dikembalikan. Barang masuk lagi ke stok."),
        "return_yes": _("Terima retur"),
        "return_done": _("Retur %(number)s diterima"),
        "return_reasons": _("Barang rusak|Salah barang|Kedaluwarsa"),
        "undo_left": _("bisa kembali %(count)s %(unit)s"),
        "undo_all": _("Semua"),
        "undo_all_of": _("Semua %(name)s"),
        "undo_quantity_wrong": _("Tulis jumlah yang tidak lebih dari yang dibeli."),
        "undo_nothing": _("Tulis jumlah barang yang dikembalikan."),
        "undo_reason_missing": _("Tulis alasannya, supaya pengelola tahu."),
        "undo_unsent": _("Server belum menjawab. Kirim lagi: yang sama tidak akan tercatat dua kali."),
        "undo_signed_out": _(
            "Waktu masuk Anda sudah habis. Masuk lagi di jendela lain, lalu kirim dari sini."
        ),
    }
