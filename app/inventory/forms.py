"""The shape of what is typed about stock that is put right."""

from flask_babel import lazy_gettext as _l
from flask_babel import lazy_pgettext
from wtforms.validators import InputRequired

from app.catalog.forms import REQUIRED, ChoiceField, WordsField
from app.foundation.fields import ActForm, QuantityField
from app.inventory.words import REASONS


class AdjustmentForm(ActForm):
    item = WordsField(lazy_pgettext("satu", "Barang"), 60)
    reason = ChoiceField(_l("Alasan"), REASONS)
    quantity = QuantityField(_l("Jumlah"), [InputRequired(REQUIRED)])
    note = WordsField(_l("Keterangan"), 120)
