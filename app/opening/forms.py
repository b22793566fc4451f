"""The shape of what is uploaded and recorded."""

from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField, FileRequired
from wtforms import HiddenField
from wtforms.validators import InputRequired

from app.foundation.fields import ActForm, DayField


class UploadForm(ActForm):
    file = FileField(_l("Lembar XLSX atau CSV"), [FileRequired(_l("Pilih berkasnya dulu."))])


class TakeBackForm(ActForm):
    """Nothing but the reference."""


class RecordForm(ActForm):
    on = DayField(_l("Saldo per tanggal"), [InputRequired(_l("Isi tanggalnya."))])
    seen = HiddenField()
