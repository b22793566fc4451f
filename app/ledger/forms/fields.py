"""Fields that only the books have. What was typed stays on the screen, whatever comes of it."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import SelectField, StringField
from wtforms.validators import DataRequired, Length, ValidationError
from wtforms.widgets import TextInput

from app.foundation.reading import one_line
from app.foundation.written import bulan
from app.ledger.forms.reading import read_month, write_month

NOTE_LENGTH = 200
_ACCOUNT = re.compile(r"\s*([1-9]-\d{4})(?!\d)", re.ASCII)


class AccountField(StringField):
    """An account by its code; what follows the code is its name, for people. ``data`` is the code or None."""

    widget = TextInput()

    def _value(self) -> str:
        return str(self.raw_data[0]) if self.raw_data else self.data or ""

    def process_formdata(self, valuelist: list[Any]) -> None:
        self.data = None
        if valuelist and valuelist[0].strip():
            match = _ACCOUNT.match(valuelist[0])
            if match is None:
                raise ValueError(_("Pilih akun dari daftar, atau tulis kodenya, misalnya 6-1200."))
            self.data = match[1]


class NoteField(StringField):
    """A line of words, required: why this is posted by hand."""

    def __init__(self, label: Any, **kwargs: Any) -> None:
        length = Length(max=NOTE_LENGTH, message=_l("Paling banyak 200 huruf."))
        super().__init__(label, [DataRequired(_l("Wajib diisi.")), length], filters=[one_line], **kwargs)


class SubledgerField(StringField):
    """A part of a control account, in the words of the room that keeps it: ``shift:12``."""

    def __init__(self, label: Any, **kwargs: Any) -> None:
        length = Length(max=60, message=_l("Paling banyak 60 huruf."))
        super().__init__(label, [length], filters=[one_line], **kwargs)


class MonthField(SelectField):
    """One of the months given, by ``2026-11``; ``month`` is its first day or None."""

    def __init__(self, label: Any, **kwargs: Any) -> None:
        super().__init__(label, validate_choice=False, choices=[], **kwargs)

    def offer(self, months: Iterable[date], empty: Any = None) -> None:
        self.choices = [(write_month(month), bulan(month)) for month in months]
        if empty:
            self.choices.insert(0, ("", empty))

    @property
    def month(self) -> date | None:
        return read_month(self.data or "") if not self.errors else None

    def show(self, month: date) -> None:
        """What the page shows in the end, when nothing else was asked for or could be read."""
        if not self.errors:
            self.data = write_month(month)

    def pre_validate(self, form: Any) -> None:
        if self.data and self.data not in [value for value, _label in self.choices or []]:
            raise ValidationError(_("Bulan ini belum ada di pembukuan gerai."))
