"""What is on hand, and the card of one item."""

from typing import Any

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.catalog.queries import Mark
from app.catalog.queries import item as find_item
from app.catalog.refusals import ItemUnknown
from app.foundation.guard import permitted
from app.foundation.reading import read_number
from app.inventory import queries
from app.inventory.queries import Key
from app.inventory.routes.blueprint import NO, STOCK, blueprint


@blueprint.get(STOCK)
@permitted("inventory.read")
def stock(gerai: Any) -> ResponseReturnValue:
    search, shown = request.args.get("q", ""), request.args.get("shown", "all")
    if shown not in queries.SHOWN:
        shown = "all"
    mark = Mark(read_number("after"), read_number("before"))
    return render_template(
        "inventory/stock.html",
        gerai=gerai,
        page=queries.stock_page(gerai.gerai_id, mark, search=search, shown=shown),
        totals=queries.totals(gerai.gerai_id),
        search=search,
        shown=shown,
    )


@blueprint.get(f"{STOCK}/{NO}")
@permitted("inventory.read")
def item(gerai: Any, no: int) -> ResponseReturnValue:
    found = find_item(gerai.gerai_id, no)
    if found is None:
        raise ItemUnknown()
    before, after = (Key.read(request.args.get(name, "")) for name in ("before", "after"))
    return render_template(
        "inventory/item.html",
        gerai=gerai,
        item=found,
        card=queries.card(gerai.gerai_id, no, before=before, after=after),
        back=url_for("inventory.stock", code=gerai.code),
    )
