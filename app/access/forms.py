"""The shape of what is typed at the door."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import HiddenField, PasswordField, StringField
from wtforms.validators import EqualTo, InputRequired, Length

REQUIRED = _l("Wajib diisi.")


def _at_most(letters: int) -> Length:
    return Length(max=letters, message=_l("Paling banyak %(max)d huruf."))


class SignInForm(FlaskForm):
    username = StringField(_l("Nama pengguna"), [InputRequired(REQUIRED), _at_most(40)])
    password = PasswordField(_l("Kata sandi"), [InputRequired(REQUIRED), _at_most(200)])


class PasswordForm(FlaskForm):
    old = PasswordField(_l("Kata sandi lama"), [InputRequired(REQUIRED), _at_most(200)])
    new = PasswordField(_l("Kata sandi baru"), [InputRequired(REQUIRED), _at_most(200)])
    again = PasswordField(
        _l("Kata sandi baru sekali lagi"),
        [
            InputRequired(REQUIRED),
            EqualTo("new", _l("Tidak sama dengan kata sandi baru di atas. Ketik ulang.")),
        ],
    )


class PinForm(FlaskForm):
    pin = PasswordField(_l("PIN baru"), [InputRequired(REQUIRED), _at_most(6)])
    again = PasswordField(
        _l("PIN baru sekali lagi"),
        [InputRequired(REQUIRED), EqualTo("pin", _l("Tidak sama dengan PIN di atas. Ketik ulang."))],
    )
    password = PasswordField(_l("Kata sandi Anda"), [InputRequired(REQUIRED), _at_most(200)])


class SessionEndForm(FlaskForm):
    session = HiddenField(validators=[InputRequired(), _at_most(64)])
