"""What things of the register are called on the screen."""

from flask_babel import lazy_gettext as _l

from app.members.nik import FEMALE, MALE
from app.members.status import DECEASED, EXPELLED, RESIGNED

GENDERS = {FEMALE: _l("Perempuan"), MALE: _l("Laki-laki")}

CARD_REASONS = {
    "lost": _l("Hilang"),
    "damaged": _l("Rusak"),
    "misused": _l("Dipakai orang lain"),
    "other": _l("Lain-lain"),
}
"""Why a card is revoked; one that ends with the membership carries the way it ended."""
CARD_ENDS = CARD_REASONS | {
    RESIGNED: _l("Anggota mengundurkan diri"),
    EXPELLED: _l("Anggota diberhentikan"),
    DECEASED: _l("Anggota meninggal"),
}

ACT_NAMES = {
    "members.register": _l("Calon anggota didaftarkan"),
    "members.complete": _l("Keanggotaan lengkap"),
    "members.edit": _l("Data anggota diubah"),
    "members.name_heirs": _l("Ahli waris dicatat"),
    "members.reveal_nik": _l("NIK anggota dilihat"),
    "members.resign": _l("Anggota mengundurkan diri"),
    "members.expel": _l("Anggota diberhentikan"),
    "members.record_death": _l("Anggota meninggal dicatat"),
    "members.issue_card": _l("Kartu anggota dibuat"),
    "members.revoke_card": _l("Kartu anggota dicabut"),
    "members.replace_card": _l("Kartu anggota diganti"),
    "members.link_account": _l("Akun dihubungkan dengan anggota"),
    "members.unlink_account": _l("Akun dilepas dari anggota"),
    "members.import": _l("Anggota didaftarkan dari berkas"),
}
