"""What the door says no to."""

from flask_babel import lazy_gettext as _l

from app.foundation.refusals import Refusal


class WrongCredentials(Refusal):
    sentence = _l("Nama pengguna atau kata sandi tidak cocok. Periksa lalu coba lagi.")


class WrongPassword(Refusal):
    sentence = _l("Kata sandi lama tidak cocok.")


class NotYourPassword(Refusal):
    sentence = _l("Kata sandi tidak cocok.")


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


class PinMalformed(Refusal):
    sentence = _l("PIN terdiri atas 4 sampai 6 angka.")


class PinTooPlain(Refusal):
    sentence = _l("PIN ini mudah ditebak. Jangan pakai angka berurutan, angka kembar, atau tanggal lahir.")


class PinWrong(Refusal):
    """The same whether the username, the PIN or both are wrong, or no PIN was ever set."""

    sentence = _l("Nama pengguna atau PIN tidak cocok. PIN dibuat sendiri di menu Akun, PIN persetujuan.")


class PinLocked(Refusal):
    status = 429
    sentence = _l("Terlalu banyak PIN yang salah. Tunggu %(minutes)s menit, lalu coba lagi.")
