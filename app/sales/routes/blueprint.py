"""What the routes of this room share."""

from typing import Any

from flask import Blueprint, Response, request

from app.books import queries as books
from app.foundation.guard import standing
from app.gerai.facts import GeraiFacts
from app.sales import queries
from app.sales.refusals import Malformed, SaleUnknown

blueprint = Blueprint("sales", __name__, template_folder="../templates")
NO = "<int(max=999999999999):no>"
"""A sale's number in a URL; what is larger than any is a page that does not exist."""
TILL = "/g/<code>/till"
SALES = "/g/<code>/sales"


def private(response: Response) -> Response:
    response.headers["Cache-Control"] = "private, no-store"
    return response


def body() -> Any:
    """The JSON that was sent. Raises Malformed for anything else."""
    if not request.is_json:
        raise Malformed(errors=[{"field": "", "message": "Content-Type: application/json"}])
    return request.get_json(silent=True)


def limit_of(permission: str) -> int | None:
    """How much the present person may do alone, in rupiah (None: any); nothing without the permission."""
    return standing().limit(permission) if standing().may(permission) else 0


def known(gerai: GeraiFacts, no: int) -> Any:
    row = queries.sale(gerai.gerai_id, no)
    if row is None:
        raise SaleUnknown()
    return row


def answered(gerai: GeraiFacts, reference: str) -> bool:
    """Whether this reference came before: then nothing is decided any more, and no PIN looked at."""
    return books.act_of_reference(gerai.gerai_id, reference) is not None
