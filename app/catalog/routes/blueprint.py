"""Where the routes of this room meet."""

from typing import Any
from uuid import uuid4

from flask import Blueprint

from app.catalog import words
from app.catalog.queries import item
from app.catalog.refusals import ItemUnknown
from app.foundation.refusals import Refusal

blueprint = Blueprint("catalog", "app.catalog", template_folder="templates")

ITEMS = "/g/<code>/items"
ITEM = f"{ITEMS}/<int(max=999999999):no>"
"""A longer number is no item of ours, and none the database could hold."""


@blueprint.context_processor
def names() -> dict[str, Any]:
    return {
        "group_names": words.GROUPS,
        "counted_names": words.COUNTED,
        "unit_words": words.UNITS,
        "new_reference": lambda: str(uuid4()),
    }


def known(gerai: Any, no: int) -> Any:
    """The item, or a page that says there is none."""
    found = item(gerai.gerai_id, no)
    if found is None:
        raise ItemUnknown()
    return found


def must_rise(refusal: Refusal) -> bool:
    """Whether a refusal is none of the form's: what is not there, or was recorded with other content."""
    return refusal.status in (404, 409)
