"""What the register says no to. No refusal carries personal data among its facts."""

from flask_babel import lazy_gettext as _l

from app.foundation.refusals import Refusal


class MemberUnknown(Refusal):
    status = 404
    sentence = _l("Anggota nomor %(member)s tidak ada di gerai ini.")


class NikUnreadable(Refusal):
    sentence = _l("NIK harus 16 angka seperti di KTP. Periksa lagi tanggal lahir dan nomor urutnya.")


class NikRegistered(Refusal):
    sentence = _l("NIK ini sudah terdaftar sebagai anggota nomor %(member)s.")


class NikDeceased(Refusal):
    sentence = _l("NIK ini milik anggota nomor %(member)s yang tercatat sudah meninggal.")


class NotCandidate(Refusal):
    """Membership is completed once."""

    sentence = _l("Anggota nomor %(member)s bukan calon anggota.")


class AlreadyLeft(Refusal):
    sentence = _l("Anggota nomor %(member)s sudah keluar dari koperasi.")


class LeavingObjected(Refusal):
    """A room above has something with this member that is not settled."""

    sentence = _l("Belum dapat keluar. %(reasons)s")


class DayUnfit(Refusal):
    """A day in the future, or before the person was in the register."""

    sentence = _l("Tanggalnya harus antara tanggal masuk anggota dan hari ini.")


class CardUnknown(Refusal):
    status = 404
    sentence = _l("Kartu ini tidak ada di gerai ini.")


class CardRevoked(Refusal):
    sentence = _l("Kartu nomor %(card)s sudah dicabut.")


class CardAlreadyIssued(Refusal):
    sentence = _l("Anggota ini masih memegang kartu nomor %(card)s. Cabut dulu kartu itu.")


class AccountUnfit(Refusal):
    sentence = _l("Tidak ada akun dengan nama pengguna itu yang bertugas sebagai anggota di gerai ini.")


class AccountTaken(Refusal):
    sentence = _l("Akun ini sudah dipakai anggota lain.")


class ImportEmpty(Refusal):
    sentence = _l("Tidak ada baris yang dapat didaftarkan.")


class TooManyRows(Refusal):
    sentence = _l("Paling banyak %(rows)s baris dalam satu berkas. Bagilah menjadi beberapa berkas.")


class NoRows(Refusal):
    sentence = _l("Belum ada baris di bawah judul kolom.")
