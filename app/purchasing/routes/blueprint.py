"""Where the routes of this room meet, and the words its templates use."""

from typing import Any

from flask import Blueprint

from app.inventory.average import Level
from app.ledger.describe import source_of
from app.purchasing import words

blueprint = Blueprint("purchasing", "app.purchasing", template_folder="templates")

RECEIVINGS, SUPPLIERS, PAYABLES = "/g/<code>/receivings", "/g/<code>/suppliers", "/g/<code>/payables"
PAYMENTS, RETURNS, SETTLEMENTS = (
    "/g/<code>/supplier-payments",
    "/g/<code>/goods-returns",
    "/g/<code>/settlements",
)
BILLS, CONSIGNMENTS = "/g/<code>/bills", "/g/<code>/consignments"


@blueprint.context_processor
def names() -> dict[str, Any]:
    return {
        "paid_names": words.PAID_FROM,
        "return_names": words.RETURN_SETTLED,
        "age_names": words.AGES,
        "source_of": source_of,
        "average_of": lambda *level: Level(*level).average,
    }
