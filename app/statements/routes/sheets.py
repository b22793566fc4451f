"""One of the four statements, on the screen."""

from datetime import date
from typing import Any

from flask import render_template
from flask.typing import ResponseReturnValue

from app.foundation import clock
from app.foundation.guard import permitted
from app.foundation.refusals import NotFound
from app.ledger import queries as ledger
from app.statements import queries
from app.statements.routes.blueprint import MONTH, blueprint, chosen, known_month, parts
from app.statements.sheets import SHEETS, filled
from app.statements.words import NAMES, said_of


@blueprint.get(f"{MONTH}/<key>")
@permitted("statements.month")
def statement(gerai: Any, month: str, key: str) -> ResponseReturnValue:
    """``key``: position, results, cash-flow or equity; ``?unit=USP`` for one unit alone."""
    if key not in SHEETS:
        raise NotFound()
    first = known_month(gerai, month)
    offered = parts(gerai, first)
    part = chosen(offered)
    sheet = SHEETS[key](queries.books(gerai.gerai_id, first, part.code), first)
    return render_template(
        "statements/statement.html",
        gerai=gerai,
        month=first,
        sheet=sheet,
        filled=filled(sheet),
        names=NAMES,
        parts=offered,
        part=part,
        state=said_of(queries.closed(gerai.gerai_id, first)),
        earlier=neighbour(gerai, first, -1),
        later=neighbour(gerai, first, 1),
        printed_at=clock.now(),
    )


def neighbour(gerai: Any, month: date, step: int) -> date | None:
    """The month before or after, where the books have it."""
    months = sorted(ledger.months(gerai.gerai_id))
    place = months.index(month) + step
    return months[place] if 0 <= place < len(months) else None
