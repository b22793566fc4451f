"""The shape of what is typed about bon."""

from flask_babel import lazy_gettext as _l
from wtforms import RadioField
from wtforms.fields import SelectChoice
from wtforms.validators import InputRequired

from app.foundation.fields import ActForm, RupiahField


class LimitForm(ActForm):
    amount = RupiahField(
        _l("Batas bon"), [InputRequired(_l("Wajib diisi. Tulis 0 bila tidak boleh berutang."))]
    )


class PaymentForm(ActForm):
    amount = RupiahField(_l("Jumlah yang dibayar"), [InputRequired(_l("Tulis jumlah yang dibayar."))])
    kind = RadioField(
        _l("Cara membayar"),
        [InputRequired(_l("Pilih cara membayar."))],
        choices=[
            SelectChoice("cash", _l("Tunai")),
            SelectChoice("qris", _l("QRIS")),
            SelectChoice("transfer", _l("Transfer")),
        ],
        default="cash",
    )
