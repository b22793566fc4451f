"""The shape of what is typed about bank accounts and their files."""

import re
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField
from wtforms import RadioField, SelectField, SelectMultipleField, StringField, TextAreaField
from wtforms.validators import InputRequired, Optional, Regexp
from wtforms.widgets import CheckboxInput, ListWidget

from app.cash.forms.money import CHOOSE, NEEDED, LineField
from app.cash.forms.shifts import DrawerForm

MOST_BYTES = 300_000


class PercentField(StringField):
    """A small rate with an Indonesian comma; ``data`` is an ``int`` of basis points."""

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        return "" if self.data is None else f"{self.data // 100},{self.data % 100:02}"

    def process_formdata(self, valuelist: list[Any]) -> None:
        self.data = None
        typed = valuelist[0].strip().rstrip("%").strip() if valuelist else ""
        if not typed:
            return
        match = re.fullmatch(r"([0-5])(?:[.,]([0-9]{1,2}))?", typed)
        data = int(match[1]) * 100 + int((match[2] or "").ljust(2, "0")) if match else 501
        if data > 500:
            raise ValueError(_("Tulis persen antara 0 dan 5, misalnya 0,3."))
        self.data = data


class BankForm(DrawerForm):
    bank = LineField(_l("Nama bank"), 30)
    number = StringField(
        _l("Nomor rekening"),
        [
            InputRequired(NEEDED),
            Regexp(r"\A[0-9]{5,20}\Z", message=_l("Tulis angkanya saja, 5 sampai 20 angka.")),
        ],
        filters=[lambda text: re.sub(r"[\s.-]", "", text) if text else text],
    )
    holder = LineField(_l("Atas nama"), 60)
    mdr = PercentField(_l("Potongan QRIS"), [InputRequired(NEEDED)])


class RateForm(DrawerForm):
    mdr = PercentField(_l("Potongan QRIS"), [InputRequired(NEEDED)])


class StatementForm(DrawerForm):
    """The file itself, or, once it has been looked through, its text once more."""

    file = FileField(_l("Berkas CSV dari bank"))
    content = TextAreaField(_l("Isi berkas"))
    confirmed = StringField(validators=[Optional()])

    @property
    def text(self) -> str:
        """What was sent; empty when nothing was, or more than a month's lines."""
        upload = self.file.data
        raw = upload.read(MOST_BYTES + 1) if hasattr(upload, "read") else b""
        if not raw:
            return (self.content.data or "")[:MOST_BYTES].replace("\x00", "")
        if len(raw) > MOST_BYTES:
            return ""
        try:
            text = raw.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = raw.decode("cp1252", "replace")
        return text.replace("\x00", "")


class DaysField(SelectMultipleField):
    """Days to tick."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()


class MatchForm(DrawerForm):
    kind = RadioField(_l("Baris ini adalah"), [InputRequired(CHOOSE)], validate_choice=False)
    days = DaysField(_l("Penerimaan hari"), validate_choice=False)
    transfer = SelectField(_l("Setoran"), validate_choice=False, coerce=str)
    entry = StringField(_l("Nomor ayat jurnal"))
