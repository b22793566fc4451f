"""Where the routes of this room meet, and the words its templates use."""

from typing import Any

from flask import Blueprint

from app.inventory.average import Level
from app.purchasing import words

blueprint = Blueprint("purchasing", "app.purchasing", template_folder="templates")

RECEIVINGS = "/g/<code>/receivings"


@blueprint.context_processor
def names() -> dict[str, Any]:
    return {"paid_names": words.PAID_FROM, "average_of": lambda *level: Level(*level).average}
