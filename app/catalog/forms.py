"""The shape of what is typed about items."""

from collections.abc import Mapping
from typing import Any

from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField, FileRequired
from wtforms import BooleanField, HiddenField, RadioField, SelectField, StringField
from wtforms.fields import SelectChoice
from wtforms.validators import DataRequired, InputRequired, Length, NumberRange, Optional

from app.catalog.words import COUNTED, GROUPS
from app.foundation.fields import ActForm, DayField, QuantityField, RupiahField, WholeField
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


class AboveAdvice(ActForm):
    """Only for goods whose price the state advises on."""

    above_ceiling = BooleanField(_l("Saya sengaja memakai harga di atas harga acuan pemerintah"))


class PriceForm(AboveAdvice):
    """A price of an item; ``kind`` is ``retail``, ``member``, ``wholesale`` or ``pack:`` and its content."""

    kind = RadioField(_l("Harga untuk"), default="retail", invalid_choice_message=_l("Pilih salah satu."))
    from_milli = QuantityField(_l("Grosir mulai"), [Optional()])
    price = RupiahField(_l("Harga jual"), [InputRequired(REQUIRED), _TOO_HIGH])
    starts_on = DayField(_l("Berlaku mulai"), [Optional()])


class PromotionForm(AboveAdvice):
    label = WordsField(_l("Nama promosi"), 40)
    price = RupiahField(_l("Harga promosi"), [Optional(), _TOO_HIGH])
    percent = WholeField(
        _l("Potongan"), [Optional(), NumberRange(1, 99, message=_l("Potongan 1 sampai 99 persen."))]
    )
    starts_on = DayField(_l("Hari pertama"), [InputRequired(REQUIRED)])
    ends_on = DayField(_l("Hari terakhir"), [InputRequired(REQUIRED)])


class PackForm(ActForm):
    name = WordsField(_l("Nama kemasan"), 10)
    milli = QuantityField(_l("Isi kemasan"), [InputRequired(REQUIRED)])


class TraitsForm(AboveAdvice):
    """What only some items have; choices are set by the page."""

    plu = WholeField(
        _l("Nomor timbangan (PLU)"),
        [Optional(), NumberRange(1, 99_999, message=_l("Nomor timbangan 1 sampai 99999."))],
    )
    container_no = SelectField(_l("Wadah yang kembali"), coerce=str, default="")
    good = SelectField(_l("Harga diatur sebagai"), coerce=str, default="")
    net_milli = QuantityField(_l("Isi bersih per satuan"), [Optional()])


class ContainerForm(ActForm):
    name = WordsField(_l("Nama wadah"), 40)
    deposit = RupiahField(_l("Uang jaminan"), [InputRequired(REQUIRED), _TOO_HIGH])


class UploadForm(AboveAdvice):
    file = FileField(_l("Berkas XLSX atau CSV"), [FileRequired(_l("Pilih berkasnya dulu."))])


class ConfirmForm(AboveAdvice):
    """The good rows of a preview, on their way back."""

    rows = HiddenField()


class BarcodeForm(ActForm):
    """``milli`` says on which pack the code stands; empty is a single unit."""

    code = WordsField(_l("Kode dari kemasan"), 20)
    milli = SelectField(_l("Tertera pada"), coerce=str, default="")

    def pack_milli(self) -> int | None:
        """None is a single unit, and what is no number, too: that is refused as no choice of the page."""
        text = self.milli.data or ""
        return int(text) if text.isascii() and text.isdecimal() else None
