"""A month on one page: what came of it, what it still waits for, and the ways to close and reopen it."""

from datetime import date
from typing import Any

from flask import render_template
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.foundation import clock
from app.foundation.dates import local_date, month_end, previous_month
from app.foundation.fields import ActForm
from app.foundation.guard import permitted
from app.ledger import queries as ledger
from app.statements import checklist, queries
from app.statements.figures import percent, permille
from app.statements.month_books import CASH, Books, only, year_of
from app.statements.routes.blueprint import MONTH, blueprint, known_month, parts
from app.statements.routes.sheets import neighbour
from app.statements.sheets.results import FROM_MEMBERS, FROM_OTHERS
from app.statements.words import NAMES, said_of


@blueprint.get(MONTH)
@permitted("statements.month")
def month(gerai: Any, month: str) -> ResponseReturnValue:
    first = known_month(gerai, month)
    last, today = month_end(first), local_date(clock.now())
    closed = queries.closed(gerai.gerai_id, first)
    books = queries.books(gerai.gerai_id, first)
    open_still = closed is None
    return render_template(
        "statements/month.html",
        gerai=gerai,
        month=first,
        closed=closed,
        state=said_of(closed),
        facts=_facts(books, first),
        not_yet=checklist.not_yet(gerai.gerai_id, first, today) if open_still else None,
        blocking=checklist.blocking(gerai, first, last) if open_still else [],
        reminding=checklist.reminding(gerai, first, last) if open_still else [],
        reopenable=closed is not None and not closed.locked and _is_last_closed(gerai, first),
        closed_it_oneself=closed is not None and closed.user_id == current_user.id,
        names=NAMES,
        parts=parts(gerai, first),
        earlier=neighbour(gerai, first, -1),
        later=neighbour(gerai, first, 1),
        percent=percent,
        permille=permille,
        new_reference=lambda: ActForm(formdata=None).reference.data,
    )


def _is_last_closed(gerai: Any, month: date) -> bool:
    rows = ledger.periods(gerai.gerai_id)
    return not any(row.Period.starts_on > month and not row.Period.is_open for row in rows)


def _facts(books: Books, month: date) -> dict[str, int]:
    """The few figures that a month is known by, in rupiah."""
    before = previous_month(month)
    this = only(month)

    def income(codes: frozenset[str]) -> int:
        return -sum(books.change(code, this) for code in codes if code.startswith("4"))

    return {
        "surplus": books.surplus(this),
        "surplus_before": books.surplus(only(before)),
        "surplus_year": books.surplus(year_of(month)),
        "from_members": income(FROM_MEMBERS),
        "from_others": income(FROM_OTHERS),
        "cash": sum(books.standing(code, month) for code in CASH),
        "assets": sum(books.standing(each.code, month) for each in books.accounts.values() if each.kind == "ASSET"),
    }  # fmt: skip
