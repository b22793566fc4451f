"""The shape of what is typed about gerai and officers."""

from collections.abc import Iterable, Sequence
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, SelectField, SelectMultipleField, StringField
from wtforms.fields import SelectChoice
from wtforms.validators import DataRequired, InputRequired, Length, Optional
from wtforms.widgets import HiddenInput

from app.access.passwords import SHORTEST, suggested
from app.foundation.fields import ActForm, WholeField
from app.foundation.reading import one_line
from app.gerai.models import Village
from app.gerai.roles import NAMES, Role

REQUIRED = _l("Wajib diisi.")
CHOOSE = _l("Pilih salah satu.")
LONG_ENOUGH = Length(SHORTEST, 200, _l("Kata sandi paling sedikit %(min)d huruf atau angka."))


def _at_most(letters: int) -> Length:
    return Length(max=letters, message=_l("Paling banyak %(max)d huruf."))


class RoleForm(ActForm):
    """A form with a choice of this place's roles."""

    role = SelectField(_l("Tugas"), [InputRequired(CHOOSE)], invalid_choice_message=CHOOSE)

    def __init__(self, roles: Iterable[Role]) -> None:
        super().__init__()
        self.role.choices = [("", _l("Pilih tugas")), *((role.value, NAMES[role]) for role in roles)]


class ExistingOfficerForm(RoleForm):
    username = StringField(_l("Nama pengguna"), [DataRequired(REQUIRED), _at_most(40)], filters=[one_line])


class NewOfficerForm(RoleForm):
    name = StringField(_l("Nama lengkap"), [DataRequired(REQUIRED), _at_most(80)], filters=[one_line])
    username = StringField(_l("Nama pengguna"), [DataRequired(REQUIRED), _at_most(40)], filters=[one_line])
    password = StringField(
        _l("Kata sandi pertama"), [InputRequired(REQUIRED), LONG_ENOUGH], default=suggested
    )


class NewPasswordForm(ActForm):
    password = StringField(
        _l("Kata sandi pertama"), [InputRequired(REQUIRED), LONG_ENOUGH], default=suggested
    )


class DismissalForm(ActForm):
    """Which role of whom ends; made by the page, not typed."""

    user = WholeField(widget=HiddenInput(), validators=[InputRequired(REQUIRED)])
    role = HiddenField(validators=[InputRequired(REQUIRED)])


class GeraiForm(ActForm):
    code = SelectField(
        _l("Desa atau kelurahan"),
        [InputRequired(CHOOSE)],
        invalid_choice_message=_l("Desa ini sudah punya gerai, atau tidak ada dalam daftar kabupaten."),
    )
    cooperative = StringField(
        _l("Nama koperasi"), [DataRequired(REQUIRED), _at_most(100)], filters=[one_line]
    )
    address = StringField(_l("Alamat gerai"), [Optional(), _at_most(160)], filters=[one_line])
    units = SelectMultipleField(
        _l("Unit usaha lain"), invalid_choice_message=_l("Unit usaha ini tidak dikenal.")
    )

    def __init__(self, villages: Sequence[Village], units: Iterable[Any], **kwargs: Any) -> None:
        """``villages`` sorted by kecamatan; ``units`` those a gerai may choose."""
        super().__init__(**kwargs)
        self.code.choices = [
            SelectChoice("", _l("Pilih desa")),
            *(SelectChoice(each.code, each.label, optgroup=each.kecamatan.name) for each in villages),
        ]
        self.units.choices = [(unit.code, unit.name) for unit in units]
