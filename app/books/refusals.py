"""What the books say no to."""

from flask_babel import lazy_gettext as _l

from app.foundation.refusals import Refusal


class ReferenceConflict(Refusal):
    """The same reference came with other content: refused, and shown to the manager."""

    status = 409
    sentence = _l("Permintaan ini sudah pernah dicatat dengan isi yang berbeda. Hubungi pengelola gerai.")


class BookBusy(Refusal):
    """Other acts of this gerai took too long; nothing was written."""

    status = 503
    sentence = _l("Catatan gerai sedang sibuk. Tunggu sebentar, lalu coba lagi.")
