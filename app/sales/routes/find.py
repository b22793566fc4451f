"""A receipt found by the number that stands on it."""

import re

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.foundation.guard import permitted
from app.gerai.facts import GeraiFacts
from app.sales import queries
from app.sales.routes.blueprint import SALES, blueprint

_TYPED = re.compile(r"([A-Z]{1,2})[- ]?(\d{1,9})")


@blueprint.get(f"{SALES}/find")
@permitted("sales.read")
def find(gerai: GeraiFacts) -> ResponseReturnValue:
    """``A-000123``, however it is typed: ``a123`` will do."""
    typed = request.args.get("number", "")[:20].strip()
    match = _TYPED.fullmatch(typed.upper())
    no = queries.find_number(gerai.gerai_id, f"{match[1]}-{int(match[2]):06d}") if match else None
    if no is not None:
        return redirect(url_for("sales.sale", code=gerai.code, no=no), 303)
    back = url_for("sales.sales", code=gerai.code)
    return render_template("sales/not_found.html", typed=typed, gerai=gerai, back=back)
