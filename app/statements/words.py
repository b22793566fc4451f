"""What the statements and the states of a month are called."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from app.foundation.written import tanggal_jam
from app.ledger.describe import officer_name
from app.statements.queries import Closed

NAMES = {
    "position": _l("Posisi keuangan"),
    "results": _l("Hasil usaha"),
    "cash-flow": _l("Arus kas"),
    "equity": _l("Perubahan ekuitas"),
}
"""Short, for tabs; a statement's own title is whole."""


WAYS = {"cash": _l("Tunai"), "qris": _l("QRIS"), "transfer": _l("Transfer"), "bon": _l("Bon anggota")}
"""How a sale is paid."""


def said_of(closed: Closed | None) -> str:
    """How firm a month's figures are, in one sentence."""
    if closed is None:
        return str(_("Sementara: bulan ini belum ditutup, angkanya masih dapat berubah."))
    facts = {"who": officer_name(closed.by), "at": tanggal_jam(closed.at)}
    said = (
        _("Dikunci oleh %(who)s, %(at)s.", **facts)
        if closed.locked
        else _("Ditutup oleh %(who)s, %(at)s.", **facts)
    )
    if closed.head_no is None or closed.head_hash is None:
        return str(said)
    head = " ".join(closed.head_hash[i : i + 4] for i in range(0, 16, 4))
    return f"{said} {_('Kepala rantai: ayat %(no)s, %(head)s.', no=closed.head_no, head=head)}"
