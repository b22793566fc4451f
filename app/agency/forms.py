"""The shape of what is typed about services."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, SelectField, StringField
from wtforms.validators import InputRequired, Regexp, ValidationError

from app.agency.words import SERVICE_NAMES
from app.cash.forms.money import NEEDED, LineField
from app.cash.forms.shifts import DrawerForm
from app.foundation.fields import RupiahField


class ServiceForm(DrawerForm):
    customer = StringField(
        _l("Nomor pelanggan"),
        [
            InputRequired(NEEDED),
            Regexp(r"\A[A-Za-z0-9 .+-]{6,30}\Z", message=_l("Tulis nomornya, 6 sampai 30 angka.")),
        ],
        filters=[lambda text: text.strip() if text else text],
    )
    amount = RupiahField(_l("Nominal"), [InputRequired(NEEDED)])
    provider_ref = LineField(_l("Nomor token atau bukti dari penyedia"), 40, needed=False)


class CancelForm(DrawerForm):
    reason = LineField(_l("Alasan pembatalan"), 120)


class ProductForm(DrawerForm):
    service = SelectField(_l("Jenis layanan"), validate_choice=False)
    provider = LineField(_l("Penyedia"), 40)
    name = LineField(_l("Nama layanan"), 60)
    fee = RupiahField(_l("Biaya dari pelanggan"), [InputRequired(NEEDED)])
    commission = RupiahField(_l("Komisi dari penyedia"), default=0)

    def offer(self) -> None:
        self.service.choices = list(SERVICE_NAMES.items())

    def validate_service(self, field: SelectField) -> None:
        if field.data not in SERVICE_NAMES:
            raise ValidationError(_l("Pilih salah satu."))


class TopUpForm(DrawerForm):
    amount = RupiahField(_l("Jumlah"), [InputRequired(NEEDED)])
    source = SelectField(_l("Dibayar dari"), validate_choice=False, coerce=str)
    note = LineField(_l("Keterangan"), 120, needed=False)

    def offer(self, banks: list[Any]) -> None:
        self.source.choices = [("safe", _l("Brankas")), *((str(bank.no), bank.name) for bank in banks)]


class CheckForm(DrawerForm):
    stated = RupiahField(_l("Saldo menurut penyedia"), [InputRequired(NEEDED)])
    follow = BooleanField(_l("Bukukan selisihnya"))
    reason = LineField(_l("Alasan selisih"), 160, needed=False)
