"""The shape of what is typed about items."""

from collections.abc import Mapping
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import RadioField, StringField
from wtforms.fields import SelectChoice
from wtforms.validators import DataRequired, InputRequired, Length, NumberRange, Optional

from app.catalog.words import COUNTED, GROUPS
from app.foundation.fields import ActForm, RupiahField
from app.foundation.reading import one_line

REQUIRED = _l("Wajib diisi.")
HIGHEST_PRICE = 100_000_000
_TOO_HIGH = NumberRange(max=HIGHEST_PRICE, message=_l("Harga paling tinggi Rp100.000.000."))


class WordsField(StringField):
    """One line of words without control signs; ``most`` is its longest."""

    def __init__(self, label: Any, most: int, *, needed: bool = True, **kwargs: Any) -> None:
        length = Length(max=most, message=_l("Paling banyak %(max)d huruf."))
        super().__init__(
            label, [DataRequired(REQUIRED) if needed else Optional(), length], filters=[one_line], **kwargs
        )


class ChoiceField(RadioField):
    """One of a few, each seen; ``words`` says what each value is called."""

    def __init__(self, label: Any, words: Mapping[str, Any], **kwargs: Any) -> None:
        choices = [SelectChoice(value, name) for value, name in words.items()]
        super().__init__(label, choices=choices, invalid_choice_message=_l("Pilih salah satu."), **kwargs)


class ItemForm(ActForm):
    """A new item. ``price`` is there only for who may set one; left empty the item waits for it."""

    name = WordsField(_l("Nama barang"), 60)
    unit = WordsField(_l("Satuan"), 10)
    decimals = ChoiceField(_l("Cara menghitung"), COUNTED, default="0")
    stock_group = ChoiceField(_l("Kelompok"), GROUPS, default="sembako")
    price = RupiahField(_l("Harga jual"), [Optional(), _TOO_HIGH])


class PriceForm(ActForm):
    price = RupiahField(_l("Harga jual"), [InputRequired(REQUIRED), _TOO_HIGH])


class BarcodeForm(ActForm):
    code = WordsField(_l("Kode dari kemasan"), 20)
