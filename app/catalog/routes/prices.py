"""The price list: what members and everybody may know, on the screen and on the wall."""

from itertools import groupby
from typing import Any

from flask import render_template, request
from flask.typing import ResponseReturnValue

from app.catalog import queries
from app.catalog.routes.blueprint import blueprint, today
from app.catalog.words import GROUPS
from app.foundation.guard import permitted


@blueprint.get("/g/<code>/prices")
@permitted("catalog.prices")
def prices(gerai: Any) -> ResponseReturnValue:
    search = request.args.get("q", "")
    day = today()
    rows = queries.prices(gerai.gerai_id, day, search)
    found = {group: list(each) for group, each in groupby(rows, key=lambda row: row.stock_group)}
    return render_template(
        "catalog/prices.html",
        gerai=gerai,
        search=search,
        groups=[(name, found[group]) for group, name in GROUPS.items() if group in found],
        today=day,
    )
