"""The shape of what is typed about goods that come in."""

from typing import Any

from flask_babel import lazy_gettext as _l
from flask_babel import lazy_pgettext
from wtforms import FieldList, Form, FormField
from wtforms.validators import InputRequired

from app.catalog.forms import REQUIRED, ChoiceField, WordsField
from app.foundation.fields import ActForm, DayField, QuantityField, RupiahField
from app.inventory.refusals import ItemNotFound
from app.purchasing.refusals import LineIncomplete
from app.purchasing.rules import ReceivedLine
from app.purchasing.words import PAID_FROM

LINES, MOST_LINES = 10, 100
FIELDS = ("item", "quantity", "cost")


class LineForm(Form):
    item = WordsField(lazy_pgettext("satu", "Barang"), 60, needed=False)
    quantity = QuantityField(_l("Jumlah"))
    cost = RupiahField(_l("Biaya seluruhnya"))

    @property
    def is_empty(self) -> bool:
        return not any((self[name].raw_data or [""])[0].strip() for name in FIELDS)

    @property
    def first_missing(self) -> Any:
        """The first field that has nothing to say, or None."""
        return next((self[name] for name in FIELDS if self[name].data in (None, "")), None)

    def line(self, item_of: dict[str, int]) -> ReceivedLine:
        return ReceivedLine(item_of[self.item.data or ""], self.quantity.data or 0, self.cost.data or 0)


class ReceivingForm(ActForm):
    """A nota. Lines that were left empty are not there; ``item_of`` says which item each text means."""

    on = DayField(_l("Tanggal diterima"), [InputRequired(REQUIRED)])
    supplier = WordsField(_l("Pemasok"), 80)
    nota = WordsField(_l("Nomor nota"), 40, needed=False)
    paid_from = ChoiceField(_l("Pembayaran"), PAID_FROM, default="safe")
    lines = FieldList(FormField(LineForm), min_entries=LINES, max_entries=MOST_LINES)

    @property
    def typed(self) -> list[LineForm]:
        return [each.form for each in self.lines if not each.form.is_empty]

    def grow(self) -> None:
        """Ten rows more, as far as there may be so many."""
        for _ in range(min(LINES, MOST_LINES - len(self.lines))):
            self.lines.append_entry()

    def read_lines(self, item_of: dict[str, int]) -> tuple[ReceivedLine, ...] | None:
        """The lines; None when one of them is not whole, which is then said at its field."""
        for form in self.typed:
            missing = form.first_missing
            if missing is not None:
                self._say(missing, LineIncomplete())
            elif form.item.data not in item_of:
                self._say(form.item, ItemNotFound())
        if self.lines.errors:
            return None
        return tuple(form.line(item_of) for form in self.typed)

    def refuse(self, refusal: Any) -> None:
        """At the row and field it speaks of, ``lines-0-cost``: rows are counted without the empty ones."""
        kind, _, rest = (refusal.field or "").partition("-")
        if kind != "lines" or not rest:
            super().refuse(refusal)
            return
        number, _, name = rest.partition("-")
        self._say(self.typed[int(number)][name], refusal)

    def _say(self, field: Any, refusal: Any) -> None:
        field.errors = [*field.errors, refusal.message]
        self.lines.errors = [*self.lines.errors, refusal.message]
