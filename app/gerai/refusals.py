"""What this room says no to."""

from flask_babel import lazy_gettext as _l

from app.foundation.refusals import Refusal


class VillageUnknown(Refusal):
    sentence = _l("Desa atau kelurahan ini tidak ada dalam daftar kabupaten.")


class GeraiExists(Refusal):
    sentence = _l("Desa ini sudah punya gerai.")


class RoleUnknown(Refusal):
    sentence = _l("Tugas ini tidak ada di sini.")


class AlreadyAppointed(Refusal):
    sentence = _l("%(name)s sudah memegang tugas ini.")


class NotAppointed(Refusal):
    sentence = _l("Orang ini tidak memegang tugas itu.")


class PersonUnknown(Refusal):
    sentence = _l("Tidak ada orang dengan nama pengguna itu.")


class PersonNotOfHere(Refusal):
    """Never served in this gerai; whether there is such an account at all is not told."""

    sentence = _l(
        "Nama pengguna itu belum pernah bertugas di gerai ini. Buatkan akun baru, atau mintalah admin dinas mengangkat orang dari gerai lain."
    )


class OwnRole(Refusal):
    sentence = _l("Tugas sendiri tidak dapat diberikan atau diakhiri sendiri. Mintalah orang lain.")


class OwnPassword(Refusal):
    sentence = _l("Kata sandi sendiri diganti lewat menu nama di pojok atas.")


class PasswordNotYours(Refusal):
    """The person serves elsewhere too (or at the district office), so one gerai may not take the account over."""

    sentence = _l("Kata sandi orang ini hanya dapat dibuatkan oleh admin dinas.")


class DistrictStarted(Refusal):
    sentence = _l("Kabupaten ini sudah dimulai dan sudah punya admin.")
