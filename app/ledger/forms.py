"""The shape of what is typed on the ledger's pages, and of what their addresses ask for."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from flask import request
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import DateField, FieldList, Form, FormField, HiddenField, SelectField, StringField
from wtforms.validators import DataRequired, InputRequired, Length, Optional, ValidationError
from wtforms.widgets import TextInput

from app.foundation.fields import ActForm, RupiahField
from app.foundation.language import bulan
from app.ledger.draft import Line
from app.ledger.models import Unit
from app.ledger.refusals import AccountMissing, LineMalformed
from app.ledger.span import Span, day_of, month_of

LINES = 8
NOTE_LENGTH = 200
FIRST_YEAR, LAST_YEAR = 2000, 2100
_ACCOUNT = re.compile(r"\s*([1-9]-\d{4})(?!\d)")
_MONTH = re.compile(r"(\d{4})-(\d{2})")


def read_month(text: str) -> date | None:
    """``2026-11`` as its first day; None for anything else."""
    match = _MONTH.fullmatch(text)
    year, month = (int(match[1]), int(match[2])) if match and text.isascii() else (0, 0)
    return date(year, month, 1) if FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12 else None


def write_month(month: date) -> str:
    return f"{month:%Y-%m}"


def read_number(name: str) -> int | None:
    """A positive number out of the address; None when it is not one."""
    text = request.args.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 12 else None


def one_line(text: str | None) -> str:
    """Words without line breaks or control signs, which no engine needs to keep."""
    printable = "".join(sign if sign.isprintable() else " " for sign in text or "")
    return " ".join(printable.split())


class AccountField(StringField):
    """An account by its code; what follows the code is its name, for people. ``data`` is the code or None."""

    widget = TextInput()

    def _value(self) -> str:
        return str(self.raw_data[0]) if self.raw_data else self.data or ""

    def process_formdata(self, valuelist: list[Any]) -> None:
        self.data = None
        if valuelist and valuelist[0].strip():
            match = _ACCOUNT.match(valuelist[0])
            if match is None:
                raise ValueError(_("Pilih akun dari daftar, atau tulis kodenya, misalnya 6-1200."))
            self.data = match[1]


class DayField(DateField):
    def process_formdata(self, valuelist: list[Any]) -> None:
        self.data = None
        if valuelist and valuelist[0]:
            try:
                self.data = date.fromisoformat(valuelist[0].strip())
            except ValueError:
                raise ValueError(_("Tanggal ini tidak terbaca. Tulis seperti 2026-11-23.")) from None


class NoteField(StringField):
    """A line of words, required: why this is posted by hand."""

    def __init__(self, label: Any, **kwargs: Any) -> None:
        length = Length(max=NOTE_LENGTH, message=_l("Paling panjang 200 huruf."))
        super().__init__(label, [DataRequired(_l("Wajib diisi.")), length], filters=[one_line], **kwargs)


class SubledgerField(StringField):
    """A part of a control account, in the words of the room that keeps it: ``shift:12``."""

    def __init__(self, label: Any, **kwargs: Any) -> None:
        length = Length(max=60, message=_l("Paling panjang 60 huruf."))
        super().__init__(label, [Optional(), length], filters=[one_line], **kwargs)


class LineForm(Form):
    account = AccountField(_l("Akun"))
    unit = SelectField(_l("Unit"), validate_choice=False)
    debit = RupiahField(_l("Debit"))
    credit = RupiahField(_l("Kredit"))
    subledger = SubledgerField(_l("Rincian"))

    @property
    def is_empty(self) -> bool:
        return not (self.account.data or self.debit.data or self.credit.data)

    def line(self, number: int) -> Line:
        """Raises AccountMissing, LineMalformed."""
        debit, credit = self.debit.data or 0, self.credit.data or 0
        if not self.account.data:
            raise AccountMissing(line=number)
        if bool(debit) == bool(credit):
            raise LineMalformed(line=number)
        return Line(self.account.data, self.unit.data or "", debit - credit, self.subledger.data or "")


class JournalForm(ActForm):
    """A general journal entry. Lines that were left empty are not there."""

    on = DayField(_l("Tanggal"), [InputRequired(_l("Wajib diisi."))])
    note = NoteField(_l("Catatan"))
    lines = FieldList(FormField(LineForm), min_entries=LINES, max_entries=LINES)

    def offer(self, units: Sequence[Unit]) -> None:
        for each in self.lines:
            each.form.unit.choices = [(unit.code, unit.name) for unit in units]

    def typed_lines(self) -> tuple[Line, ...]:
        """Raises AccountMissing, LineMalformed."""
        typed = enumerate((each.form for each in self.lines), 1)
        return tuple(form.line(number) for number, form in typed if not form.is_empty)

    def refuse(self, refusal: Any) -> None:
        """At the line and field it speaks of, where it speaks of one."""
        field = self._spoken_of(refusal.facts)
        if field is not None:
            field.errors = [*field.errors, refusal.message]
            self.lines.errors = [*self.lines.errors, refusal.message]
        elif refusal.field == "lines":
            self.form_errors.append(refusal.message)
        else:
            super().refuse(refusal)

    def _spoken_of(self, facts: dict[str, Any]) -> Any:
        if "line" in facts:
            form = self.lines[facts["line"] - 1].form
            return form.debit if form.account.data else form.account
        for form in (each.form for each in self.lines):
            if "account" in facts and form.account.data == facts["account"]:
                return form.account
            if "unit" in facts and "difference" not in facts and form.unit.data == facts["unit"]:
                return form.unit
        return None


class ReversalForm(ActForm):
    note = NoteField(_l("Alasan"))


class OpeningForm(ActForm):
    """Names the month that the page offered, so that a stale page opens no other."""

    month = HiddenField()


class MonthField(SelectField):
    """One of the months given, by ``2026-11``; ``month`` is its first day or None."""

    def __init__(self, label: Any, **kwargs: Any) -> None:
        super().__init__(label, validate_choice=False, choices=[], **kwargs)

    def offer(self, months: Iterable[date], empty: Any = None) -> None:
        self.choices = [(write_month(month), bulan(month)) for month in months]
        if empty:
            self.choices.insert(0, ("", empty))

    @property
    def month(self) -> date | None:
        return read_month(self.data or "") if not self.errors else None

    def show(self, month: date) -> None:
        """What the page shows in the end, when nothing else was asked for or could be read."""
        if not self.errors:
            self.data = write_month(month)

    def pre_validate(self, form: Any) -> None:
        if self.data and self.data not in [value for value, _label in self.choices or []]:
            raise ValidationError(_("Bulan ini belum ada di pembukuan gerai."))


class Filter(FlaskForm):
    """What an address asks for. What cannot be read is said at its field and left out; nothing is refused."""

    class Meta:
        csrf = False

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(formdata=request.args, **kwargs)


class SpanFilter(Filter):
    month = MonthField(_l("Bulan"))
    on = DayField(_l("Tanggal"), [Optional()])

    @property
    def span(self) -> Span | None:
        """The day, or else the month, that is asked for."""
        if self.on.data and not self.on.errors:
            return day_of(self.on.data)
        return month_of(self.month.month) if self.month.month else None


class JournalFilter(SpanFilter):
    account = AccountField(_l("Akun"), [Optional()])


class CardFilter(SpanFilter):
    subledger = SubledgerField(_l("Rincian"))


class TrialFilter(Filter):
    month = MonthField(_l("Bulan"))
    unit = SelectField(_l("Unit"), validate_choice=False, choices=[])
