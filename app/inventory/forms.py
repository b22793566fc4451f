"""The shape of what is typed about stock that is put right."""

from flask_babel import lazy_gettext as _l
from flask_babel import lazy_pgettext
from wtforms import RadioField
from wtforms.validators import InputRequired, NumberRange

from app.catalog.forms import REQUIRED, ChoiceField, WordsField
from app.foundation.fields import ActForm, QuantityField, RupiahField, WholeField
from app.inventory.words import CONTAINER_PLACES, CONTAINER_REASONS, REASONS, SCOPES

PIECES = NumberRange(0, 9_999, _l("Antara 0 dan 9.999."))


class ShiftField(RadioField):
    """One of the open drawers."""


class AdjustmentForm(ActForm):
    item = WordsField(lazy_pgettext("satu", "Barang"), 60)
    reason = ChoiceField(_l("Alasan"), REASONS)
    quantity = QuantityField(_l("Jumlah"), [InputRequired(REQUIRED)])
    note = WordsField(_l("Keterangan"), 120)


class CountForm(ActForm):
    """A session of counting: what it covers, and from which difference on a second look is needed."""

    scope = ChoiceField(_l("Yang dihitung"), SCOPES, default="all")
    words = WordsField(_l("Kata di nama barang"), 60, needed=False)
    threshold = RupiahField(_l("Hitung ulang bila selisihnya lebih dari"), [InputRequired(REQUIRED)])


class TallyForm(ActForm):
    quantity = QuantityField(_l("Jumlah di rak"), [InputRequired(REQUIRED)])


class EndCountForm(ActForm):
    note = WordsField(_l("Catatan"), 160, needed=False)


class TakeBackForm(ActForm):
    pieces = WholeField(_l("Wadah kosong yang kembali"), [InputRequired(REQUIRED), PIECES])
    refund = RupiahField(_l("Uang jaminan dikembalikan"), [InputRequired(REQUIRED)])
    shift_no = ShiftField(_l("Dari laci"), [InputRequired(REQUIRED)], choices=[], coerce=int)


class CorrectionForm(ActForm):
    place = ChoiceField(_l("Yang diperbaiki"), CONTAINER_PLACES, default="empty")
    pieces = WholeField(_l("Jumlah sebenarnya"), [InputRequired(REQUIRED), PIECES])
    reason = ChoiceField(_l("Alasan"), CONTAINER_REASONS, default="counted")
    note = WordsField(_l("Keterangan"), 120, needed=False)
