"""The shape of what is typed about what comes back."""

from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import PasswordField, RadioField, SelectField, StringField
from wtforms.fields import SelectChoice
from wtforms.validators import InputRequired, Length

from app.foundation.fields import ActForm
from app.foundation.quantity import NotQuantity, parse_quantity
from app.sales.request import BackLine
from app.sales.request.back import LONGEST_REASON


class BackForm(ActForm):
    """A reason, and whoever approves what is above one's own limit."""

    reason = StringField(
        _l("Alasan"),
        [
            InputRequired(_l("Tulis alasannya.")),
            Length(max=LONGEST_REASON, message=_l("Paling banyak 120 huruf.")),
        ],
        filters=[lambda text: " ".join(text.split()) if text else text],
    )
    approver = StringField(
        _l("Nama pengguna yang menyetujui"), [Length(max=40, message=_l("Paling banyak %(max)d huruf."))]
    )
    pin = PasswordField(
        _l("PIN yang menyetujui"), [Length(max=12, message=_l("Paling banyak %(max)d huruf."))]
    )


class VoidForm(BackForm):
    pass


class ReturnForm(BackForm):
    """Quantities stand beside the form's fields, one for each line: ``quantity_1``."""

    shift = SelectField(_l("Uang diambil dari laci"), coerce=int, validate_choice=False)
    refund = RadioField(
        _l("Uang kembali"),
        choices=[
            SelectChoice("cash", _l("Tunai")),
            SelectChoice("qris", _l("QRIS")),
            SelectChoice("transfer", _l("Transfer")),
        ],
        default="cash",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.typed: dict[int, str] = {}
        self.line_errors: dict[int, str] = {}

    def read_lines(self, said: Any, numbers: list[int]) -> list[BackLine]:
        """The lines with a quantity; what cannot be read is named at its line."""
        found = []
        for number in numbers:
            text = said.get(f"quantity_{number}", "").strip()
            self.typed[number] = text
            try:
                milli = parse_quantity(text) if text else 0
            except NotQuantity:
                self.line_errors[number] = _("Tulis jumlah seperti 3 atau 1,250.")
                continue
            if milli:
                found.append(BackLine(number, milli))
        return found
