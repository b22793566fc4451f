"""The shape of what is typed at the drawer."""

import re
from typing import Any
from uuid import uuid4

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import RadioField, StringField
from wtforms.validators import InputRequired, Length, Regexp

from app.cash.denominations import DENOMINATIONS, MOST_PIECES
from app.foundation.fields import ActForm, RupiahField
from app.foundation.money import format_rupiah


class DrawerForm(ActForm):
    """A form whose next try is another act: a refused one comes back under a new reference."""

    def renew_reference(self) -> None:
        self.reference.data = str(uuid4())


class OpenShiftForm(DrawerForm):
    # What is not a register of this gerai is refused by the act, in words.
    register = RadioField(_l("Kasir"), [InputRequired(_l("Pilih kasirnya."))], validate_choice=False)
    opening_float = RupiahField(
        _l("Uang awal di laci"), [InputRequired(_l("Wajib diisi. Tulis 0 bila laci dimulai kosong."))]
    )

    def offer(self, registers: list[str]) -> None:
        self.register.choices = [(code, _("Kasir %(register)s", register=code)) for code in registers]


class RegisterForm(DrawerForm):
    register = StringField(
        _l("Huruf kasir"),
        [
            InputRequired(_l("Tulis satu huruf, A sampai Z.")),
            Regexp(r"\A[A-Z]\Z", message=_l("Tulis satu huruf, A sampai Z.")),
        ],
        filters=[lambda text: text.strip().upper() if text else text],
    )


class PiecesField(StringField):
    """How many notes or coins: whole, never negative; ``data`` is an ``int``, 0 when left empty."""

    def _value(self) -> str:
        return str(self.raw_data[0]) if self.raw_data else ""

    def process_formdata(self, valuelist: list[Any]) -> None:
        self.data = 0
        typed = valuelist[0].strip() if valuelist else ""
        if not typed:
            return
        if not re.fullmatch(r"[0-9]{1,6}", typed) or int(typed) > MOST_PIECES:
            raise ValueError(_("Tulis banyaknya dengan angka bulat, misalnya 12."))
        self.data = int(typed)


class CountForm(DrawerForm):
    """The notes and coins that lie in a drawer; a reason once the count has been found to differ."""

    reason = StringField(_l("Alasan selisih"), [Length(max=160, message=_l("Paling banyak 160 huruf."))])

    @property
    def notes(self) -> list[tuple[int, PiecesField]]:
        """(denomination, its field), largest first."""
        return [(note, self[field_of(note)]) for note in DENOMINATIONS]

    @property
    def pieces(self) -> dict[int, int]:
        return {note: field.data for note, field in self.notes if field.data}

    def validate(self, extra_validators: Any = None) -> bool:
        sound = super().validate(extra_validators)
        if sound and not any("".join(field.raw_data or []).strip() for _note, field in self.notes):
            self.form_errors.append(_("Belum ada yang dihitung. Bila laci memang kosong, tulis 0."))
            return False
        return bool(sound)


def field_of(denomination: int) -> str:
    return f"pieces_{denomination}"


for _denomination in DENOMINATIONS:
    setattr(CountForm, field_of(_denomination), PiecesField(format_rupiah(_denomination)))
