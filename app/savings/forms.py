"""The shape of what is typed when members pay in."""

from datetime import date
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import RadioField, SelectField
from wtforms.fields import SelectChoice
from wtforms.validators import InputRequired, NumberRange, Optional, ValidationError

from app.foundation.fields import ActForm, DayField, RupiahField, WholeField
from app.foundation.written import bulan
from app.savings.operations.receiving import AHEAD

REQUIRED = _l("Wajib diisi.")
TENDER_NAMES = {"cash": _l("Tunai"), "qris": _l("QRIS"), "transfer": _l("Transfer")}


class PaymentForm(ActForm):
    """How it is paid; the kinds add what is paid."""

    tender = RadioField(
        _l("Cara bayar"), [InputRequired(_l("Pilih salah satu."))], default="cash",
        choices=[SelectChoice(kind, name) for kind, name in TENDER_NAMES.items()],
    )  # fmt: skip
    given = RupiahField(_l("Uang yang diterima"), [Optional()])

    def handed(self, amount: int) -> int:
        """The money handed over: what was typed for cash, else the very amount."""
        return self.given.data if self.given.data and self.tender.data == "cash" else amount


class AmountForm(PaymentForm):
    amount = RupiahField(_l("Jumlah setoran"), [InputRequired(REQUIRED)])


class WajibForm(PaymentForm):
    first_month = SelectField(_l("Mulai bulan"), [InputRequired(REQUIRED)])
    months = WholeField(
        _l("Berapa bulan"), [InputRequired(REQUIRED), NumberRange(1, AHEAD + 12, _l("Antara %(min)s dan %(max)s bulan."))],
        default=1,
    )  # fmt: skip

    def offer(self, months: list[date]) -> None:
        self.first_month.choices = [SelectChoice(month.isoformat(), bulan(month)) for month in months]

    @property
    def first(self) -> date:
        return date.fromisoformat(self.first_month.data)


class TermsForm(ActForm):
    pokok = RupiahField(_l("Simpanan pokok"), [InputRequired(REQUIRED)])
    wajib = RupiahField(_l("Simpanan wajib sebulan"), [InputRequired(REQUIRED)])
    valid_from = DayField(_l("Berlaku mulai"), [InputRequired(REQUIRED)])

    def validate_valid_from(self, field: Any) -> None:
        if field.data and not 2000 <= field.data.year < 2100:
            raise ValidationError(_("Tahun ini tidak mungkin."))
