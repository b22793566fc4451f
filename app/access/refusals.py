"""What the door says no to."""

from flask_babel import lazy_gettext as _l

from app.foundation.refusals import Refusal


class WrongCredentials(Refusal):
    sentence = _l("Nama pengguna atau kata sandi tidak cocok. Periksa lalu coba lagi.")


class WrongPassword(Refusal):
    sentence = _l("Kata sandi lama tidak cocok.")


class PasswordTooShort(Refusal):
    sentence = _l("Kata sandi paling sedikit %(shortest)s huruf atau angka.")


class PasswordUnchanged(Refusal):
    sentence = _l("Kata sandi baru harus berbeda dari yang lama.")


class PasswordChangeNeeded(Refusal):
    """The account still has the password that somebody else chose for it."""

    status = 403
    sentence = _l("Ganti dulu kata sandi pertama Anda, lalu lanjutkan.")


class UsernameTaken(Refusal):
    sentence = _l("Nama pengguna %(username)s sudah dipakai. Pilih yang lain.")


class UsernameMalformed(Refusal):
    sentence = _l("Nama pengguna terdiri atas 3 sampai 40 huruf kecil, angka, titik, atau tanda hubung.")
