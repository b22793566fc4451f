"""The shape of what is typed about people."""

from collections.abc import Mapping
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import RadioField, StringField
from wtforms.fields import SelectChoice
from wtforms.validators import (
    DataRequired,
    InputRequired,
    Length,
    NumberRange,
    Optional,
    Regexp,
    ValidationError,
)
from wtforms.widgets import HiddenInput

from app.foundation.fields import ActForm, DayField, WholeField
from app.foundation.phone import NotPhone, format_phone, parse_phone
from app.foundation.reading import one_line
from app.members.models import Member
from app.members.nik import NotNik, read_nik
from app.members.particulars import HeirFacts, Particulars
from app.members.status import DECEASED, EXPELLED, RESIGNED
from app.members.words import CARD_REASONS, GENDERS

REQUIRED = _l("Wajib diisi.")
CHOOSE = _l("Pilih salah satu.")
HEIRS = 4
"""Lines on the page of heirs."""


def at_most(letters: int) -> Length:
    return Length(max=letters, message=_l("Paling banyak %(max)d huruf."))


class WordsField(RadioField):
    """One of some words."""

    def __init__(self, label: Any, words: Mapping[str, Any], **kwargs: Any) -> None:
        choices = [SelectChoice(value, word) for value, word in words.items()]
        super().__init__(
            label, [InputRequired(CHOOSE)], choices=choices, invalid_choice_message=CHOOSE, **kwargs
        )


class NikField(StringField):
    """A NIK as on the KTP, spaces allowed; ``data`` has its 16 digits, or nothing."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        typed = valuelist[0].strip() if valuelist else ""
        self.data = ""
        if typed:
            try:
                self.data = read_nik(typed)
            except NotNik:
                raise ValueError(_("NIK harus 16 angka seperti di KTP.")) from None

    def _value(self) -> str:
        return str(self.raw_data[0]) if self.raw_data else self.data or ""


class PhoneField(StringField):
    """A telephone number; ``data`` is E.164 or None."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        typed = valuelist[0].strip() if valuelist else ""
        self.data = None
        if typed:
            try:
                self.data = parse_phone(typed)
            except NotPhone:
                raise ValueError(_("Nomor ini tidak terbaca. Tulis seperti 0812-3456-7890.")) from None

    def _value(self) -> str:
        return str(self.raw_data[0]) if self.raw_data else format_phone(self.data)


def rt_number(text: str | None) -> str:
    """``3`` -> ``003``."""
    digits = (text or "").strip()
    return digits.zfill(3) if digits.isascii() and digits.isdigit() else digits


_RT = Regexp(r"\A[0-9]{0,3}\Z", message=_l("Tulis dengan angka, misalnya 003."))


class PersonForm(ActForm):
    name = StringField(_l("Nama lengkap"), [DataRequired(REQUIRED), at_most(80)], filters=[one_line])
    nik = NikField(_l("NIK"), [InputRequired(REQUIRED)])
    gender = WordsField(_l("Jenis kelamin"), GENDERS)
    born_on = DayField(_l("Tanggal lahir"), [Optional()])
    occupation = StringField(_l("Pekerjaan"), [Optional(), at_most(40)], filters=[one_line])
    phone = PhoneField(_l("Telepon"), [Optional()])
    dusun = StringField(_l("Dusun"), [Optional(), at_most(40)], filters=[one_line])
    rt = StringField(_l("RT"), [Optional(), _RT], filters=[rt_number])
    rw = StringField(_l("RW"), [Optional(), _RT], filters=[rt_number])
    address = StringField(_l("Alamat"), [Optional(), at_most(160)], filters=[one_line])

    @property
    def person(self) -> Particulars:
        return Particulars(
            name=self.name.data or "",
            gender=self.gender.data,
            nik=self.nik.data or "",
            born_on=self.born_on.data,
            occupation=self.occupation.data or "",
            phone=self.phone.data,
            dusun=self.dusun.data or "",
            rt=self.rt.data or "",
            rw=self.rw.data or "",
            address=self.address.data or "",
        )


class NewPersonForm(PersonForm):
    registered_on = DayField(_l("Tanggal masuk"), [InputRequired(REQUIRED)])


class EditPersonForm(PersonForm):
    """The NIK stays empty unless it is to be another one; the day of joining does not change."""

    nik = NikField(_l("NIK baru"), [Optional()])

    @classmethod
    def of(cls, member: Member) -> "EditPersonForm":
        names = ("name", "gender", "born_on", "occupation", "phone", "dusun", "rt", "rw", "address")
        return cls(**{name: getattr(member, name) for name in names})


class HeirsForm(ActForm):
    """Up to four heirs, each a name, a relation and a telephone number; empty lines are none."""

    @property
    def lines(self) -> list[tuple[Any, Any, Any]]:
        return [(self[f"name_{i}"], self[f"relation_{i}"], self[f"phone_{i}"]) for i in range(1, HEIRS + 1)]

    @property
    def heirs(self) -> tuple[HeirFacts, ...]:
        return tuple(
            HeirFacts(name=name.data, relation=relation.data or "", phone=phone.data)
            for name, relation, phone in self.lines
            if name.data
        )

    def validate(self, extra_validators: Any = None) -> bool:
        sound = bool(super().validate(extra_validators))
        for name, relation, phone in self.lines:
            if not name.data and (relation.data or phone.data):
                name.errors = [*name.errors, _("Tulis namanya juga.")]
                sound = False
        return sound


for _line in range(1, HEIRS + 1):
    setattr(
        HeirsForm, f"name_{_line}", StringField(_l("Nama"), [Optional(), at_most(80)], filters=[one_line])
    )
    setattr(
        HeirsForm,
        f"relation_{_line}",
        StringField(_l("Hubungan"), [Optional(), at_most(40)], filters=[one_line]),
    )
    setattr(HeirsForm, f"phone_{_line}", PhoneField(_l("Telepon"), [Optional()]))


class LeavingForm(ActForm):
    how = WordsField(
        _l("Sebab keluar"),
        {
            RESIGNED: _l("Mengundurkan diri"),
            DECEASED: _l("Meninggal dunia"),
            EXPELLED: _l("Diberhentikan oleh pengurus"),
        },
    )
    on = DayField(_l("Tanggal"), [InputRequired(REQUIRED)])
    reason = StringField(_l("Keterangan"), [at_most(160)], filters=[one_line])

    def validate_reason(self, field: StringField) -> None:
        if not field.data and self.how.data in (RESIGNED, EXPELLED):
            raise ValidationError(_("Tulis alasannya."))


class CardEndForm(ActForm):
    card = WholeField(widget=HiddenInput(), validators=[InputRequired(REQUIRED), NumberRange(1, 2**31)])
    reason = WordsField(_l("Alasan"), CARD_REASONS)


class AccountForm(ActForm):
    username = StringField(_l("Nama pengguna"), [DataRequired(REQUIRED), at_most(40)], filters=[one_line])
