"""What the address of a page asks for."""

from typing import Any

from flask import request
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import SelectField

from app.foundation.fields import DayField
from app.ledger.forms.fields import AccountField, MonthField, SubledgerField
from app.ledger.span import Span, day_of, month_of


class Filter(FlaskForm):
    """What an address asks for. What cannot be read is said at its field and left out; nothing is refused."""

    class Meta:
        csrf = False

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(formdata=request.args, **kwargs)


class SpanFilter(Filter):
    month = MonthField(_l("Bulan"))
    on = DayField(_l("Tanggal"))

    @property
    def span(self) -> Span | None:
        """The day, or else the month, that is asked for."""
        if self.on.data and not self.on.errors:
            return day_of(self.on.data)
        return month_of(self.month.month) if self.month.month else None


class JournalFilter(SpanFilter):
    account = AccountField(_l("Akun"))


class CardFilter(SpanFilter):
    subledger = SubledgerField(_l("Rincian"))


class TrialFilter(Filter):
    month = MonthField(_l("Bulan"))
    unit = SelectField(_l("Unit"), validate_choice=False, choices=[])
