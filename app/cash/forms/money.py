"""The shape of what is typed about cash outside of payments, devices and findings."""

from collections.abc import Iterable
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import RadioField, SelectField, StringField
from wtforms.validators import InputRequired, Length

from app.cash.forms.shifts import CountForm, DrawerForm
from app.cash.reasons import REASONS
from app.foundation.fields import RupiahField
from app.foundation.reading import one_line

NEEDED = _l("Wajib diisi.")
CHOOSE = _l("Pilih salah satu.")


class LineField(StringField):
    """Words on one line, at most so long, without control signs."""

    def __init__(self, label: Any, longest: int, needed: bool = True, **kwargs: Any) -> None:
        too_long = Length(max=longest, message=_l("Paling banyak %(max)d huruf."))
        super().__init__(
            label, [InputRequired(NEEDED), too_long] if needed else [too_long], filters=[one_line], **kwargs
        )


def number_or_none(text: str | None) -> int | None:
    """A choice that is a document's number; the empty one is nothing."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 13 else None


class MovementForm(DrawerForm):
    reason = RadioField(_l("Untuk apa"), [InputRequired(CHOOSE)], validate_choice=False)
    amount = RupiahField(_l("Jumlah"), [InputRequired(NEEDED)])
    unit = SelectField(_l("Unit"), validate_choice=False)
    note = LineField(_l("Keterangan"), 120)

    def offer(self, units: Iterable[tuple[str, str]]) -> None:
        self.reason.choices = [(each.code, str(each.name)) for each in REASONS.values()]
        self.unit.choices = list(units)


class GivingForm(DrawerForm):
    """``route`` is origin and destination in one choice; the rest is asked as far as the route needs it."""

    route = RadioField(_l("Dari mana ke mana"), [InputRequired(CHOOSE)], validate_choice=False)
    amount = RupiahField(_l("Jumlah"), [InputRequired(NEEDED)])
    bank = SelectField(_l("Rekening"), validate_choice=False, coerce=str)
    unit = SelectField(_l("Uang unit"), validate_choice=False)
    note = LineField(_l("Keterangan"), 120, needed=False)


class ReceivingForm(DrawerForm):
    amount = RupiahField(_l("Uang yang Anda hitung"), [InputRequired(NEEDED)])
    reason = LineField(_l("Alasan selisih"), 160, needed=False)


class DecisionForm(DrawerForm):
    outcome = RadioField(_l("Keputusan"), [InputRequired(CHOOSE)], validate_choice=False)
    reason = LineField(_l("Alasan"), 160)

    def offer(self, people: Iterable[tuple[int, str]], side: str) -> None:
        """``side`` is what is to be decided: what is over, or what is short."""
        if side == "over":
            self.outcome.choices = [("income", _("Pendapatan gerai"))]
            return
        self.outcome.choices = [("expense", _("Beban gerai"))]
        self.outcome.choices += [(f"debt:{no}", _("Utang %(name)s", name=name)) for no, name in people]


class DebtForm(DrawerForm):
    amount = RupiahField(_l("Dibayar ke brankas"), [InputRequired(NEEDED)])


class SurpriseForm(CountForm):
    """Where, and who stood beside; an open drawer's witness is its cashier."""

    place = RadioField(_l("Yang diperiksa"), [InputRequired(CHOOSE)], validate_choice=False)
    witness = SelectField(_l("Disaksikan oleh"), validate_choice=False, coerce=str)


class FindingForm(DrawerForm):
    finding = LineField(_l("Temuan"), 300)


class CodeForm(DrawerForm):
    code = LineField(_l("Kode dari pengelola"), 12)
    name = LineField(_l("Nama perangkat"), 40)
