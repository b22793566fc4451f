"""One sale with all that became of it, and the forms to undo it or take goods back."""

from flask import render_template
from flask_login import current_user
from wtforms.fields import SelectChoice

from app.cash import queries as cash
from app.foundation.fields import ActForm
from app.foundation.guard import may
from app.gerai.facts import GeraiFacts
from app.sales import queries, sentences
from app.sales.forms import ReturnForm, VoidForm
from app.sales.queries import Sold
from app.sales.refusals import SaleUnknown
from app.sales.routes.blueprint import known, limit_of
from app.sales.routes.giving_back import ANY_SHIFT


def sale_page(
    gerai: GeraiFacts, no: int, *, void: VoidForm | None = None, taking: ReturnForm | None = None
) -> str:
    """``void`` and ``taking`` are forms that were refused, with what was typed."""
    row, found = known(gerai, no), queries.sold(gerai.gerai_id, no)
    if found is None:
        raise SaleUnknown()
    tenders = queries.tenders(gerai.gerai_id, no)
    shifts = _shifts(gerai)
    mine = row.Sale.cashier_id == current_user.id or may(ANY_SHIFT)
    taking_form = taking or ReturnForm(None)
    taking_form.shift.choices = [SelectChoice(no, name) for no, name in shifts]
    returnable = found.void is None and any(line.left_milli for line in found.lines)
    return render_template(
        "sales/sale.html",
        sale=row.Sale,
        cashier=row.name,
        sender=row.sender,
        register=row.register,
        sold=found,
        lines=found.lines,
        tenders=tenders,
        change=sum(tender.given - tender.amount for tender in tenders),
        exceptions=[
            sentences.exception(code, facts) for code, facts in queries.exceptions(gerai.gerai_id, no)
        ],
        kinds=sentences.tender_names(),
        approval=queries.approval(gerai.gerai_id, no),
        reprints=queries.reprints(gerai.gerai_id, no),
        reprint=ActForm(),
        void=void or VoidForm(None),
        void_open=void is not None,
        taking=taking_form,
        taking_open=taking is not None,
        can_void=may("sales.void") and row.shift_is_open and mine and not found.returns,
        can_return=may("sales.return") and returnable,
        void_limit=limit_of("sales.void"),
        return_limit=limit_of("sales.return"),
        shifts=shifts,
        gerai=gerai,
    )


def _shifts(gerai: GeraiFacts) -> list[tuple[int, str]]:
    """The open drawers this person may give money back from, their own first."""
    found = [
        (shift, name)
        for shift, name in cash.open_shifts(gerai.gerai_id)
        if shift.cashier_id == current_user.id or may(ANY_SHIFT)
    ]
    found.sort(key=lambda each: (each[0].cashier_id != current_user.id, each[0].register))
    return [(shift.no, sentences.drawer(shift.register, name)) for shift, name in found]


def own_sold(gerai: GeraiFacts, no: int) -> Sold:
    """Raises SaleUnknown."""
    found = queries.sold(gerai.gerai_id, no)
    if found is None:
        raise SaleUnknown()
    return found
