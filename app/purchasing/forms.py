"""The shape of what is typed about suppliers, their notas, and what they are owed."""

from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import lazy_pgettext
from wtforms import BooleanField, FieldList, Form, FormField, RadioField
from wtforms.validators import InputRequired, NumberRange, Optional

from app.catalog.forms import REQUIRED, ChoiceField, WordsField
from app.foundation.fields import ActForm, DayField, QuantityField, RupiahField, WholeField
from app.foundation.quantity import SCALE
from app.inventory.refusals import ItemNotFound
from app.purchasing.refusals import LineIncomplete, PackUnknown
from app.purchasing.rules import ReceivedLine
from app.purchasing.words import RETURN_SETTLED

LINES, MOST_LINES = 10, 100
FIELDS = ("item", "quantity", "pack", "cost", "discount")
DAYS = NumberRange(0, 365, _l("Paling lama 365 hari."))


class PurseField(RadioField):
    """Where the money comes from; its choices are those of the moment."""

    def __init__(self, label: Any = None, **kwargs: Any) -> None:
        super().__init__(
            label,
            [InputRequired(REQUIRED)],
            choices=[],
            invalid_choice_message=_l("Pilih salah satu."),
            **kwargs,
        )


class LineForm(Form):
    item = WordsField(lazy_pgettext("satu", "Barang"), 60, needed=False)
    quantity = QuantityField(_l("Jumlah"))
    pack = WordsField(_l("Kemasan"), 10, needed=False)
    cost = RupiahField(_l("Harga seluruhnya"))
    discount = RupiahField(_l("Potongan"))

    @property
    def is_empty(self) -> bool:
        return not any((self[name].raw_data or [""])[0].strip() for name in FIELDS)

    @property
    def first_missing(self) -> Any:
        """The first field that has nothing to say, or None."""
        needed = ("item", "quantity", "cost")
        return next((self[name] for name in needed if self[name].data in (None, "")), None)

    def pack_milli(self, item: Any) -> int | None:
        """What one of the packs holds that the line counts in; the item's unit where nothing is said."""
        wanted = (self.pack.data or "").lower()
        if not wanted or wanted == item.unit.lower():
            return SCALE
        return next((pack.milli for pack in item.packs if pack.name.lower() == wanted), None)

    def line(self, item: Any, *, consigned: bool) -> ReceivedLine:
        pack_milli = self.pack_milli(item) or SCALE
        quantity = (self.quantity.data or 0) * pack_milli // SCALE
        pack = self.pack.data or "" if pack_milli != SCALE else ""
        if consigned:
            return ReceivedLine(
                item.no, quantity, 0, pack=pack, pack_milli=pack_milli, owed=self.cost.data or 0
            )
        cost, discount = self.cost.data or 0, self.discount.data or 0
        return ReceivedLine(item.no, quantity, cost, discount, pack=pack, pack_milli=pack_milli)


class ReceivingForm(ActForm):
    """A nota. Lines that were left empty are not there; ``item_of`` says which item each text means."""

    on = DayField(_l("Tanggal diterima"), [InputRequired(REQUIRED)])
    supplier = WordsField(_l("Pemasok"), 80)
    new_supplier = BooleanField(_l("Pemasok baru"))
    nota = WordsField(_l("Nomor nota"), 40, needed=False)
    paid_from = PurseField(_l("Pembayaran"))
    due_on = DayField(_l("Jatuh tempo"), [Optional()])
    discount = RupiahField(_l("Potongan nota"), [Optional()])
    freight = RupiahField(_l("Ongkos kirim di nota"), [Optional()])
    lines = FieldList(FormField(LineForm), min_entries=LINES, max_entries=MOST_LINES)

    @property
    def typed(self) -> list[LineForm]:
        return [each.form for each in self.lines if not each.form.is_empty]

    def grow(self) -> None:
        """Ten rows more, as far as there may be so many."""
        for _i in range(min(LINES, MOST_LINES - len(self.lines))):
            self.lines.append_entry()

    def read_lines(
        self, item_of: dict[str, Any], *, consigned: bool = False
    ) -> tuple[ReceivedLine, ...] | None:
        """The lines; None when one of them is not whole, which is then said at its field."""
        for form in self.typed:
            missing, item = form.first_missing, item_of.get(form.item.data or "")
            if missing is not None:
                self._say(missing, LineIncomplete())
            elif item is None:
                self._say(form.item, ItemNotFound())
            elif form.pack_milli(item) is None:
                self._say(form.pack, PackUnknown(item=item.name, packs=packs_of(item)))
        if self.lines.errors:
            return None
        return tuple(form.line(item_of[form.item.data or ""], consigned=consigned) for form in self.typed)

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


def packs_of(item: Any) -> str:
    """karung, dus: what a line of this item can be counted in."""
    return ", ".join([item.unit, *(pack.name for pack in item.packs)])


class SupplierForm(ActForm):
    name = WordsField(_l("Nama"), 80)
    phone = WordsField(_l("Nomor telepon"), 20, needed=False)
    address = WordsField(_l("Alamat"), 160, needed=False)
    bank_account = WordsField(_l("Rekening bank"), 60, needed=False)
    term_days = WholeField(_l("Biasanya dibayar dalam"), [Optional(), DAYS], default=0)


class BillForm(ActForm):
    supplier = WordsField(_l("Pemasok"), 80)
    nota = WordsField(_l("Nomor tagihan"), 40)
    billed_on = DayField(_l("Tanggal tagihan"), [InputRequired(REQUIRED)])
    due_on = DayField(_l("Jatuh tempo"), [InputRequired(REQUIRED)])
    amount = RupiahField(_l("Jumlah tagihan"), [InputRequired(REQUIRED)])


class PaymentForm(ActForm):
    amount = RupiahField(_l("Jumlah dibayar"), [InputRequired(REQUIRED)])
    paid_from = PurseField(_l("Dibayar dari"), default="safe")
    note = WordsField(_l("Keterangan"), 120, needed=False)


class ReturnForm(ActForm):
    """One quantity for each line of the nota; its lines are those of the nota, in order."""

    settled_by = ChoiceField(_l("Penggantian"), RETURN_SETTLED)
    reason = WordsField(_l("Alasan"), 120)


class SettlementForm(ActForm):
    amount = RupiahField(_l("Dibayarkan sekarang"), [InputRequired(REQUIRED)])
    paid_from = PurseField(_l("Dibayar dari"), default="safe")


def not_a_quantity() -> str:
    return str(_("Tulis jumlah seperti 3 atau 1,250."))
