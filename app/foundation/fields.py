"""Form fields that read money, quantities and references the way people here write them."""

from typing import Any
from uuid import UUID, uuid4

from flask import request
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import DateField, HiddenField, IntegerField, StringField
from wtforms.validators import ValidationError
from wtforms.widgets import TextInput

from app.foundation.money import NotRupiah, group_thousands, parse_rupiah
from app.foundation.quantity import DECIMALS, NotQuantity, format_quantity, parse_quantity
from app.foundation.reading import parse_day
from app.foundation.refusals import Refusal


class RupiahField(StringField):
    """Whole rupiah: takes ``12500``, ``12.500`` and ``Rp 12.500``; refuses ``12.5``, ``1e9``, ``NaN``, negatives.

    ``data`` is an ``int`` or None; what was typed stays on the screen.
    """

    widget = TextInput()

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        return "" if self.data is None else group_thousands(self.data)

    def process_formdata(self, valuelist: list[Any]) -> None:
        self.data = None
        if valuelist and valuelist[0].strip():
            try:
                self.data = parse_rupiah(valuelist[0])
            except NotRupiah:
                raise ValueError(_("Tulis rupiah bulat tanpa sen, misalnya 12.500.")) from None


class QuantityField(StringField):
    """A quantity with an Indonesian comma; ``data`` is an ``int`` of thousandths or None."""

    widget = TextInput()

    def __init__(
        self, label: Any = None, validators: Any = None, decimals: int = DECIMALS, **kwargs: Any
    ) -> None:
        super().__init__(label, validators, **kwargs)
        self.decimals = decimals

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        return "" if self.data is None else format_quantity(self.data)

    def process_formdata(self, valuelist: list[Any]) -> None:
        self.data = None
        if valuelist and valuelist[0].strip():
            try:
                self.data = parse_quantity(valuelist[0], self.decimals)
            except NotQuantity:
                raise ValueError(_("Tulis jumlah seperti 3 atau 1,250.")) from None


class WholeField(IntegerField):
    """A whole number; what is none is refused in our own words. ``data`` is an ``int`` or None."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        try:
            super().process_formdata(valuelist)
        except ValueError:
            raise ValueError(_("Tulis angka bulat, misalnya 12.")) from None


class DayField(DateField):
    """A day as a date input sends it or as it is written here; ``data`` is a ``date`` or None."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        self.data = None
        if valuelist and valuelist[0].strip():
            try:
                self.data = parse_day(valuelist[0])
            except ValueError:
                raise ValueError(_("Tanggal ini tidak terbaca. Tulis seperti 23/11/2026.")) from None


class NotAForm(Refusal):
    """JSON came where a form is read: an empty form would do what nobody asked for."""

    sentence = _l("Isian ini tidak terbaca. Kirim dari formulirnya.")


class OurWords:
    """What WTForms would say in English by itself, in our words; all other sentences are ours already."""

    INSTEAD = {
        "Not a valid choice.": _l("Pilih salah satu."),
        "Invalid Choice: could not coerce.": _l("Pilih salah satu."),
    }

    def gettext(self, string: str) -> str:
        return str(self.INSTEAD.get(string, string))

    def ngettext(self, singular: str, plural: str, n: int) -> str:
        return singular if n == 1 else plural


class ActForm(FlaskForm):
    """A form that changes something: it carries a reference, so that sending it twice is one act."""

    class Meta(FlaskForm.Meta):
        def wrap_formdata(self, form: Any, formdata: Any) -> Any:
            """JSON is no form: its numbers are not the words that fields read. Raises NotAForm."""
            if request.is_json and request.method == "POST":
                raise NotAForm()
            return super().wrap_formdata(form, formdata)

        def get_translations(self, form: Any) -> Any:
            return OurWords()

    reference = HiddenField(default=lambda: str(uuid4()))

    def validate_reference(self, field: HiddenField) -> None:
        try:
            field.data = str(UUID(field.data or ""))
        except ValueError:
            raise ValidationError(_("Formulir ini rusak. Muat ulang halamannya.")) from None

    def refuse(self, refusal: Any) -> None:
        """Put a refusal's sentence at its field, or above the form when it has none."""
        field = self._fields.get(refusal.field) if refusal.field else None
        if field is None:
            self.form_errors.append(refusal.message)
        else:
            field.errors = [*field.errors, refusal.message]
