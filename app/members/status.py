"""What a person of the register can be, and what can happen to them. Pure."""

from flask_babel import lazy_gettext as _l
from flask_babel import lazy_pgettext

CANDIDATE, MEMBER, RESIGNED, EXPELLED, DECEASED = "candidate", "member", "resigned", "expelled", "deceased"
STATUSES = (CANDIDATE, MEMBER, RESIGNED, EXPELLED, DECEASED)
HERE = (CANDIDATE, MEMBER)
GONE = (RESIGNED, EXPELLED, DECEASED)

REGISTERED, COMPLETED = "registered", "completed"
EVENTS = (REGISTERED, COMPLETED, *GONE)

STATUS_NAMES = {
    CANDIDATE: _l("Calon anggota"),
    MEMBER: lazy_pgettext("orang", "Anggota"),
    RESIGNED: _l("Mengundurkan diri"),
    EXPELLED: _l("Diberhentikan"),
    DECEASED: _l("Meninggal dunia"),
}
STATUS_CHIPS = {
    CANDIDATE: "caution",
    MEMBER: "member",
    RESIGNED: "plain",
    EXPELLED: "danger",
    DECEASED: "plain",
}
EVENT_NAMES = {
    REGISTERED: _l("Mendaftar"),
    COMPLETED: _l("Menjadi anggota"),
    RESIGNED: _l("Mengundurkan diri"),
    EXPELLED: _l("Diberhentikan"),
    DECEASED: _l("Meninggal dunia"),
}


def subledger_of(member_no: int) -> str:
    """How a ledger posting names a member: ``member:17``."""
    return f"member:{member_no}"
