"""The forms behind the ledger's acts."""

from collections.abc import Callable, Sequence
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import FieldList, Form, FormField, HiddenField, SelectField
from wtforms.validators import InputRequired

from app.foundation.fields import ActForm, DayField, RupiahField
from app.foundation.refusals import Refusal
from app.ledger.draft import Line
from app.ledger.forms.fields import AccountField, NoteField, SubledgerField
from app.ledger.models import Unit
from app.ledger.refusals import (
    AccountMissing,
    AccountReserved,
    AccountUnknown,
    LineMalformed,
    SubledgerMalformed,
    SubledgerNeeded,
    SubledgerNotKept,
    UnitUnknown,
)

LINES = 8


class LineForm(Form):
    account = AccountField(_l("Akun"))
    unit = SelectField(_l("Unit"), validate_choice=False)
    debit = RupiahField(_l("Debit"))
    credit = RupiahField(_l("Kredit"))
    subledger = SubledgerField(_l("Rincian"))

    @property
    def is_empty(self) -> bool:
        return not (self.account.data or self.debit.data or self.credit.data or self.subledger.data)

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
        field = self._spoken_of(refusal)
        if field is not None:
            field.errors = [*field.errors, refusal.message]
            self.lines.errors = [*self.lines.errors, refusal.message]
        elif refusal.field == "lines":
            self.form_errors.append(refusal.message)
        else:
            super().refuse(refusal)

    def _spoken_of(self, refusal: Any) -> Any:
        forms, facts = [each.form for each in self.lines], refusal.facts
        if "line" in facts:
            form = forms[facts["line"] - 1]
            return form.debit if form.account.data else form.account
        for kind, (field, speaks_of) in _SPOKEN_OF.items():
            if isinstance(refusal, kind):
                return next((form[field] for form in forms if speaks_of(form, facts)), None)
        return None


def _names(form: LineForm, facts: dict[str, Any]) -> bool:
    return bool(form.account.data == facts["account"])


# Each refusal of a line: the field it stands at, and how its line is known.
_SPOKEN_OF: dict[type[Refusal], tuple[str, Callable[[LineForm, dict[str, Any]], bool]]] = {
    AccountUnknown: ("account", _names),
    AccountReserved: ("account", _names),
    SubledgerNeeded: ("subledger", lambda form, facts: _names(form, facts) and not form.subledger.data),
    SubledgerNotKept: ("subledger", lambda form, facts: _names(form, facts) and bool(form.subledger.data)),
    SubledgerMalformed: ("subledger", lambda form, facts: _names(form, facts) and bool(form.subledger.data)),
    UnitUnknown: ("unit", lambda form, facts: form.unit.data == facts["unit"]),
}


class ReversalForm(ActForm):
    note = NoteField(_l("Alasan"))


class OpeningForm(ActForm):
    """Names the month that the page offered, so that a stale page opens no other."""

    month = HiddenField()
