"""Labels for the shelf: chosen items, so many of each, on A4."""

from dataclasses import dataclass
from typing import Any

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.catalog import ceilings, ean, queries
from app.catalog.facts import ItemFacts
from app.catalog.pricing import price_for
from app.catalog.routes.blueprint import blueprint, today
from app.foundation.guard import permitted
from app.foundation.money import divide_half_up
from app.foundation.quantity import SCALE

MOST_EACH, MOST = 24, 240
"""Of one item, and together: ten pages."""


@dataclass(frozen=True)
class Label:
    """What stands on a label; ``per`` is the price of a kg or litre where the unit holds another amount."""

    item: ItemFacts
    price: int
    member: int
    per: tuple[int, str] | None
    code: str
    bars: str
    width: int


@blueprint.get("/g/<code>/labels")
@permitted("catalog.read")
def labels(gerai: Any) -> ResponseReturnValue:
    """Choose: every item on sale, found by name, with a number beside it."""
    search, group = request.args.get("q", ""), request.args.get("group", "")
    rows = queries.labelled(gerai.gerai_id, today(), search=search, group=group)
    return render_template(
        "catalog/labels.html",
        gerai=gerai,
        rows=rows,
        search=search,
        most=MOST_EACH,
        chosen=_chosen(),
        back=url_for("catalog.items", code=gerai.code),
    )


@blueprint.get("/g/<code>/labels/sheet")
@permitted("catalog.read")
def label_sheet(gerai: Any) -> ResponseReturnValue:
    chosen = _chosen()
    facts = queries.items_by_no(gerai.gerai_id, chosen, today())
    codes = queries.first_codes(gerai.gerai_id, list(chosen))
    sheet = [
        label
        for no, times in chosen.items()
        if no in facts and facts[no].price
        for label in [_label(facts[no], codes.get(no, ""))] * times
    ][:MOST]
    return render_template(
        "catalog/label_sheet.html",
        gerai=gerai,
        labels=sheet,
        guard=ean.GUARD,
        today=today(),
        back=url_for("catalog.labels", code=gerai.code),
    )


def _chosen() -> dict[int, int]:
    """Item -> how many, out of the address: ``n7=3``. What is no number is none."""
    found = {}
    for name, text in request.args.items():
        if name[:1] == "n" and name[1:].isdigit() and name.isascii() and len(name) < 11:
            times = int(text) if text.isascii() and text.isdigit() and len(text) < 4 else 0
            if times:
                found[int(name[1:])] = min(times, MOST_EACH)
    return found


def _label(item: ItemFacts, code: str) -> Label:
    lasting = item._replace(no_bundling=True)  # a promotion ends before the label is taken down
    price = price_for(lasting, 1, member=False, on=today()).unit_price
    member = price_for(lasting, 1, member=True, on=today()).unit_price
    drawn = (ean.path(code), ean.width(code)) if code else ("", 0)
    return Label(item, price, member if member < price else 0, _per(item, price), code, *drawn)


def _per(item: ItemFacts, price: int) -> tuple[int, str] | None:
    """The price of a kg or litre, by the net content that a price rule knows."""
    if item.ceiling is None or item.ceiling.net_milli == SCALE:
        return None
    per = queries.good_unit(item.ceiling.good)
    return divide_half_up(price * SCALE, item.ceiling.net_milli), str(ceilings.PER[per])
